import type { HttpCall } from '../../connectors/http/client.ts';
import { instantOf } from '../../model/ids.ts';
import type { CallSeen } from './host-contract.ts';
import { maskedAnswer, maskedPath } from './masked-answer.ts';

/** The newest calls to destinations, with nobody's data in them. */
export interface CallLog {
  note(destination: string, call: HttpCall): void;
  /** The newest first. */
  newest(limit: number): readonly CallSeen[];
}

/**
 * So many calls are kept: a first load of 400,000 records, or a month of quiet days. They stay in memory, because a call
 * must not cost a write to disk, and what has to last (counts, reasons, request ids of refusals) stands in the runs.
 */
const callsKept = 2000;

const requestIdText = /^[\w.:-]{1,80}$/;

/** A log that keeps the newest calls, and forgets them with the process. */
export function createCallLog(capacity: number = callsKept): CallLog {
  const ring: CallSeen[] = [];
  let next = 0;
  return {
    note(destination, call) {
      ring[next % capacity] = seen(destination, call);
      next++;
    },
    newest: (limit) =>
      Array.from({ length: Math.min(limit, ring.length) }, (_, back) => ring[(next - 1 - back) % capacity]).filter(
        (call) => call !== undefined,
      ),
  };
}

function seen(destination: string, { request, answer, startedAt, milliseconds }: HttpCall): CallSeen {
  const { method, path, query, records = null } = request;
  return {
    at: instantOf(startedAt),
    destination,
    call: `${method} ${maskedPath(path, query)}`,
    milliseconds,
    records,
    ...(answer.answered
      ? {
          status: answer.status,
          requestId: answer.requestId !== null && requestIdText.test(answer.requestId) ? answer.requestId : null,
          answer: maskedAnswer(answer.body),
        }
      : // Our own words, which hold nobody's data.
        { status: null, requestId: null, answer: answer.reason }),
  };
}
