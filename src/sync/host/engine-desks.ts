import type { Engine } from '../engine.ts';
import { createActivity } from './activity.ts';
import type { Host } from './host-contract.ts';
import { createProblemDesk } from './problem-desk.ts';

/** What the screens ask of an open shop, besides the agent. */
export type EngineDesks = Pick<Host, 'problems' | 'runs' | 'activity' | 'calls'>;

/** Opens the desks of an engine; they live as long as it does. */
export function openDesks(engine: Engine): EngineDesks {
  return {
    problems: createProblemDesk(engine),
    runs: (before, limit) => engine.runs.list(before, limit),
    activity: createActivity(engine),
    calls: (limit) => engine.calls.newest(limit),
  };
}
