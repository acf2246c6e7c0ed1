import { Group, SegmentedControl, SimpleGrid, Stack, Text } from '@mantine/core';
import { useSearchParams } from 'wouter';
import { useAsked } from '../../../api/use-asked.ts';
import { Asked } from '../../../parts/asked.tsx';
import { useWords } from '../../../words/words.ts';
import { CausesPlot } from './causes-plot.tsx';
import { sinceFirst } from './findings.ts';
import { MendingPlot } from './mending-plot.tsx';
import { OpenPlot } from './open-plot.tsx';
import { StagePlot } from './stage-plot.tsx';
import { VolumePlot } from './volume-plot.tsx';

const periods = [14, 30, 90, 365] as const;

/** How it went over time. Every plot says what it shows; the figures stand behind it. */
export function Plots() {
  const words = useWords();
  const { plots } = words.texts.activity;
  const [asked, ask] = useSearchParams();
  const days = periods.find((each) => String(each) === asked.get('days')) ?? 30;
  const activity = useAsked(['activity', days], (api, signal) => api.runs.activity({ days }, { signal }));
  const groups = useAsked(['problem-groups'], (api, signal) => api.problems.groups({}, { signal }));
  return (
    <Stack gap="lg">
      <Group>
        <SegmentedControl
          aria-label={plots.period}
          data={periods.map((each) => ({ value: String(each), label: plots.days(words.number(each)) }))}
          value={String(days)}
          onChange={(value) => ask({ days: value }, { replace: true })}
        />
      </Group>
      <Asked query={activity}>
        {({ days: all, mending }) => {
          const rows = sinceFirst(all);
          return rows.length === 0 ? (
            <Text>{plots.none}</Text>
          ) : (
            <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="xl" verticalSpacing={40}>
              <OpenPlot days={rows} />
              <VolumePlot days={rows} />
              <Asked query={groups}>{(found) => <CausesPlot groups={found} />}</Asked>
              <StagePlot days={rows} />
              <MendingPlot mending={mending} />
            </SimpleGrid>
          );
        }}
      </Asked>
    </Stack>
  );
}
