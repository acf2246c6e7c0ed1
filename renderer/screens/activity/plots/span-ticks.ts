/** Steps of an axis of time, in seconds, as clocks divide it. Whole multiples of each are told exactly: half minutes beyond one are not. */
const steps = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 28_800, 86_400];

/** More lines than these make an axis hard to read. */
const most = 5;

/** Where an axis of time from none to the longest has its lines, in seconds: no more than six, the last at the longest or beyond. */
export function spanTicks(longest: number): readonly number[] {
  const step = steps.find((each) => longest <= each * most) ?? Math.ceil(longest / most / 86_400) * 86_400;
  const count = Math.max(Math.ceil(longest / step), 1);
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toFixed(1)));
}
