import { Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useHost } from '../../api/host-state.tsx';
import { useApi } from '../../api/api-context.ts';
import { saidOf } from '../../api/said.ts';
import { useSaid } from '../../api/use-said.ts';
import { useCommand } from '../../api/use-command.ts';
import { useWords } from '../../words/words.ts';
import { RunUnderWay } from '../today/run-under-way.tsx';
import { PlannedNumbers } from './planned-numbers.tsx';
import { countToSend } from './planned.ts';
import type { StepParts } from './steps.tsx';
import { WizardPage } from './wizard-page.tsx';

/** Keeps what was said, reads and checks everything, and shows what would be sent. One button sends it. */
export function RehearsalStep({ wizard, draft, page, next }: StepParts) {
  const inWords = useSaid();
  const words = useWords();
  const { rehearsal } = words.texts.firstRun;
  const { said } = wizard;
  const { state } = useHost();
  const api = useApi();
  const queries = useQueryClient();
  const rehearsing = useMutation({
    async mutationFn() {
      if (!said.isSample) {
        if (said.profile) await api.till.saveProfile({ profile: { ...said.profile } });
        await api.settings.save({ settings: { ...draft.value } });
      }
      // From here on money and times are written as in that country.
      await queries.invalidateQueries({ queryKey: ['place'] });
      return api.runs.preview();
    },
    onError: (thrown) => draft.refused(saidOf(thrown).what),
  });
  const sync = useCommand((server) => server.runs.sync({}));
  const { data: preview, error } = rehearsing;
  const destinations = state.status?.destinations ?? {};
  const count = preview ? countToSend(preview) : 0;
  return (
    <WizardPage {...page} intro={rehearsal.intro}>
      {rehearsing.isPending ? (
        <Stack gap="sm">
          <Text role="status">{state.underway ? rehearsal.working : rehearsal.saving}</Text>
          {state.underway ? <RunUnderWay underway={state.underway} destinations={destinations} /> : null}
        </Stack>
      ) : (
        <Button w="fit-content" size="md" variant={preview ? 'default' : 'filled'} onClick={() => rehearsing.mutate()}>
          {preview ? rehearsal.again : said.isSample ? rehearsal.startSample : rehearsal.start}
        </Button>
      )}
      {error ? (
        <Alert color="red" role="alert" title={draft.wrong.length > 0 ? rehearsal.notYet : inWords(error).what}>
          {draft.wrong.length > 0 ? (
            <List size="sm">
              {draft.wrong.map(({ place, says }) => (
                <List.Item key={place}>
                  {place}: {says}
                </List.Item>
              ))}
            </List>
          ) : (
            inWords(error).hint
          )}
        </Alert>
      ) : null}
      {preview && !rehearsing.isPending ? (
        <>
          <PlannedNumbers preview={preview} destinations={destinations} />
          <Group gap="sm">
            {count > 0 ? (
              <Button
                size="lg"
                leftSection={<IconPlayerPlay size={20} aria-hidden />}
                loading={sync.isPending}
                onClick={() => sync.mutate(undefined, { onSuccess: next })}
              >
                {rehearsal.sendAll(words.number(count))}
              </Button>
            ) : null}
            <Button size="lg" variant="default" onClick={wizard.forget}>
              {rehearsal.later}
            </Button>
          </Group>
        </>
      ) : null}
    </WizardPage>
  );
}
