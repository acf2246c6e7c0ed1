import { ActionIcon, Tooltip } from '@mantine/core';
import { IconPrinter, IconTableDown } from '@tabler/icons-react';
import { useCommand } from '../../api/use-command.ts';
import { useWords } from '../../words/words.ts';
import { printPage, saveFile } from './hand-out.ts';
import type { ProblemQuestion } from './wishes.ts';

/** The list on paper, or as a table for a spreadsheet: what the filters leave, in its order. */
export function ListDocuments({ question }: { question: ProblemQuestion }) {
  const { document: texts } = useWords().texts.problems;
  const print = useCommand(async (api) => printPage(await api.problems.document({ ...question, format: 'html' })));
  const save = useCommand(async (api) => {
    saveFile(await api.problems.document({ ...question, format: 'csv' }), {
      name: `${texts.file}.csv`,
      type: 'text/csv',
    });
  });
  return (
    <>
      <Tooltip label={texts.print}>
        <ActionIcon
          variant="subtle"
          aria-label={texts.print}
          loading={print.isPending}
          onClick={() => print.mutate(undefined)}
        >
          <IconPrinter size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={texts.csv}>
        <ActionIcon
          variant="subtle"
          aria-label={texts.csv}
          loading={save.isPending}
          onClick={() => save.mutate(undefined)}
        >
          <IconTableDown size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </>
  );
}
