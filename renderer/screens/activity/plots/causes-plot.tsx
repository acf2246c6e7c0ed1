import type { ProblemGroup } from '../../../../src/validation/problem-groups.ts';
import { useWords } from '../../../words/words.ts';
import { Figure } from './figure.tsx';
import { causesOf, worstCause, type Cause } from './findings.ts';
import { shareWords } from './plot-words.ts';
import { RankedBars } from './ranked-bars.tsx';

const drawn = 8;

/** Which fields the problems come from that are open now. */
export function CausesPlot({ groups }: { groups: readonly ProblemGroup[] }) {
  const words = useWords();
  const { plots, kind: kinds } = words.texts.activity;
  const { causes: texts } = plots;
  const causes = causesOf(groups);
  const worst = worstCause(causes);
  const nameOf = ({ kind, origin }: Cause) => (origin === '' ? texts.wholeRecord(kinds[kind]) : origin);
  const keyOf = ({ kind, origin }: Cause) => `${kind} ${origin}`;
  return (
    <Figure
      title={worst ? texts.title(shareWords(worst.share, words), nameOf(worst)) : texts.nothing}
      unit={texts.unit}
      columns={[{ title: texts.field }, { title: texts.count, isNumber: true }]}
      rows={causes.map((cause) => ({ key: keyOf(cause), cells: [nameOf(cause), words.number(cause.count)] }))}
      plot={
        worst && (
          <RankedBars
            bars={causes.slice(0, drawn).map((cause) => ({
              key: keyOf(cause),
              name: nameOf(cause),
              value: cause.count,
              shown: words.number(cause.count),
            }))}
          />
        )
      }
    />
  );
}
