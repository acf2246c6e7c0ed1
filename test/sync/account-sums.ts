import { expect } from 'vitest';
import { recordKinds } from '../../src/model/record.ts';
import type { RunReport } from '../../src/sync/agent-contract.ts';

/** Every row counted in exactly one place. */
export function expectToAddUp({ account }: RunReport): void {
  for (const kinds of Object.values(account)) {
    for (const kind of recordKinds) {
      const { rows, unchanged, sent, waiting, problem, excluded, joined } = kinds[kind];
      expect({ kind, sum: unchanged + sent + waiting + problem + excluded + joined }).toEqual({ kind, sum: rows });
    }
  }
}
