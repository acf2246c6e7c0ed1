import { ActionIcon, Tooltip } from '@mantine/core';
import { IconPrinter, IconTableDown } from '@tabler/icons-react';
import type { ApiClient } from '../../../src/api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { useWords } from '../../words/words.ts';
import { printPage, saveFile } from './hand-out.ts';
import type { ProblemQuestion } from './wishes.ts';

/** The list on paper, or as a table for a spreadsheet: what the filters leave, in its order. */
export function ListDocuments({ question }: { question: ProblemQuestion }) {
  const { document: texts } = useWords().texts.problems;
  return (
    <>
      <DocumentButton
        label={texts.print}
        Icon={IconPrinter}
        make={async (api) => printPage(await api.problems.document({ ...question, format: 'html' }))}
      />
      <DocumentButton
        label={texts.csv}
        Icon={IconTableDown}
        make={async (api) =>
          saveFile(await api.problems.document({ ...question, format: 'csv' }), {
            name: `${texts.file}.csv`,
            type: 'text/csv',
          })
        }
      />
    </>
  );
}

function DocumentButton({
  label,
  Icon,
  make,
}: {
  label: string;
  Icon: typeof IconPrinter;
  make: (api: ApiClient) => Promise<void>;
}) {
  const document = useCommand(make);
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        aria-label={label}
        loading={document.isPending}
        onClick={() => document.mutate(undefined)}
      >
        <Icon size={18} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
