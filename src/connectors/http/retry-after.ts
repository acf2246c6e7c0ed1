/** What a far side that says nothing is given, in milliseconds: half of the minute by which most of them count. */
const usual = 30_000;

/** No far side may put us off for longer than this at a time: what it says may be a slip. */
const longest = 24 * 3_600_000;

/**
 * How many milliseconds a far side asks us to wait, after RFC 9110: whole seconds, or a date. A date is measured against
 * the far side's own `Date`, where it sends one, for the shop's clock may be wrong. `unsaid` is meant where it says nothing.
 */
export function retryAfter(headers: Headers, now: number, unsaid = usual): number {
  const said = headers.get('retry-after')?.trim();
  if (!said) return unsaid;
  if (/^\d+$/.test(said)) return Math.min(Number(said) * 1000, longest);
  // JavaScript would read much else as a date of this computer's own zone.
  const until = said.endsWith(' GMT') ? Date.parse(said) : NaN;
  if (Number.isNaN(until)) return unsaid;
  const theirs = Date.parse(headers.get('date') ?? '');
  return Math.min(Math.max(until - (Number.isNaN(theirs) ? now : theirs), 0), longest);
}
