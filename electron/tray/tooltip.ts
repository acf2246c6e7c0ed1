import type { Words } from '../words/english.ts';
import { lastProofAt, stateOf, type Known } from './known.ts';

/** Windows shows no more of a tooltip. */
const longest = 127;

const minute = 60_000;
const steps = [
  { unit: 'day', length: 24 * 60 * minute },
  { unit: 'hour', length: 60 * minute },
  { unit: 'minute', length: minute },
] as const;

/** How it stands, how old the last proof is, and what is to mend: at most 127 characters, the sentence giving way. */
export function tooltipOf(known: Known, words: Words, now: number): string {
  const toMend = known.state?.status?.toMend ?? 0;
  const proof = lastProofAt(known.state);
  const facts = [
    ...(known.state?.isSetUp ? [proof === null ? words.noProof : words.lastProof(agoWords(proof, now, words))] : []),
    ...(toMend > 0 ? [words.toMend(toMend)] : []),
  ].join(' · ');
  const { sentence } = stateOf(known, words);
  const room = longest - (facts === '' ? 0 : facts.length + 1);
  return [shortened(sentence, room), ...(facts === '' ? [] : [facts])].join('\n');
}

function agoWords(then: number, now: number, { language, justNow }: Words): string {
  const away = Math.max(0, now - then);
  const step = steps.find(({ length }) => away >= length);
  if (!step) return justNow;
  return new Intl.RelativeTimeFormat(language, { numeric: 'always' }).format(
    -Math.floor(away / step.length),
    step.unit,
  );
}

function shortened(text: string, room: number): string {
  return text.length <= room ? text : `${text.slice(0, room - 1).trimEnd()}…`;
}
