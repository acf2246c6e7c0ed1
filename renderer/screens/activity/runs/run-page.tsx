import { Alert, Anchor, List, Stack, Text, Title } from '@mantine/core';
import { IconHistoryOff } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { RunReport } from '../../../../src/sync/agent-contract.ts';
import { useAsked } from '../../../api/use-asked.ts';
import { Asked } from '../../../parts/asked.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { useWords } from '../../../words/words.ts';
import { AccountTable } from './account-table.tsx';
import { DeliveredTable } from './delivered-table.tsx';
import { ReadTable } from './read-table.tsx';
import { tookOf } from './run-sums.ts';

/** One run: how it ended, what was read, what became of it, and the account that adds up. */
export function RunPage({ id }: { id: number }) {
  const { run: texts } = useWords().texts.activity;
  const query = useAsked(['run', id], (api, signal) => api.runs.list({ before: id + 1, limit: 1 }, { signal }));
  return (
    <Stack gap="lg">
      <Anchor component={Link} href="/activity" size="sm">
        {texts.back}
      </Anchor>
      <Asked query={query}>
        {([report]) =>
          report?.run.id === id ? (
            <Report report={report} />
          ) : (
            <EmptyState Icon={IconHistoryOff} title={texts.gone}>
              {texts.goneHint}
            </EmptyState>
          )
        }
      </Asked>
    </Stack>
  );
}

function Report({ report }: { report: RunReport }) {
  const words = useWords();
  const { activity, today } = words.texts;
  const { run, problems, seconds } = report;
  const span = (of: number) => words.span(of * 1000);
  return (
    <>
      <div>
        <Title order={3} size="h3">
          {activity.run.title(words.time(run.startedAt))}
        </Title>
        <Text>
          {today.runs.outcomes[run.outcome]}. {activity.run.took(words.span(tookOf(report)))}{' '}
          {seconds ? activity.run.stages(span(seconds.read), span(seconds.check), span(seconds.send)) : ''}
        </Text>
        <Text>
          {activity.run.mending(
            words.number(problems.opened),
            words.number(problems.closed),
            words.number(problems.open),
          )}
        </Text>
      </div>
      {run.reason ? <WhyNot run={run} /> : null}
      <ReadTable report={report} />
      {Object.entries(report.delivered).map(([destination, counts]) => (
        <DeliveredTable key={destination} destination={destination} counts={counts} />
      ))}
      {Object.entries(report.account).map(([destination, counts]) => (
        <AccountTable key={destination} destination={destination} counts={counts} />
      ))}
    </>
  );
}

function WhyNot({ run: { reason, hint, guard } }: Pick<RunReport, 'run'>) {
  const words = useWords();
  const { run: texts } = words.texts.activity;
  return (
    <Alert color="orange" title={words.sentence(reason ?? '')}>
      <Stack gap="xs">
        {guard ? (
          <>
            <Text size="sm">
              {words.say(guard.what)} ({texts.guard(words.number(guard.count), words.number(guard.of))}).{' '}
              {words.say(guard.cause)}
            </Text>
            <List size="sm">
              {guard.examples.map((example) => (
                <List.Item key={example}>{words.say(example)}</List.Item>
              ))}
            </List>
          </>
        ) : null}
        {hint ? <Text size="sm">{words.say(hint)}</Text> : null}
      </Stack>
    </Alert>
  );
}
