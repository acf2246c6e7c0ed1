import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { ActivityDay } from '../../../../src/sync/host/host-contract.ts';
import { useWords } from '../../../words/words.ts';
import { Figure } from './figure.tsx';
import { slowestStage, stages } from './findings.ts';
import { axis, hoverLook, ink, plotHeight } from './plot-look.ts';
import { dayOf, shareWords } from './plot-words.ts';
import { spanTicks } from './span-ticks.ts';

/** Told apart by what they are filled with, not by colour alone. */
const fills = { read: ink.first, check: 'url(#stripes)', send: 'url(#dots)' } as const;

/** What runs spent their time on, day by day. */
export function StagePlot({ days }: { days: readonly ActivityDay[] }) {
  const words = useWords();
  const { plots } = words.texts.activity;
  const { stages: texts } = plots;
  const found = slowestStage(days);
  const spent = days.map(({ day, seconds: { read, check, send } }) => ({ day, read, check, send }));
  const ticks = spanTicks(Math.max(0, ...spent.map(({ read, check, send }) => read + check + send)));
  const shown = (value: unknown) => words.span(Number(value) * 1000);
  return (
    <Figure
      title={found ? texts.title(texts[found.stage], shareWords(found.share, words)) : texts.nothing}
      unit={texts.unit}
      columns={[{ title: plots.day }, ...stages.map((stage) => ({ title: texts[stage], isNumber: true }))]}
      rows={spent.toReversed().map((each) => ({
        key: each.day,
        cells: [words.day(each.day), ...stages.map((stage) => shown(each[stage]))],
      }))}
      plot={
        found && (
          <ResponsiveContainer width="100%" height={plotHeight}>
            <BarChart data={spent} accessibilityLayer={false}>
              <Fills />
              <CartesianGrid vertical={false} stroke={ink.grid} />
              <XAxis dataKey="day" tickFormatter={words.shortDay} minTickGap={24} {...axis} />
              <YAxis
                ticks={ticks}
                domain={[0, ticks.at(-1) ?? 0]}
                tickFormatter={shown}
                width="auto"
                axisLine={false}
                {...axis}
              />
              <Tooltip labelFormatter={dayOf(words)} formatter={shown} isAnimationActive={false} {...hoverLook} />
              <Legend
                itemSorter={null}
                formatter={(name: string) => (
                  <span style={{ color: 'var(--mantine-color-text)', fontSize: 'var(--mantine-font-size-sm)' }}>
                    {name}
                  </span>
                )}
              />
              {stages.map((stage) => (
                <Bar
                  key={stage}
                  dataKey={stage}
                  name={texts[stage]}
                  stackId="all"
                  maxBarSize={48}
                  fill={fills[stage]}
                  stroke="var(--mantine-color-body)"
                  isAnimationActive={false}
                />
              ))}
            </BarChart>
          </ResponsiveContainer>
        )
      }
    />
  );
}

function Fills() {
  return (
    <defs>
      <pattern id="stripes" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" fill={ink.second} fillOpacity="0.25" />
        <rect width="3" height="6" fill={ink.second} />
      </pattern>
      <pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" fill={ink.third} fillOpacity="0.25" />
        <circle cx="3" cy="3" r="1.6" fill={ink.third} />
      </pattern>
    </defs>
  );
}
