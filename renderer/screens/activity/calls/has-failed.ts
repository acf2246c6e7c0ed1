import type { CallSeen } from '../../../../src/sync/host/host-contract.ts';

/** Whether a call came to nothing: no answer, or one that says so. */
export function hasFailed({ status }: Pick<CallSeen, 'status'>): boolean {
  return status === null || status >= 400;
}
