import { PageTitle } from '../../parts/page-title.tsx';
import { Asked } from '../../parts/asked.tsx';
import { useAsked } from '../../api/use-asked.ts';
import { useWords } from '../../words/words.ts';
import { SettingsForm } from './settings-form.tsx';
import { useSettings } from './use-settings.ts';

/** Everything that can be set, drawn from what the engine and its connectors declare. */
export function Settings() {
  const { texts } = useWords();
  const settings = useSettings();
  const profile = useAsked(['profile'], (api, signal) => api.till.profile(undefined, { signal }));
  return (
    <>
      <PageTitle title={texts.screens.settings} />
      <Asked query={settings}>
        {(seen) => <Asked query={profile}>{(kept) => <SettingsForm seen={seen} kept={kept} />}</Asked>}
      </Asked>
    </>
  );
}
