import type { MendingTime } from '../../../../src/sync/host/host-contract.ts';
import { useWords } from '../../../words/words.ts';
import { Figure } from './figure.tsx';
import { slowestFirst } from './findings.ts';
import { hoursWords } from './plot-words.ts';
import { RankedBars } from './ranked-bars.tsx';

const drawn = 8;

/** How long it takes until problems of each rule are mended. */
export function MendingPlot({ mending }: { mending: readonly MendingTime[] }) {
  const words = useWords();
  const { mending: texts } = words.texts.activity.plots;
  const rules = slowestFirst(mending);
  const [slowest] = rules;
  const keyOf = ({ kind, field, code }: MendingTime) => `${kind} ${field} ${code}`;
  const titleOf = ({ mended, title, medianHours }: MendingTime) =>
    (mended === 1 ? texts.titleOne : texts.title)(words.say(title), hoursWords(medianHours, words));
  return (
    <Figure
      title={slowest ? titleOf(slowest) : texts.nothing}
      unit={texts.unit}
      columns={[{ title: texts.rule }, { title: texts.mended, isNumber: true }, { title: texts.hours, isNumber: true }]}
      rows={rules.map((rule) => ({
        key: keyOf(rule),
        cells: [words.say(rule.title), words.number(rule.mended), hoursWords(rule.medianHours, words)],
      }))}
      plot={
        slowest ? (
          <RankedBars
            bars={rules.slice(0, drawn).map((rule) => ({
              key: keyOf(rule),
              name: words.say(rule.title),
              value: rule.medianHours,
              shown: hoursWords(rule.medianHours, words),
            }))}
          />
        ) : null
      }
    />
  );
}
