import { Text } from '@mantine/core';
import { IconEqual } from '@tabler/icons-react';
import type { PersonView } from '../../../src/sync/join/people-contract.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { valueShown } from '../../words/value-shown.ts';
import { useWords } from '../../words/words.ts';
import { compared } from './compared.ts';

/** Two customers side by side; what is the same in both is marked. */
export function TwoCompared({ first, second }: { first: PersonView; second: PersonView }) {
  const words = useWords();
  const { find } = words.texts;
  return (
    <DataTable
      label={find.join.compare}
      columns={[{ title: find.join.compare }, { title: titleOf(first) }, { title: titleOf(second) }]}
      rows={compared(first, second).map(({ field, noun, one, other, isSame }) => ({
        key: field,
        cells: [
          words.say(noun),
          one === null ? '–' : valueShown(one, noun, words),
          <Text key="other" span inherit fw={isSame ? 600 : undefined}>
            {isSame ? <IconEqual size={14} role="img" aria-label={find.join.same} /> : null}{' '}
            {other === null ? '–' : valueShown(other, noun, words)}
          </Text>,
        ],
      }))}
    />
  );
}

function titleOf({ name, key, members }: PersonView): string {
  const [member] = members;
  return member?.channel === 'web' ? `${name} (${member.email ?? member.label})` : `${name} (${member?.key ?? key})`;
}
