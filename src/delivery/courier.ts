import { randomUUID } from 'node:crypto';
import type { Connector, Operation, Outcome } from '../connectors/contract.ts';
import type { DestinationId } from '../model/ids.ts';
import { instantOf } from '../model/ids.ts';
import { isReadKind, type RecordKind } from '../model/record.ts';
import type { Clock } from '../support/clock.ts';
import { createTurns } from '../support/give-way.ts';
import type { Claimed, ClaimRequest } from './claims.ts';
import type { Destinations } from './destinations.ts';
import type { Gate, GatePolicy } from './gate.ts';
import { createGate, gatePolicy } from './gate.ts';
import type { Ledger } from './ledger.ts';
import type { RetryPolicy } from './next-state.ts';
import { retryPolicy } from './next-state.ts';
import type { Outbox } from './outbox.ts';
import { sendBatch } from './sending.ts';
import type { DeliveryEvents } from './settling.ts';
import type { DeliveryTally } from './tally.ts';
import { createTally } from './tally.ts';

/** How far a run has come. */
export interface DeliveryProgress {
  readonly kind: RecordKind;
  /** Records of any kind that this run has brought to an end so far. */
  readonly settled: number;
  readonly requests: number;
}

/** What a courier works with. */
export interface CourierParts extends DeliveryEvents {
  readonly outbox: Outbox;
  readonly ledger: Ledger;
  readonly destinations: Destinations;
  readonly connector: Connector;
  readonly destination: DestinationId;
  readonly clock: Clock;
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** 0 ≤ x < 1. */
  readonly random: () => number;
  /** Names for batches: 1 to 64 of `A-Za-z0-9_-`, never the same twice. */
  readonly newKey?: () => string;
  readonly onProgress?: (progress: DeliveryProgress) => void;
  /** Records that a person has kept here in this run. */
  readonly staysHere?: ClaimRequest['staysHere'];
  readonly policy?: RetryPolicy;
  readonly gate?: GatePolicy;
}

/** Brings to one destination what waits for it. */
export interface Courier {
  /**
   * Sends everything that is due, and what becomes due within the run's patience. Ends by itself, early where the
   * destination is silent, halted, or asks for more time; whatever is left waits. Throws only for our own defects.
   */
  run(signal: AbortSignal): Promise<DeliveryTally>;
}

interface Step {
  readonly kind: RecordKind;
  readonly operation: Operation;
}

/**
 * What must come off sale goes before everything else. What was put there is merged and put away last: a sale may still
 * need its customer.
 */
function stepsOf({ capabilities }: Connector): readonly Step[] {
  const { kinds, merges, archives } = capabilities;
  const steps = (of: readonly RecordKind[], operation: Operation) =>
    kinds.filter((kind) => of.includes(kind)).map((kind) => ({ kind, operation }));
  return [
    ...steps(kinds, 'lower'),
    ...steps(kinds, 'upsert'),
    ...steps(merges, 'merge'),
    ...steps(archives, 'archive'),
  ];
}

/** How long the destination knows a batch of this kind again by its key; undefined for what is not sent as a change. */
function keyLasts({ capabilities: { changes } }: Connector, kind: RecordKind): number | undefined {
  return changes?.kinds.includes(kind) ? changes.keyLasts : undefined;
}

/** The word by which the destination says that it does not have what records like these lean on. */
function unknownReference({ connector }: CourierParts, { kind, operation }: Step): string | undefined {
  if (operation === 'merge') return 'into_unknown';
  return isReadKind(kind) ? connector.rules(kind)?.reference?.code : undefined;
}

/** One run of a courier. */
interface Run {
  readonly parts: CourierParts;
  readonly gate: Gate;
  readonly tally: ReturnType<typeof createTally>;
  readonly signal: AbortSignal;
  /** Answers come side by side; what is done with them is not, and others have their turn in between. */
  readonly turn: () => Promise<void>;
}

/** What one pass over a lane has seen so far, shared by the requests that are under way at once. */
interface Pass {
  readonly step: Step;
  after: number;
  readonly sent: Set<string>;
}

/** The answer to a batch, and the round in which it was sent. */
interface Answered {
  readonly claimed: Claimed;
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly round: number;
}

function claim({ parts }: Run, pass: Pass): Claimed | undefined {
  const { outbox, connector, destination, clock, newKey = randomUUID, staysHere } = parts;
  const claimed = outbox.claim({
    lane: { destination, ...pass.step },
    at: instantOf(clock()),
    after: pass.after,
    sent: pass.sent,
    limits: connector.capabilities.batch,
    size: (parcel) => connector.size(parcel),
    newKey,
    keyLasts: keyLasts(connector, pass.step.kind),
    staysHere,
  });
  if (!claimed) return undefined;
  pass.after = claimed.after;
  pass.sent.add(claimed.batch.idempotencyKey);
  return claimed;
}

function settle(run: Run, { claimed, outcomes, round }: Answered): void {
  const { parts, gate, tally } = run;
  const { aborted } = run.signal;
  const { outbox, connector, clock, random, newKey = randomUUID, policy = retryPolicy } = parts;
  const now = clock();
  const { kind } = claimed.batch;
  const unknown = unknownReference(parts, claimed.batch);
  const oneKey = keyLasts(connector, kind) !== undefined;
  const answer = { claimed, outcomes, now, random, newKey, policy, unknownReference: unknown, oneKey, aborted };
  const settled = outbox.settle({ ...answer, events: parts });
  if (!aborted) gate.note(settled.effect, round, { now, random: random() });
  noteRefusal(run, claimed, outcomes);
  tally.add(kind, settled.fates);
}

/** A record that is refused whole even alone is bad; many such in a row mean that the destination does not understand us. */
function noteRefusal({ parts, gate }: Run, { entries }: Claimed, outcomes: ReadonlyMap<string, Outcome>): void {
  for (const outcome of outcomes.values()) {
    if (outcome.kind === 'delivered' || outcome.kind === 'unchanged') gate.noteRefusal(null);
    if (outcome.kind === 'indivisible' && entries.length === 1) gate.noteRefusal(outcome.reason);
  }
  const { stopped } = gate;
  if (stopped?.why !== 'halted' || stopped.hint === null) return;
  const effect = { state: 'halted', reason: stopped.reason, hint: stopped.hint } as const;
  parts.destinations.note(parts.destination, effect, instantOf(parts.clock()));
}

/** Waits while the gate is shut; false once the run has to end. */
async function mayGo(run: Run): Promise<boolean> {
  const { parts, gate, signal } = run;
  if (signal.aborted) gate.stop({ why: 'aborted', reason: 'We were told to stop.', hint: null });
  if (gate.stopped) return false;
  const wait = gate.shutUntil - parts.clock();
  if (wait <= 0) return true;
  // Being told to stop while asleep is no failure: the next look at the signal ends the run.
  await parts.sleep(wait, signal).catch(() => undefined);
  return await mayGo(run);
}

function isOpen({ parts, gate, signal }: Run): boolean {
  return !signal.aborted && !gate.stopped && gate.shutUntil <= parts.clock();
}

/** Sends one batch after the other. Each answer is settled in the commit that claims the next batch: commits are what sending costs most. */
async function sendInTurn(run: Run, pass: Pass): Promise<void> {
  const { parts, gate, tally, signal } = run;
  let claimed: Claimed | undefined;
  while ((claimed ??= (await mayGo(run)) ? claim(run, pass) : undefined)) {
    const sent = claimed;
    const { round } = gate;
    const outcomes = await sendBatch(sent, { ...parts, signal, onRequest: tally.request });
    await run.turn();
    claimed = parts.outbox.together(() => {
      settle(run, { claimed: sent, outcomes, round });
      return isOpen(run) ? claim(run, pass) : undefined;
    });
    parts.onProgress?.({ kind: pass.step.kind, ...tally.sums() });
  }
}

/** Sends what is due of one lane, as many requests at once as the destination likes. Answers how many were made. */
async function sendAll(run: Run, step: Step): Promise<number> {
  const pass: Pass = { step, after: 0, sent: new Set() };
  const turns = Array.from({ length: run.parts.connector.capabilities.concurrency }, async () => {
    try {
      await sendInTurn(run, pass);
    } catch (thrown) {
      // The others end before the run does: nothing may go on behind its back.
      run.gate.stop({ why: 'aborted', reason: 'Something broke here.', hint: null });
      throw thrown;
    }
  });
  const failed = (await Promise.allSettled(turns)).find((turn) => turn.status === 'rejected');
  if (failed) throw failed.reason;
  return pass.sent.size;
}

/** Asks what became of batches that were accepted earlier. Answers how many were asked after. */
async function follow(run: Run): Promise<number> {
  const { outbox, connector, destination, clock } = run.parts;
  const jobs = outbox.jobs(destination, instantOf(clock()));
  for (const { jobId, claimed } of jobs) {
    if (!connector.follow || !(await mayGo(run))) return 0;
    const { round } = run.gate;
    run.tally.request();
    settle(run, { claimed, outcomes: await connector.follow(jobId, claimed.batch, run.signal), round });
  }
  return jobs.length;
}

/** Waits for the next entry that was put off, where that is worth it. */
async function waitForNext(run: Run): Promise<boolean> {
  const { outbox, destination, clock, sleep, gate: { patience } = gatePolicy } = run.parts;
  const now = clock();
  const due = outbox.nextDue(destination, instantOf(now));
  const wait = due === undefined ? Infinity : Date.parse(due) - now;
  if (wait > patience) return false;
  await sleep(wait, run.signal).catch(() => undefined);
  return await mayGo(run);
}

/** A courier for one destination. At most one may run at a time for each destination. */
export function createCourier(parts: CourierParts): Courier {
  const { outbox, destinations, connector, destination, clock } = parts;
  return {
    async run(signal) {
      const run: Run = {
        parts,
        gate: createGate(parts.gate ?? gatePolicy),
        tally: createTally(),
        signal,
        turn: createTurns(),
      };
      const { until } = destinations.get(destination);
      if (until) run.gate.note({ state: 'paused', until }, 0, { now: clock(), random: 0 });
      let sent = 0;
      do {
        sent = await follow(run);
        for (const step of stepsOf(connector)) sent += await sendAll(run, step);
      } while (!run.gate.stopped && (sent > 0 || (await waitForNext(run))));
      return run.tally.finish(outbox.counts(destination), run.gate.stopped);
    },
  };
}
