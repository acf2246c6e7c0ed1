import { Redirect } from 'wouter';
import { useHost } from '../../api/host-state.tsx';
import { Asked } from '../../parts/asked.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { useWords } from '../../words/words.ts';
import { FormContext } from '../settings/form/form-context.ts';
import { asSchema } from '../settings/form/schema.ts';
import { useDraft } from '../settings/use-draft.ts';
import { useSettings, type SettingsSeen } from '../settings/use-settings.ts';
import { Steps } from './steps.tsx';
import { useWizard, type Wizard } from './wizard.ts';

/** From nothing to a first sync: one decision a page, each tried in place, and nothing sent before it was seen. */
export function FirstRun() {
  const { texts } = useWords();
  const { state } = useHost();
  const wizard = useWizard();
  const settings = useSettings();
  // It stays until its last page, although the shop is set up before that.
  if (state.isSetUp && !wizard.isBegun) return <Redirect to="/" />;
  return (
    <>
      <PageTitle title={texts.screens.firstRun} />
      <Asked query={settings}>{(seen) => <Draft key={wizard.said.step} seen={seen} wizard={wizard} />}</Asked>
    </>
  );
}

function Draft({ seen, wizard }: { seen: SettingsSeen; wizard: Wizard }) {
  const { said, say } = wizard;
  const draft = useDraft([said.settings, (settings) => say({ settings })], seen, asSchema(seen.schema));
  return (
    <FormContext value={draft}>
      <Steps wizard={wizard} draft={draft} seen={seen} />
    </FormContext>
  );
}
