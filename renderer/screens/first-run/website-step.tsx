import { useWords } from '../../words/words.ts';
import { DestinationFields } from '../settings/destinations/destination-fields.tsx';
import { asList, asText, asTree } from '../settings/form/tree.ts';
import { ConnectionChoice } from './connection-choice.tsx';
import type { StepParts } from './steps.tsx';
import { WizardPage } from './wizard-page.tsx';

const none = 'none';

/** The shop's website, where it has one; it has to answer then. */
export function WebsiteStep({ wizard, draft, seen, page, next }: StepParts) {
  const { firstRun } = useWords().texts;
  const kinds = seen.destinationKinds.filter(({ isShopFront }) => isShopFront);
  const [first, website] = asList(draft.value['destinations']).map(asTree);
  const chosen = kinds.find(({ kind }) => kind === website?.['kind']);
  const asked = JSON.stringify(website);
  const { works } = wizard.said;
  const mayGo = !chosen || works['website'] === asked;
  const go = () => {
    draft.tried();
    if (mayGo) next();
  };
  return (
    <WizardPage
      {...page}
      intro={firstRun.website.intro}
      on={{
        label: chosen ? firstRun.next : firstRun.skip,
        blocked: mayGo ? null : firstRun.destination.keyFirst,
        go,
      }}
    >
      <ConnectionChoice
        label={firstRun.website.kind}
        options={[
          { value: none, label: firstRun.website.none },
          ...kinds.map(({ kind, label }) => ({ value: kind, label })),
        ]}
        value={chosen?.kind ?? none}
        onChange={(kind) => draft.set(['destinations'], kind === none ? [first] : [first, { id: kind, kind }])}
      />
      {chosen ? (
        <DestinationFields
          key={chosen.kind}
          kind={chosen}
          id={asText(website?.['id'])}
          index={1}
          onWorks={() => wizard.say({ works: { ...works, website: asked } })}
        />
      ) : null}
    </WizardPage>
  );
}
