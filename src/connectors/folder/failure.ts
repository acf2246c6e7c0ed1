import type { Outcome } from '../contract.ts';

/** Why a folder could not be used, and what to do about it. */
export interface FolderFailure {
  readonly reason: string;
  readonly hint: string;
  /** Whether trying again by itself may help. */
  readonly passes: boolean;
}

const failures: Readonly<Record<string, FolderFailure>> = {
  ENOSPC: { reason: 'the disk is full', hint: 'Make room on the disk.', passes: false },
  EDQUOT: { reason: 'the disk is full', hint: 'Make room on the disk.', passes: false },
  EACCES: {
    reason: 'it may not be written',
    hint: 'Let Tillbridge write in this folder, or name another.',
    passes: false,
  },
  EPERM: {
    reason: 'it may not be written',
    hint: 'Let Tillbridge write in this folder, or name another.',
    passes: false,
  },
  EROFS: {
    reason: 'it may not be written',
    hint: 'Let Tillbridge write in this folder, or name another.',
    passes: false,
  },
  ENOTDIR: { reason: 'there is a file where the folder should be', hint: 'Name another folder.', passes: false },
  EEXIST: { reason: 'there is a file where the folder should be', hint: 'Name another folder.', passes: false },
};

/** What a failure of the file system means. Its own message is not repeated: it may name a customer's file. */
export function failureOf(thrown: unknown): FolderFailure {
  const code = thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : 'unknown';
  const known = failures[code];
  return known ?? { reason: `the disk did not take it (${code})`, hint: 'It is tried again by itself.', passes: true };
}

/** The same as an outcome. */
export function failedOutcome(thrown: unknown): Outcome {
  const { reason, hint, passes } = failureOf(thrown);
  const words = `writing into the folder: ${reason}`;
  return passes ? { kind: 'retry', reason: words, mayHaveArrived: false } : { kind: 'halted', reason: words, hint };
}
