import { useWords } from '../../words/words.ts';
import { DestinationFields } from '../settings/destinations/destination-fields.tsx';
import { asList, asText, asTree } from '../settings/form/tree.ts';
import { ConnectionChoice } from './connection-choice.tsx';
import type { StepParts } from './steps.tsx';
import { WizardPage } from './wizard-page.tsx';

/** Where the records go, with its key; it has to answer before it goes on. */
export function DestinationStep({ wizard, draft, seen, page, next }: StepParts) {
  const { destination, till } = useWords().texts.firstRun;
  const kinds = seen.destinationKinds.filter(({ isShopFront }) => !isShopFront);
  const [first, ...others] = asList(draft.value['destinations']).map(asTree);
  const chosen = kinds.find(({ kind }) => kind === first?.['kind']);
  const asked = JSON.stringify(first);
  const { works } = wizard.said;
  const hasWorked = works['destination'] === asked;
  const go = () => {
    draft.tried();
    if (chosen && hasWorked) next();
  };
  const blocked = chosen?.needsSecret ? destination.keyFirst : till.testFirst;
  return (
    <WizardPage {...page} intro={destination.intro} on={{ blocked: hasWorked ? null : blocked, go }}>
      <ConnectionChoice
        label={destination.kind}
        options={kinds.map(({ kind, label }) => ({ value: kind, label }))}
        value={asText(first?.['kind'])}
        onChange={(kind) => draft.set(['destinations'], [{ id: kind, kind }, ...others])}
      />
      {chosen ? (
        <DestinationFields
          key={chosen.kind}
          kind={chosen}
          id={asText(first?.['id'])}
          index={0}
          onWorks={() => wizard.say({ works: { ...works, destination: asked } })}
        />
      ) : null}
    </WizardPage>
  );
}
