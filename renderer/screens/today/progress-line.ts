import type { Progress, Status } from '../../../src/sync/agent-contract.ts';
import type { Words } from '../../words/words.ts';

/** One stage of a run, as it is shown. `share` is null where the whole is not known. */
export interface ProgressLine {
  readonly key: string;
  readonly title: string;
  readonly detail: string;
  readonly share: number | null;
}

/** How far one stage has come, in words. */
export function lineOf(progress: Progress, words: Words, destinations: Status['destinations']): ProgressLine {
  const { today } = words.texts;
  const { stages, kinds } = today;
  switch (progress.stage) {
    case 'read': {
      const { source, kind, rows, of } = progress;
      const title = source === undefined ? stages.readTill(kinds[kind]) : stages.readWebsite(kinds[kind]);
      return { key: `read ${source ?? ''}`, title, ...counted(rows, of, words) };
    }
    case 'join':
      return { key: 'join', title: stages.join, ...counted(progress.customers, null, words) };
    case 'check':
      return {
        key: 'check',
        title: stages.check(kinds[progress.kind]),
        ...counted(progress.checked, progress.of, words),
      };
    case 'send': {
      const { destination, sent, of, perSecond } = progress;
      const label = destinations[destination]?.label ?? destination;
      const { detail, share } = counted(sent, of, words);
      const left = perSecond > 0 && sent < of ? today.left(words.span(((of - sent) / perSecond) * 1000)) : '';
      const parts = [detail, perSecond > 0 ? today.rate(words.number(perSecond)) : '', left];
      return {
        key: `send ${destination}`,
        title: stages.send(label),
        detail: parts.filter((part) => part !== '').join(' · '),
        share,
      };
    }
  }
}

function counted(done: number, of: number | null, { number, texts: { today } }: Words) {
  if (of === null || of === 0) return { detail: today.soFar(number(done)), share: null };
  return { detail: today.of(number(done), number(Math.max(of, done))), share: Math.min(1, done / of) };
}
