/** A stretch of a value, and whether it is what is wrong. */
export interface MarkedPart {
  readonly text: string;
  readonly faulty: boolean;
}

/** What is wrong inside a value, by the rule's code; rules that are not here mean the value as a whole. */
const faultyParts: Readonly<Record<string, RegExp>> = {
  bad_character: /\ufffd+/gu,
  control_character: /\p{Cc}+/gu,
  untrimmed: /^\s+|\s+$/g,
  bad_phone: /[^\d+()\s./-]+|(?<=.)\+/g,
  bad_email: /[^\w.!#$%&'*+/=?^`{|}~@-]+|@(?=@)|\.(?=\.)/g,
  bad_barcode: /\D+|\d$/g,
  bad_id: /[^\w.-]+/g,
};

/**
 * The value with the faulty part marked: what is known to be wrong by the rule, else what differs from the suggestion, else
 * nothing. The texts of the parts make up the value.
 */
export function markedValue(problem: {
  readonly value: string | null;
  readonly code: string;
  readonly suggestion: { readonly value: string } | null;
}): readonly MarkedPart[] {
  const { value, code, suggestion } = problem;
  if (value === null || value === '') return [];
  const pattern = faultyParts[code];
  const parts = code === 'bad_date' ? otherNumbers(value, suggestion?.value) : pattern ? markedBy(value, pattern) : [];
  if (parts.some(({ faulty }) => faulty)) return parts;
  return suggestion ? markedBeside(value, suggestion.value) : [{ text: value, faulty: false }];
}

/** Of a day that is suggested in another order than it stands there, the numbers that the suggestion has not. */
function otherNumbers(value: string, suggested = ''): readonly MarkedPart[] {
  const shape = (text: string) => text.replace(/\d+/g, (digits) => String(digits.length));
  const right: readonly string[] = suggested.match(/\d+/g) ?? [];
  const wrong = value.match(/\d+/g)?.filter((digits) => !right.includes(digits)) ?? [];
  if (right.length === 0 || wrong.length === 0 || shape(value) === shape(suggested)) return [];
  return markedBy(value, new RegExp(`(?<!\\d)(?:${wrong.join('|')})(?!\\d)`, 'g'));
}

function markedBy(value: string, pattern: RegExp): readonly MarkedPart[] {
  const parts: MarkedPart[] = [];
  let end = 0;
  for (const match of value.matchAll(pattern)) {
    if (match.index > end) parts.push({ text: value.slice(end, match.index), faulty: false });
    parts.push({ text: match[0], faulty: true });
    end = match.index + match[0].length;
  }
  if (end < value.length) parts.push({ text: value.slice(end), faulty: false });
  return parts;
}

/** Marks the one stretch that keeps the value from being the suggestion. */
function markedBeside(value: string, suggested: string): readonly MarkedPart[] {
  let start = 0;
  while (start < value.length && value[start] === suggested[start]) start++;
  let end = 0;
  while (end < value.length - start && end < suggested.length - start && value.at(-1 - end) === suggested.at(-1 - end))
    end++;
  const parts = [
    { text: value.slice(0, start), faulty: false },
    { text: value.slice(start, value.length - end), faulty: true },
    { text: value.slice(value.length - end), faulty: false },
  ];
  return parts.filter(({ text }) => text !== '');
}
