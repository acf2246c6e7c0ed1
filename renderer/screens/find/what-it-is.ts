import type { Trail } from '../../../src/sync/trail-contract.ts';
import type { Texts } from '../../words/words.ts';

/** What a finding is, and where it stands: "Customer 10433 · at the till". The website's own keys say nothing to anybody. */
export function whatItIs({ kind, key, source, keyedOrder }: Trail, { kinds, sources, order }: Texts['find']): string {
  if (keyedOrder) return `${order(keyedOrder.number)} · ${kinds[kind]} ${keyedOrder.sale} · ${sources[source]}`;
  return `${source === 'website' ? kinds[kind] : `${kinds[kind]} ${key}`} · ${sources[source]}`;
}
