import { pathPattern } from '../../path-pattern.ts';
import { fault } from './fault.ts';
import type { Fault, FaultOf, FaultRequest } from './fault.ts';

/** What strikes one request. */
export interface Strike {
  readonly delay?: FaultOf<'delay'>;
  readonly blow?: Exclude<Fault, { kind: 'delay' | 'poison' }>;
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
  /** Whether one of the records poisons the request. */
  isPoisoned(path: string, externalIds: readonly unknown[]): boolean;
}

interface Entry {
  readonly fault: Fault;
  readonly path: RegExp;
  left: number;
}

function timesOf(request: Fault): number {
  if (request.times === null) return Infinity;
  return request.times ?? (request.probability < 1 || request.kind === 'poison' ? Infinity : 1);
}

/** An empty script. `random` decides about faults that have a probability. */
export function createFaultScript(random: () => number): RunningScript {
  let entries: Entry[] = [];

  function use(entry: Entry): Fault {
    entry.left -= 1;
    if (entry.left <= 0) entries = entries.filter((each) => each !== entry);
    return entry.fault;
  }

  function strikes({ fault: { method, probability } }: Entry, requested: string): boolean {
    return (method === undefined || method === requested) && (probability === 1 || random() < probability);
  }

  return {
    add(request) {
      const parsed = fault.parse(request);
      entries.push({ fault: parsed, path: pathPattern(parsed.path), left: timesOf(parsed) });
    },
    clear() {
      entries = [];
    },
    pending: () => entries.map((entry) => entry.fault),
    strike({ method, path }) {
      let delay: FaultOf<'delay'> | undefined;
      let blow: Strike['blow'];
      for (const entry of entries) {
        const { kind } = entry.fault;
        if (kind === 'poison' || (kind === 'delay' ? delay : blow)) continue;
        if (!entry.path.test(path) || !strikes(entry, method)) continue;
        const used = use(entry);
        if (used.kind === 'delay') delay = used;
        else if (used.kind !== 'poison') blow = used;
      }
      return { ...(delay && { delay }), ...(blow && { blow }) };
    },
    isPoisoned(path, externalIds) {
      const poison = entries.find(
        (entry) =>
          entry.fault.kind === 'poison' &&
          externalIds.includes(entry.fault.externalId) &&
          entry.path.test(path) &&
          strikes(entry, 'POST'),
      );
      if (poison) use(poison);
      return poison !== undefined;
    },
  };
}
