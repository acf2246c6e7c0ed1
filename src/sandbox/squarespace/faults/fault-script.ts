import { fault } from './fault.ts';
import type { Fault, FaultOf, FaultRequest } from './fault.ts';
import { pathPattern } from '../../path-pattern.ts';

/** What strikes one request. */
export interface Strike {
  readonly delay?: FaultOf<'delay'>;
  readonly blow?: Exclude<Fault, { kind: 'delay' }>;
}

/** The faults that are to come. */
export interface FaultScript {
  /** Throws a ZodError for what is no fault. */
  add(request: FaultRequest): void;
  clear(): void;
  pending(): readonly Fault[];
}

/** The same, as the server uses it. */
export interface RunningScript extends FaultScript {
  /** What strikes this request: of the faults that fit, the first that was added, and on top of it the first delay. */
  strike(request: { readonly method: string; readonly path: string }): Strike;
}

interface Entry {
  readonly fault: Fault;
  readonly path: RegExp;
  toSkip: number;
  left: number;
}

function timesOf({ times, probability }: Fault): number {
  if (times === null) return Infinity;
  return times ?? (probability < 1 ? Infinity : 1);
}

/** An empty script. `random` decides about faults that have a probability. */
export function createFaultScript(random: () => number): RunningScript {
  let entries: Entry[] = [];

  function strikes(entry: Entry, method: string): boolean {
    if (entry.fault.method !== undefined && entry.fault.method !== method) return false;
    if (entry.toSkip > 0) {
      entry.toSkip -= 1;
      return false;
    }
    return entry.fault.probability === 1 || random() < entry.fault.probability;
  }

  function use(entry: Entry): Fault {
    entry.left -= 1;
    if (entry.left <= 0) entries = entries.filter((each) => each !== entry);
    return entry.fault;
  }

  return {
    add(request) {
      const parsed = fault.parse(request);
      const path = pathPattern(parsed.path);
      entries.push({ fault: parsed, path, toSkip: parsed.skip, left: timesOf(parsed) });
    },
    clear() {
      entries = [];
    },
    pending: () => entries.map((entry) => entry.fault),
    strike({ method, path }) {
      let delay: FaultOf<'delay'> | undefined;
      let blow: Strike['blow'];
      for (const entry of entries) {
        if (entry.fault.kind === 'delay' ? delay : blow) continue;
        if (!entry.path.test(path) || !strikes(entry, method)) continue;
        const used = use(entry);
        if (used.kind === 'delay') delay = used;
        else blow = used;
      }
      return { ...(delay && { delay }), ...(blow && { blow }) };
    },
  };
}
