import { TillbridgeError } from '../../support/errors.ts';
import type { Engine } from '../engine.ts';
import type { Host } from './host-contract.ts';
import { createProblemDesk } from './problem-desk.ts';

/** What the screens ask of an open shop, besides the agent. */
export type EngineDesks = Pick<Host, 'problems' | 'runs' | 'activity' | 'calls'>;

/** Opens the desks of an engine; they live as long as it does. */
export function openDesks(engine: Engine): EngineDesks {
  const missing = (): never => {
    throw new TillbridgeError('defect', 'asking: this is not built yet', { hint: 'Come back later.' });
  };
  return {
    problems: createProblemDesk(engine),
    runs: () => {
      const last = engine.runs.last();
      return last ? [last] : [];
    },
    activity: missing,
    calls: missing,
  };
}
