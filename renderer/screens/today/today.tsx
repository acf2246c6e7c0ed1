import { Grid, Stack } from '@mantine/core';
import { useHost } from '../../api/host-state.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { ReportWaits } from '../../parts/report-waits.tsx';
import { useWords } from '../../words/words.ts';
import { GuardAsks } from './guard-asks.tsx';
import { LastRuns } from './last-runs.tsx';
import { RunUnderWay } from './run-under-way.tsx';
import { Sources } from './sources.tsx';
import { StateSentence } from './state-sentence.tsx';
import { Trouble } from './trouble.tsx';
import { WhatWaits } from './what-waits.tsx';

/** How the shop stands: one sentence, one button, and whatever needs somebody. */
export function Today() {
  const { state } = useHost();
  const { texts } = useWords();
  const { status, trouble, underway } = state;
  return (
    <Stack gap="lg" maw={1100}>
      <PageTitle title={texts.screens.today} toMend={status?.toMend ?? 0} />
      {trouble ? <Trouble trouble={trouble} /> : null}
      {status ? (
        <>
          <StateSentence status={status} />
          {underway ? <RunUnderWay underway={underway} destinations={status.destinations} /> : null}
          {status.lastRun?.guard && !underway ? <GuardAsks guard={status.lastRun.guard} /> : null}
          <ReportWaits />
          <Grid gap="lg">
            <Grid.Col span={{ base: 12, md: 6 }}>
              <WhatWaits status={status} />
            </Grid.Col>
            <Grid.Col span={{ base: 12, md: 6 }}>
              <Sources status={status} />
            </Grid.Col>
          </Grid>
          <LastRuns />
        </>
      ) : null}
    </Stack>
  );
}
