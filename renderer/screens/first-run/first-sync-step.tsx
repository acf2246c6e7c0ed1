import { Alert, Button, Group, Stack, Text, ThemeIcon } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import type { RunReport, Status } from '../../../src/sync/agent-contract.ts';
import { useHost } from '../../api/host-state.tsx';
import { useAsked } from '../../api/use-asked.ts';
import { useCommand } from '../../api/use-command.ts';
import { WhatAndHint } from '../../parts/what-and-hint.tsx';
import { useWords } from '../../words/words.ts';
import { GuardAsks } from '../today/guard-asks.tsx';
import { RunUnderWay } from '../today/run-under-way.tsx';
import type { StepParts } from './steps.tsx';
import type { Wizard } from './wizard.ts';
import { WizardPage } from './wizard-page.tsx';

/** The first sync while it goes on, and what came of it. */
export function FirstSyncStep({ wizard, page }: StepParts) {
  const { firstSync } = useWords().texts.firstRun;
  const { status, underway } = useHost().state;
  const { step, steps } = page;
  return (
    <WizardPage step={step} steps={steps}>
      {underway && status ? (
        <>
          <Text>{firstSync.going}</Text>
          <RunUnderWay underway={underway} destinations={status.destinations} />
        </>
      ) : null}
      {!underway && !status?.lastRun ? <Text role="status">{firstSync.starting}</Text> : null}
      {!underway && status?.lastRun ? <Ended status={status} lastRun={status.lastRun} wizard={wizard} /> : null}
    </WizardPage>
  );
}

function Ended({
  status,
  lastRun,
  wizard,
}: {
  status: Status;
  lastRun: NonNullable<Status['lastRun']>;
  wizard: Wizard;
}) {
  const words = useWords();
  const { firstSync } = words.texts.firstRun;
  const runs = useAsked(['runs', 1], (api, signal) => api.runs.list({ before: null, limit: 1 }, { signal }));
  const sync = useCommand((api) => api.runs.sync({}));
  const [, go] = useLocation();
  const leave = (to: string) => {
    wizard.forget();
    go(to);
  };
  const sent = sentIn(runs.data?.[0]);
  return (
    <Stack gap="lg" aria-live="polite">
      {lastRun.outcome === 'completed' ? (
        <Group gap="md" wrap="nowrap">
          <ThemeIcon size={56} radius="xl" variant="light" color="teal">
            <IconCheck size={32} aria-hidden />
          </ThemeIcon>
          <div>
            <Text size="xl" fw={650}>
              {firstSync.done}
            </Text>
            <Text>
              {firstSync.sent(words.number(sent))}{' '}
              {status.toMend > 0 ? firstSync.toMend(words.number(status.toMend)) : ''}
            </Text>
          </div>
        </Group>
      ) : (
        <Alert color="orange" role="alert" title={firstSync.stopped}>
          <WhatAndHint what={words.sentence(lastRun.reason ?? '')} hint={words.say(lastRun.hint ?? '')} />
        </Alert>
      )}
      {lastRun.guard ? <GuardAsks guard={lastRun.guard} /> : null}
      <Group gap="sm">
        {lastRun.outcome === 'completed' || lastRun.guard ? null : (
          <Button size="md" loading={sync.isPending} onClick={() => sync.mutate(undefined)}>
            {firstSync.again}
          </Button>
        )}
        <Button size="md" variant={lastRun.outcome === 'completed' ? 'filled' : 'default'} onClick={() => leave('/')}>
          {firstSync.today}
        </Button>
        {status.toMend > 0 ? (
          <Button size="md" variant="default" onClick={() => leave('/problems')}>
            {firstSync.problems}
          </Button>
        ) : null}
      </Group>
    </Stack>
  );
}

function sentIn(report: RunReport | undefined): number {
  return Object.values(report?.delivered ?? {})
    .flatMap((kinds) => Object.values(kinds))
    .reduce((sum, { created, updated, archived }) => sum + created + updated + archived, 0);
}
