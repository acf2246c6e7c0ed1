import { useWords } from '../../words/words.ts';
import { SchemaFields } from '../settings/form/schema-fields.tsx';
import { asSchema } from '../settings/form/schema.ts';
import { withValueAt } from '../settings/form/tree.ts';
import { CharacterSets } from '../settings/till/character-sets.tsx';
import { TillAddress } from '../settings/till/till-address.tsx';
import type { StepParts } from './steps.tsx';
import { WizardPage } from './wizard-page.tsx';

/** How the shop is called and where it is. */
export function ShopStep({ draft, seen, page, next }: StepParts) {
  const { firstRun } = useWords().texts;
  const isFine = draft.isFineAt(['shop']);
  const go = () => {
    draft.tried();
    if (isFine) next();
  };
  return (
    <WizardPage {...page} intro={firstRun.shop.intro} on={{ blocked: isFine ? null : firstRun.shop.missing, go }}>
      <SchemaFields schema={asSchema(seen.schema).properties?.['shop']} path={['shop']} />
    </WizardPage>
  );
}

/** Where the till is; it has to answer before it goes on. */
export function TillStep({ wizard, draft, seen, page, next }: StepParts) {
  const { till } = useWords().texts.firstRun;
  const { works } = wizard.said;
  // How its letters are read comes after it was reached.
  const asked = JSON.stringify(withValueAt(draft.value, ['till', 'encoding'], undefined)['till']);
  const hasWorked = works['till'] === asked;
  const go = () => {
    draft.tried();
    if (hasWorked) next();
  };
  return (
    <WizardPage {...page} intro={till.intro} on={{ blocked: hasWorked ? null : till.testFirst, go }}>
      <TillAddress
        schema={seen.schema}
        // Another till has other tables.
        onWorks={() => wizard.say({ works: { ...works, till: asked }, ...(hasWorked ? {} : { profile: null }) })}
      />
    </WizardPage>
  );
}

/** Real texts of the till, for a person to see which way of reading them is right. */
export function CharactersStep({ page, next }: StepParts) {
  const { characters } = useWords().texts.firstRun;
  return (
    <WizardPage {...page} intro={characters.intro} on={{ blocked: null, go: next }}>
      <CharacterSets asksAtOnce />
    </WizardPage>
  );
}
