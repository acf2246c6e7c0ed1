import { Anchor, Group, Text, Title } from '@mantine/core';
import { Link } from 'wouter';
import type { RunReport } from '../../../src/sync/agent-contract.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useMe } from '../../api/use-me.ts';
import { Asked } from '../../parts/asked.tsx';
import { DataTable } from '../../parts/data-table.tsx';
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
  const figure = (title: string) => ({ title, isNumber: true });
  return (
    <DataTable
      label={runs.title}
      columns={[
        { title: runs.when },
        { title: runs.outcome },
        ...[runs.sent, runs.mended, runs.found, runs.took].map(figure),
      ]}
      rows={reports.map((report) => ({
        key: report.run.id,
        cells: [
          <Moment key="when" at={report.run.startedAt} as="time" />,
          <Outcome key="outcome" run={report.run} />,
          words.number(sentIn(report)),
          words.number(report.problems.closed),
          words.number(report.problems.opened),
          words.span(Date.parse(report.run.finishedAt) - Date.parse(report.run.startedAt)),
        ],
      }))}
    />
  );
}

function Outcome({ run: { outcome, keptBack, reason } }: { run: RunReport['run'] }) {
  const words = useWords();
  const { runs } = words.texts.today;
  return (
    <div>
      {runs.outcomes[outcome]}
      {keptBack ? (
        <Text size="sm" c="dimmed">
          {runs.keptBack(words.number(keptBack))}
        </Text>
      ) : null}
      {reason ? (
        <Text size="sm" c="dimmed" lineClamp={2}>
          {words.sentence(reason)}
        </Text>
      ) : null}
    </div>
  );
}

function sentIn({ delivered }: RunReport): number {
  return Object.values(delivered)
    .flatMap((kinds) => Object.values(kinds))
    .reduce((sum, { created, updated, archived }) => sum + created + updated + archived, 0);
}
