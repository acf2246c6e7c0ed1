import type { Span } from '../api.ts';
import { momentFrom } from '../wire/loose.ts';

/** What of a window is still to be read. */
export interface Rest {
  readonly span: Span;
  /** On from here within it; null at its beginning. */
  readonly cursor: string | null;
}

/** The least that a moment told without a fraction, or without seconds, may be short of the moment that is meant. */
function slack(text: string): number {
  return /T\d\d:\d\d:\d\d/.test(text) ? 1000 : 60_000;
}

function shifted(moment: string, milliseconds: number): string {
  return new Date(Date.parse(moment) + milliseconds).toISOString();
}

/** The window without what the page told of it; undefined where the page shows no order, or does not get anywhere. */
function narrowed({ from, to }: Span, times: readonly string[]): Span | undefined {
  const moments = times.flatMap((time) => momentFrom(time) ?? []);
  const [first, last, lastTime] = [moments[0], moments.at(-1), times.at(-1)];
  if (first === undefined || last === undefined || lastTime === undefined || moments.length < times.length) {
    return undefined;
  }
  const isFalling = moments.every((moment, index) => index === 0 || moment <= (moments[index - 1] ?? moment));
  const isRising = moments.every((moment, index) => index === 0 || moment >= (moments[index - 1] ?? moment));
  if (isFalling && first !== last) {
    const until = shifted(last, slack(lastTime));
    return until < to && until > from ? { from, to: until } : undefined;
  }
  if (isRising && first !== last) {
    const since = shifted(last, -1);
    return since > from && since < to ? { from: since, to } : undefined;
  }
  return undefined;
}

/**
 * What is left of a window after a page of it whose elements were changed at these times; null after its last page.
 *
 * The site pages through its list as it is at the moment of each request, so an element that is changed while we read
 * leaves the window, and with some sites all behind it move up by one, past us. So we go on by time instead of by place:
 * the rest of the window is what lies beyond the last time that the page told, and a time does not move. Where a page's
 * times all are the same, or are in no order, the site's own cursor has to do.
 */
export function restAfter(
  { span }: Rest,
  page: { times: readonly (string | null)[]; next: string | null },
): Rest | null {
  if (page.next === null) return null;
  const times = page.times.flatMap((time) => time ?? []);
  const rest = times.length === page.times.length ? narrowed(span, times) : undefined;
  return rest ? { span: rest, cursor: null } : { span, cursor: page.next };
}
