import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useWords } from '../../words/words.ts';
import type { Barred } from './use-unsaved.ts';

/** Asks whoever leaves with changes that are not saved. To stay is the safe answer, and nearest. */
export function LeaveDialog({ barred, onSave }: { barred: Barred; onSave: () => void }) {
  const { leave, save } = useWords().texts.settings;
  return (
    <Modal opened={barred.asks} onClose={barred.stay} title={leave.title} size="lg">
      <Stack>
        <Text>{leave.body}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={barred.stay} data-autofocus>
            {leave.stay}
          </Button>
          <Button
            onClick={() => {
              barred.stay();
              onSave();
            }}
          >
            {save}
          </Button>
          <Button color="red" variant="light" onClick={barred.leave}>
            {leave.leave}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
