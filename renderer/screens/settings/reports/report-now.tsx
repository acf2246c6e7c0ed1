import { Button, Stack, Text } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useApi } from '../../../api/api-context.ts';
import { useHost } from '../../../api/host-state.tsx';
import { useSaid } from '../../../api/use-said.ts';
import { Moment } from '../../../parts/moment.tsx';
import { ReportWaits } from '../../../parts/report-waits.tsx';
import { useWords } from '../../../words/words.ts';
import { TestAnswer } from '../connection-test.tsx';
import { useForm } from '../form/form-context.ts';
import { valueAt } from '../form/tree.ts';
import { useSettings } from '../use-settings.ts';

/** When the next report goes out, what waits, and a button that sends one now. */
export function ReportNow() {
  const saidOf = useSaid();
  const { say, texts } = useWords();
  const { reports } = texts.settings;
  const { state } = useHost();
  const api = useApi();
  const form = useForm();
  const { data } = useSettings();
  const sending = useMutation({ mutationFn: () => api.settings.sendReport() });
  const kept = data?.settings?.reports;
  const isAnyOn = kept?.folder.on === true || kept?.mail.on === true;
  const isSaved = JSON.stringify(valueAt(form.value, ['reports'])) === JSON.stringify(kept);
  const nextAt = state.reports?.nextAt ?? null;
  return (
    <Stack gap="sm" align="start" aria-live="polite">
      <ReportWaits />
      {isAnyOn ? (
        <Text>
          {nextAt === null ? (
            reports.noDay
          ) : (
            <>
              {reports.next} <Moment at={nextAt} as="time" />
            </>
          )}
        </Text>
      ) : (
        <Text>{reports.noneOn}</Text>
      )}
      <Button
        variant="default"
        leftSection={<IconSend size={18} aria-hidden />}
        disabled={!isAnyOn || !isSaved}
        loading={sending.isPending}
        onClick={() => sending.mutate()}
      >
        {reports.sendNow}
      </Button>
      {isSaved ? null : <Text size="sm">{reports.saveFirst}</Text>}
      {sending.isPending ? <Text size="sm">{reports.sending}</Text> : null}
      {sending.isError ? <TestAnswer ok={false} {...saidOf(sending.error)} /> : null}
      {sending.data?.map(({ what, ok, detail, hint = '' }) => (
        <TestAnswer key={what} ok={ok} what={`${say(what)}: ${say(detail)}`} hint={say(hint)} />
      ))}
    </Stack>
  );
}
