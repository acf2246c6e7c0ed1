/** Whether two words differ by one slip of the fingers: a letter too many, too few, another, or two changed over. Equal words do not. */
export function isOneSlip(one: string, other: string): boolean {
  if (one.length < other.length) return isOneSlip(other, one);
  if (one === other || one.length - other.length > 1) return false;
  let start = 0;
  while (start < other.length && one[start] === other[start]) start++;
  if (one.length > other.length) return one.slice(start + 1) === other.slice(start);
  const areSwapped = one[start] === other[start + 1] && one[start + 1] === other[start];
  return (
    one.slice(start + 1) === other.slice(start + 1) || (areSwapped && one.slice(start + 2) === other.slice(start + 2))
  );
}
