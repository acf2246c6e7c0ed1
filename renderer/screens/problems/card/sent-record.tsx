import { Table, Text } from '@mantine/core';
import type { ProblemCard } from '../../../../src/sync/host/host-contract.ts';
import { useWords } from '../../../words/words.ts';
import { fieldShown } from '../../../words/field-shown.ts';
import { valueShown } from '../../../words/value-shown.ts';
import { CardPart } from './card-part.tsx';

/** The record as it would be sent, what is wrong in it marked. */
export function SentRecord({ record }: { record: ProblemCard['record'] }) {
  const words = useWords();
  const { say, texts: all } = words;
  const { card: texts } = all.problems;
  return (
    <CardPart title={texts.record}>
      <Table verticalSpacing={3} horizontalSpacing="xs" fz="sm">
        <Table.Tbody>
          {record.map(({ field, value, bad }, index) => (
            // Several lines of a sale may have fields of the same name.
            <Table.Tr key={index} {...(bad ? { bg: 'var(--mantine-color-red-light)', 'data-bad': true } : {})}>
              <Table.Th scope="row" fw={bad ? 600 : 400} w="40%" style={{ verticalAlign: 'top' }}>
                {fieldShown(field, say)}
              </Table.Th>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>
                {value === '' ? (
                  <Text span inherit c="dimmed" fs="italic">
                    {all.standsEmpty}
                  </Text>
                ) : bad ? (
                  value
                ) : (
                  valueShown(value, field, words)
                )}
                {bad ? <b> ← {texts.bad}</b> : null}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </CardPart>
  );
}
