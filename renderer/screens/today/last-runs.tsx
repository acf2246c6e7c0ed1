import { Anchor, Group, Table, Text, Title } from '@mantine/core';
import { Link } from 'wouter';
import type { RunReport } from '../../../src/sync/agent-contract.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useMe } from '../../api/use-me.ts';
import { Asked } from '../../parts/asked.tsx';
import { Moment } from '../../parts/moment.tsx';
import { useWords } from '../../words/words.ts';

const shown = 5;

/** The newest runs, and what came of each. They are the owner's to see. */
export function LastRuns() {
  const { isOwner } = useMe();
  return isOwner ? <Runs /> : null;
}

function Runs() {
  const { runs } = useWords().texts.today;
  const query = useAsked(['runs', shown], (api, signal) => api.runs.list({ before: null, limit: shown }, { signal }));
  return (
    <section aria-labelledby="last-runs">
      <Group justify="space-between" mb="xs">
        <Title order={3} size="h4" id="last-runs">
          {runs.title}
        </Title>
        <Anchor component={Link} href="/activity" size="sm">
          {runs.all}
        </Anchor>
      </Group>
      <Asked query={query}>
        {(reports) => (reports.length === 0 ? <Text>{runs.none}</Text> : <RunTable reports={reports} />)}
      </Asked>
    </section>
  );
}

function RunTable({ reports }: { reports: readonly RunReport[] }) {
  const words = useWords();
  const { runs } = words.texts.today;
  return (
    <Table.ScrollContainer minWidth={480}>
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{runs.when}</Table.Th>
            <Table.Th>{runs.outcome}</Table.Th>
            {[runs.sent, runs.mended, runs.found, runs.took].map((heading) => (
              <Table.Th key={heading} ta="right">
                {heading}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {reports.map((report) => (
            <Table.Tr key={report.run.id}>
              <Table.Td>
                <Moment at={report.run.startedAt} as="time" />
              </Table.Td>
              <Table.Td>
                {runs.outcomes[report.run.outcome]}
                {report.run.keptBack ? (
                  <Text size="sm" c="dimmed">
                    {runs.keptBack(words.number(report.run.keptBack))}
                  </Text>
                ) : null}
                {report.run.reason ? (
                  <Text size="sm" c="dimmed" lineClamp={2}>
                    {report.run.reason}
                  </Text>
                ) : null}
              </Table.Td>
              <Table.Td ta="right">{words.number(sentIn(report))}</Table.Td>
              <Table.Td ta="right">{words.number(report.problems.closed)}</Table.Td>
              <Table.Td ta="right">{words.number(report.problems.opened)}</Table.Td>
              <Table.Td ta="right">
                {words.span(Date.parse(report.run.finishedAt) - Date.parse(report.run.startedAt))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function sentIn({ delivered }: RunReport): number {
  return Object.values(delivered)
    .flatMap((kinds) => Object.values(kinds))
    .reduce((sum, { created, updated, archived }) => sum + created + updated + archived, 0);
}
