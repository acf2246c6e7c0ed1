import type { Outcome } from '../contract.ts';
import { instantOf } from '../../model/ids.ts';
import type { HttpAnswer, NoAnswer } from './client.ts';
import { retryAfter } from './retry-after.ts';

/** What stands behind an answer that refuses a whole request. */
export interface WholeAnswer {
  readonly answer: HttpAnswer;
  /** As people call the far side: "GenieAI". */
  readonly label: string;
  /** The far side's own word for what is wrong, where it gave one that is safe to repeat. */
  readonly code: string | undefined;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** One row: these statuses mean this. */
export interface StatusRow {
  readonly from: number;
  readonly to: number;
  /** Undefined where this row has nothing to say after all: the next row that fits is asked. */
  readonly outcome: (whole: WholeAnswer) => Outcome | undefined;
}

/** What was answered, for Details: never what stood in the request, nor the far side's own sentence, which may repeat it. */
export function said({ answer, label, code }: WholeAnswer): string {
  const id = answer.requestId && /^[\w.:-]{1,80}$/.test(answer.requestId) ? `, request ${answer.requestId}` : '';
  return `${label} answered ${answer.status}${code ? ` ${code}` : ''}${id}`;
}

function halt(hint: (label: string) => string): StatusRow['outcome'] {
  return (whole) => ({ kind: 'halted', reason: said(whole), hint: hint(whole.label) });
}

const divide: StatusRow['outcome'] = (whole) => ({ kind: 'indivisible', reason: said(whole) });
const again: StatusRow['outcome'] = (whole) => ({ kind: 'retry', reason: said(whole), mayHaveArrived: true });
const notTaken: StatusRow['outcome'] = (whole) => ({ kind: 'retry', reason: said(whole), mayHaveArrived: false });
const slower: StatusRow['outcome'] = ({ answer, now }) => ({
  kind: 'throttled',
  until: instantOf(now + retryAfter(answer.headers, now)),
});

const wrongAddress = (label: string): string =>
  `Check the address of ${label} in the settings: something else answers there.`;
const wrongKey = (label: string): string => `Make a new key in ${label} and store it here.`;

/**
 * What each status means where a far side says nothing else. A connector puts its own rows in front. Whatever is not
 * listed halts, because then nothing is lost and nothing is parked while somebody looks.
 */
export const statusRows: readonly StatusRow[] = [
  // A success that is not the answer which was promised: a captive portal, or a proxy.
  {
    from: 200,
    to: 299,
    outcome: (whole) => ({ kind: 'retry', reason: `${said(whole)}, but not as agreed`, mayHaveArrived: true }),
  },
  { from: 300, to: 399, outcome: halt(wrongAddress) },
  { from: 400, to: 400, outcome: divide },
  { from: 401, to: 401, outcome: halt(wrongKey) },
  {
    from: 402,
    to: 402,
    outcome: halt((label) => `The ${label} account does not allow this at the moment: look at its plan and its bill.`),
  },
  // HTML comes from a gateway in front of the far side: it may dislike the line, or what one record says.
  { from: 403, to: 403, outcome: (whole) => (whole.answer.body === undefined ? notTaken(whole) : undefined) },
  {
    from: 403,
    to: 403,
    outcome: halt((label) => `The key may not do this: give it the right to write in ${label}, or make a new one.`),
  },
  { from: 404, to: 405, outcome: halt(wrongAddress) },
  { from: 408, to: 409, outcome: again },
  { from: 413, to: 413, outcome: divide },
  { from: 415, to: 415, outcome: divide },
  { from: 422, to: 422, outcome: divide },
  { from: 425, to: 425, outcome: notTaken },
  { from: 429, to: 429, outcome: slower },
  { from: 501, to: 501, outcome: halt(wrongAddress) },
  { from: 503, to: 503, outcome: (whole) => (whole.answer.headers.has('retry-after') ? slower(whole) : undefined) },
  { from: 500, to: 599, outcome: again },
];

/** What an answer to a whole request means, by the first row that fits. */
export function wholeOutcome(whole: WholeAnswer, rows: readonly StatusRow[] = statusRows): Outcome {
  const { status } = whole.answer;
  for (const row of rows) {
    const outcome = status >= row.from && status <= row.to ? row.outcome(whole) : undefined;
    if (outcome) return outcome;
  }
  return {
    kind: 'halted',
    reason: said(whole),
    hint: 'This answer is not one that we know. Look for a newer version of Tillbridge, or ask for help with this line.',
  };
}

/** What it means that there was no answer. */
export function silentOutcome({ reason, mayHaveArrived }: NoAnswer, label: string): Outcome {
  return { kind: 'retry', reason: `${label} is out of reach: ${reason}`, mayHaveArrived };
}
