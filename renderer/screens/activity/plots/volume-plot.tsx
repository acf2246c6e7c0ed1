import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { ActivityDay } from '../../../../src/sync/host/host-contract.ts';
import { useWords } from '../../../words/words.ts';
import { Figure } from './figure.tsx';
import { sinceFirstLoad, volumeOf } from './findings.ts';
import { axis, hoverLook, ink, plotHeight } from './plot-look.ts';
import { dayOf } from './plot-words.ts';

/** Changes sent, day by day. */
export function VolumePlot({ days }: { days: readonly ActivityDay[] }) {
  const words = useWords();
  const { plots } = words.texts.activity;
  const { volume: texts } = plots;
  const load = sinceFirstLoad(days);
  const drawn = load?.rest ?? days;
  const finding = volumeOf(drawn);
  return (
    <Figure
      title={titleOf()}
      unit={texts.unit}
      columns={[{ title: plots.day }, { title: texts.sent, isNumber: true }, { title: texts.read, isNumber: true }]}
      rows={days.toReversed().map(({ day, sent, read }) => ({
        key: day,
        cells: [words.day(day), words.number(sent), words.number(read)],
      }))}
      plot={
        finding && (
          <ResponsiveContainer width="100%" height={plotHeight}>
            <BarChart data={[...drawn]} accessibilityLayer={false}>
              <CartesianGrid vertical={false} stroke={ink.grid} />
              <XAxis dataKey="day" tickFormatter={words.shortDay} minTickGap={24} {...axis} />
              <YAxis tickFormatter={words.number} width="auto" allowDecimals={false} axisLine={false} {...axis} />
              <Tooltip labelFormatter={dayOf(words)} isAnimationActive={false} {...hoverLook} />
              <Bar
                dataKey="sent"
                name={texts.sent}
                fill={ink.first}
                radius={[3, 3, 0, 0]}
                maxBarSize={48}
                isAnimationActive={false}
              />
            </BarChart>
          </ResponsiveContainer>
        )
      }
    />
  );

  function titleOf(): string {
    if (!finding) return texts.nothing;
    const most = words.number(finding.most);
    if (load) {
      const [sent, day] = [words.number(load.first.sent), words.shortDay(load.first.day)];
      return texts.since(words.number(finding.average), sent, day);
    }
    if (days.length === 1) return texts.first(most);
    return texts.title(words.number(finding.average), words.shortDay(finding.day), most);
  }
}
