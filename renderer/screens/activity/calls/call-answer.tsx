import { Code, Group, Stack, Text } from '@mantine/core';
import type { CallSeen } from '../../../../src/sync/host/host-contract.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { CopyButton } from '../../../parts/copy-button.tsx';
import { useWords } from '../../../words/words.ts';

/** One call with what came back: to be read out, or copied for the other side's support. */
export function CallAnswer({ call, onClose }: { call: CallSeen; onClose: () => void }) {
  const words = useWords();
  const { calls: texts } = words.texts.activity;
  const { requestId, answer } = call;
  return (
    <Dialog onClose={onClose} title={call.call} size="lg">
      <Stack>
        <Text size="sm">
          {texts.at}: {words.exactly(call.at)}
        </Text>
        <Text size="sm">
          {texts.status}: {call.status ?? texts.noAnswer}
        </Text>
        {requestId === null ? null : (
          <Group gap="sm">
            <Text size="sm">
              {texts.requestId}: <Code>{requestId}</Code>
            </Text>
            <CopyButton value={requestId} what={texts.requestId} />
          </Group>
        )}
        {answer === null ? null : (
          <>
            <Group justify="space-between">
              <Text size="sm" fw={600}>
                {texts.body}
              </Text>
              <CopyButton value={answer} what={texts.copy} />
            </Group>
            <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {answer}
            </Code>
          </>
        )}
      </Stack>
    </Dialog>
  );
}
