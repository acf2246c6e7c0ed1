import { Group, Stack, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ProblemCard } from '../../../../src/sync/host/host-contract.ts';
import { CopyButton } from '../../../parts/copy-button.tsx';
import { MarkedValue } from '../../../parts/marked-value.tsx';
import { useWords } from '../../../words/words.ts';
import type { WhereToMend } from '../where-to-mend.ts';
import { CardPart } from './card-part.tsx';

/** Where it is to be mended, what stands there, and what to type instead. */
export function WhatStands({ card, where }: { card: ProblemCard; where: WhereToMend }) {
  const { say, texts: all } = useWords();
  const { card: texts } = all.problems;
  const { problem, value } = card;
  const { suggestion, advice } = problem;
  // Of a record as a whole nothing stands anywhere.
  const isWhole = problem.origin === '' && value.length === 0;
  return (
    <CardPart title={where.at === 'till' ? texts.atTill : texts.atWebsite}>
      <Table withRowBorders={false} verticalSpacing={4} horizontalSpacing={0} layout="auto">
        <Table.Tbody>
          <Place where={where} />
          {isWhole ? null : (
            <Row title={texts.stands}>
              <MarkedValue parts={value} />
            </Row>
          )}
          {suggestion ? (
            <Row title={suggestion.certain ? texts.type : texts.typePerhaps}>
              <Group gap="xs">
                <Text span inherit ff="monospace" fw={600} style={{ overflowWrap: 'anywhere' }} data-suggestion>
                  {suggestion.value}
                </Text>
                <CopyButton value={suggestion.value} what={suggestion.value} />
              </Group>
            </Row>
          ) : null}
        </Table.Tbody>
      </Table>
      <Stack gap={4} mt={4}>
        <Text>{say(advice)}</Text>
        {suggestion || where.at === 'website' ? null : <Text c="dimmed">{texts.noSuggestion}</Text>}
      </Stack>
    </CardPart>
  );
}

function Place({ where }: { where: WhereToMend }) {
  const { card: texts } = useWords().texts.problems;
  if (where.at === 'website') return where.place === '' ? null : <Row title={texts.place}>{where.place}</Row>;
  const { table, field, number } = where;
  return (
    <>
      {table === null ? null : (
        <Row title={texts.table}>
          <Text span inherit ff="monospace">
            {table}
          </Text>{' '}
          · {texts.number(number)}
        </Row>
      )}
      <Row title={texts.field}>
        {field === '' ? (
          texts.whole
        ) : (
          <Text span inherit ff="monospace">
            {field}
          </Text>
        )}
      </Row>
    </>
  );
}

function Row({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Table.Tr>
      <Table.Th scope="row" w="7.5rem" pe="sm" fw={400} c="dimmed" style={{ verticalAlign: 'top' }}>
        {title}
      </Table.Th>
      <Table.Td>{children}</Table.Td>
    </Table.Tr>
  );
}
