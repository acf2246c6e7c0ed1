import type { HostState } from '../../src/sync/host/host-contract.ts';
import type { StateName } from '../../src/sync/agent-contract.ts';
import type { EngineLife } from '../engine/keep-engine.ts';
import type { Words } from '../words/english.ts';

/** Everything that the tray goes by. */
export interface Known {
  readonly engine: EngineLife;
  /** The engine's last word; null before its first, and once it is gone. */
  readonly state: HostState | null;
}

/** Which of the six states it is, and the sentence for it: the engine's own words wherever there are any. */
export function stateOf(
  { engine, state }: Known,
  words: Words,
): { readonly name: StateName; readonly sentence: string } {
  if (engine === 'down' || engine === 'ending' || engine === 'ended')
    return { name: 'stopped', sentence: words.engineGone };
  if (!state) return { name: 'waiting', sentence: words.starting };
  if (state.trouble) return { name: 'stopped', sentence: `${state.trouble.what} ${state.trouble.hint}` };
  if (!state.isSetUp) return { name: 'needs-you', sentence: words.notSetUp };
  if (!state.status) return { name: 'stopped', sentence: words.starting };
  return { name: state.status.state, sentence: state.status.sentence };
}

/**
 * When it was last proven that a destination has what the till says, as epoch milliseconds: a run that completed, or
 * something that a destination took. Null before the first time.
 */
export function lastProofAt(state: HostState | null): number | null {
  if (!state?.status) return null;
  const { lastRun, destinations } = state.status;
  const proofs = Object.values(destinations).map(({ lastAcceptedAt }) => lastAcceptedAt);
  if (lastRun?.outcome === 'completed') proofs.push(lastRun.finishedAt);
  const times = proofs.flatMap((proof) => (proof === null ? [] : [Date.parse(proof)]));
  return times.length === 0 ? null : Math.max(...times);
}
