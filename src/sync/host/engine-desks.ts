import { TillbridgeError } from '../../support/errors.ts';
import type { Engine } from '../engine.ts';
import type { Host } from './host-contract.ts';

/** What the screens ask of an open shop, besides the agent. */
export type EngineDesks = Pick<Host, 'problems' | 'runs' | 'activity' | 'calls'>;

/** Opens the desks of an engine; they live as long as it does. */
export function openDesks(engine: Engine): EngineDesks {
  void engine;
  const missing = (): never => {
    throw new TillbridgeError('defect', 'asking: this is not built yet', { hint: 'Come back later.' });
  };
  return {
    problems: {
      page: missing,
      groups: missing,
      card: missing,
      assign: missing,
      assignees: missing,
      document: missing,
    },
    runs: () => {
      const last = engine.runs.last();
      return last ? [last] : [];
    },
    activity: missing,
    calls: missing,
  };
}
