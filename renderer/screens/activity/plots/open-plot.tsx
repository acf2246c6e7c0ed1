import { Area, AreaChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { ActivityDay } from '../../../../src/sync/host/host-contract.ts';
import { useWords } from '../../../words/words.ts';
import { Figure } from './figure.tsx';
import { trendOf } from './findings.ts';
import { axis, hoverLook, ink, plotHeight } from './plot-look.ts';
import { dayOf } from './plot-words.ts';

/** What is to mend, at the end of every day. */
export function OpenPlot({ days }: { days: readonly ActivityDay[] }) {
  const words = useWords();
  const { plots } = words.texts.activity;
  const { open: texts } = plots;
  const found = trendOf(days);
  const figure = (title: string) => ({ title, isNumber: true });
  return (
    <Figure
      title={found ? titleOf(found) : texts.nothing}
      unit={texts.unit}
      columns={[{ title: plots.day }, figure(texts.open), figure(texts.opened), figure(texts.closed)]}
      rows={days.toReversed().map(({ day, problemsOpen, problemsOpened, problemsClosed }) => ({
        key: day,
        cells: [words.day(day), ...[problemsOpen, problemsOpened, problemsClosed].map(words.number)],
      }))}
      plot={
        found && (
          <ResponsiveContainer width="100%" height={plotHeight}>
            <AreaChart data={[...days]} accessibilityLayer={false}>
              <CartesianGrid vertical={false} stroke={ink.grid} />
              <XAxis dataKey="day" tickFormatter={words.shortDay} minTickGap={24} {...axis} />
              <YAxis tickFormatter={words.number} width="auto" allowDecimals={false} axisLine={false} {...axis} />
              <Tooltip labelFormatter={dayOf(words)} isAnimationActive={false} {...hoverLook} />
              <Area
                type="linear"
                dataKey="problemsOpen"
                name={texts.open}
                stroke={ink.second}
                strokeWidth={2}
                fill={ink.second}
                fillOpacity={0.15}
                dot={days.length < 3}
                isAnimationActive={false}
              />
            </AreaChart>
          </ResponsiveContainer>
        )
      }
    />
  );

  function titleOf({ trend, now, before, day }: NonNullable<ReturnType<typeof trendOf>>): string {
    const [today, was, when] = [words.number(now), words.number(before), words.shortDay(day)];
    if (trend === 'first') return texts.first(today);
    return trend === 'same' ? texts.same(today, when) : texts[trend](today, was, when);
  }
}
