import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link, useSearchParams } from 'wouter';
import type { RunReport } from '../../../../src/sync/agent-contract.ts';
import { useAsked } from '../../../api/use-asked.ts';
import { Asked } from '../../../parts/asked.tsx';
import { DataTable } from '../../../parts/data-table.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { useWords } from '../../../words/words.ts';
import { readIn, sentIn, tookOf } from './run-sums.ts';

const aPage = 25;

/** Every run that is kept, the newest first, a page at a time. */
export function RunList() {
  const { texts } = useWords();
  const [asked] = useSearchParams();
  const given = Number(asked.get('before'));
  const before = Number.isInteger(given) && given > 0 ? given : null;
  const query = useAsked(['runs', before, aPage], (api, signal) => api.runs.list({ before, limit: aPage }, { signal }));
  return (
    <Asked query={query}>
      {(reports) => {
        const last = reports.length === aPage ? reports.at(-1) : undefined;
        return (
          <Stack>
            {reports.length === 0 ? <Text>{texts.today.runs.none}</Text> : <RunTable reports={reports} />}
            <Group gap="lg">
              {before === null ? null : (
                <Anchor component={Link} href="/activity">
                  {texts.activity.runs.newest}
                </Anchor>
              )}
              {last ? (
                <Anchor component={Link} href={`/activity?before=${last.run.id}`}>
                  {texts.activity.runs.older}
                </Anchor>
              ) : null}
            </Group>
          </Stack>
        );
      }}
    </Asked>
  );
}

function RunTable({ reports }: { reports: readonly RunReport[] }) {
  const words = useWords();
  const { today, activity } = words.texts;
  const { runs } = today;
  const figure = (title: string) => ({ title, isNumber: true });
  return (
    <DataTable
      label={activity.tabs.runs}
      columns={[
        { title: runs.when, isShort: true },
        { title: runs.outcome },
        ...[activity.runs.read, runs.sent, runs.mended, runs.found, runs.took].map(figure),
      ]}
      rows={reports.map((report) => ({
        key: report.run.id,
        cells: [
          <Anchor
            key="when"
            component={Link}
            inherit
            href={`/activity/runs/${report.run.id}`}
            aria-label={activity.runs.open(words.time(report.run.startedAt))}
          >
            <Moment at={report.run.startedAt} as="time" />
          </Anchor>,
          <Outcome key="outcome" report={report} />,
          words.number(readIn(report)),
          words.number(sentIn(report)),
          words.number(report.problems.closed),
          words.number(report.problems.opened),
          words.span(tookOf(report)),
        ],
      }))}
    />
  );
}

function Outcome({ report: { run } }: { report: RunReport }) {
  const { sentence, texts } = useWords();
  const { runs } = texts.today;
  return (
    <div>
      {runs.outcomes[run.outcome]}
      {run.reason ? (
        <Text size="sm" c="dimmed" lineClamp={2}>
          {sentence(run.reason)}
        </Text>
      ) : null}
    </div>
  );
}
