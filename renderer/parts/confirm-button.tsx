import { Button, Group, Modal, Stack, Text, type ButtonProps } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useWords } from '../words/words.ts';

/** A button for what cannot be taken back: it says what it will touch, and asks once more. */
export function ConfirmButton({
  label,
  title,
  body,
  yes,
  onYes,
  ...look
}: {
  label: string;
  title: string;
  body: string;
  yes: string;
  onYes: () => void;
} & ButtonProps) {
  const { texts } = useWords();
  const [isAsking, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button {...look} onClick={open}>
        {label}
      </Button>
      <Modal opened={isAsking} onClose={close} title={title}>
        <Stack>
          <Text>{body}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={close} data-autofocus>
              {texts.cancel}
            </Button>
            <Button
              color="red"
              onClick={() => {
                close();
                onYes();
              }}
            >
              {yes}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
