import type { Trail } from '../../../src/sync/trail-contract.ts';

/** What one finding is called in the address: `customer/10433`. */
export function idOf({ kind, key }: Pick<Trail, 'kind' | 'key'>): string {
  return `${kind}/${key}`;
}
