import { Button, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ComponentType } from 'react';
import { useWords } from '../../words/words.ts';

/** What a dialog about some problems is given. */
export interface AboutProblems {
  readonly ids: readonly number[];
  readonly onCancel: () => void;
  readonly onDone: () => void;
}

/** A button that asks something about some problems before it does it. */
export function AskAbout({
  ids,
  texts,
  Form,
  onDone,
}: {
  ids: readonly number[];
  texts: { readonly button: string; readonly titleOne: string; readonly title: (count: string) => string };
  Form: ComponentType<AboutProblems>;
  onDone?: (() => void) | undefined;
}) {
  const words = useWords();
  const [isAsking, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" px="sm" onClick={open}>
        {texts.button}
      </Button>
      <Modal
        opened={isAsking}
        onClose={close}
        title={ids.length === 1 ? texts.titleOne : texts.title(words.number(ids.length))}
      >
        <Form
          ids={ids}
          onCancel={close}
          onDone={() => {
            close();
            onDone?.();
          }}
        />
      </Modal>
    </>
  );
}
