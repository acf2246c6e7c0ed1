import { randomUUID } from 'node:crypto';
import type { Connector, Operation, Outcome } from '../connectors/contract.ts';
import type { DestinationId } from '../model/ids.ts';
import { instantOf } from '../model/ids.ts';
import type { RecordKind } from '../model/record.ts';
import type { Clock } from '../support/clock.ts';
import type { Claimed } from './claims.ts';
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

/** What was put there is put away last: a sale may still need its customer. */
function stepsOf({ capabilities }: Connector): readonly Step[] {
  const { kinds, archives } = capabilities;
  return [
    ...kinds.map((kind) => ({ kind, operation: 'upsert' }) as const),
    ...kinds.filter((kind) => archives.includes(kind)).map((kind) => ({ kind, operation: 'archive' }) as const),
  ];
}

/** A courier for one destination. At most one may run at a time for each destination. */
export function createCourier(parts: CourierParts): Courier {
  const { outbox, destinations, connector, destination, clock, random } = parts;
  const { newKey = randomUUID, policy = retryPolicy } = parts;

  async function run(signal: AbortSignal): Promise<DeliveryTally> {
    const gate = createGate(parts.gate ?? gatePolicy);
    const tally = createTally();
    const still = destinations.get(destination);
    if (still.until) gate.note({ state: 'paused', until: still.until }, 0, { now: clock(), random: 0 });
    const steps = stepsOf(connector);
    let sent = 0;
    do {
      sent = await follow();
      for (const step of steps) sent += await sendAll(step);
    } while (!gate.stopped && (sent > 0 || (await waitForNext())));
    return tally.finish(outbox.counts(destination), gate.stopped);

    /** Sends what is due of one kind, as many requests at once as the destination likes. Answers how many were made. */
    async function sendAll({ kind, operation }: Step): Promise<number> {
      const pass = { after: 0, sent: new Set<string>() };
      const work = Array.from({ length: connector.capabilities.concurrency }, async () => {
        while (await mayGo(gate)) {
          const claimed = outbox.claim({
            lane: { destination, kind, operation },
            at: instantOf(clock()),
            ...pass,
            limits: connector.capabilities.batch,
            size: (parcel) => connector.size(parcel),
            newKey,
          });
          if (!claimed) return;
          pass.after = claimed.after;
          pass.sent.add(claimed.batch.idempotencyKey);
          const { round } = gate;
          settle(claimed, {
            outcomes: await sendBatch(claimed, { ...parts, signal, onRequest: tally.request }),
            round,
          });
        }
      });
      await Promise.all(work);
      return pass.sent.size;
    }

    /** Asks what became of batches that were accepted earlier. */
    async function follow(): Promise<number> {
      const jobs = outbox.jobs(destination, instantOf(clock()));
      for (const { jobId, claimed } of jobs) {
        if (!connector.follow || !(await mayGo(gate))) return 0;
        const { round } = gate;
        tally.request();
        settle(claimed, { outcomes: await connector.follow(jobId, claimed.batch, signal), round });
      }
      return jobs.length;
    }

    function settle(claimed: Claimed, { outcomes, round }: { outcomes: ReadonlyMap<string, Outcome>; round: number }) {
      const { kind } = claimed.batch;
      const now = clock();
      const unknownReference = connector.rules(kind)?.reference?.code;
      const { aborted } = signal;
      const answer = { claimed, outcomes, now, random, newKey, policy, unknownReference, aborted, events: parts };
      const settled = outbox.settle(answer);
      if (!aborted) gate.note(settled.effect, round, { now, random: random() });
      const sums = tally.add(kind, settled.fates);
      parts.onProgress?.({ kind, ...sums });
    }

    /** Waits while the gate is shut; false once the run has to end. */
    async function mayGo({ shutUntil }: Gate): Promise<boolean> {
      if (signal.aborted) gate.stop({ why: 'aborted', reason: 'We were told to stop.', hint: null });
      if (gate.stopped) return false;
      const wait = shutUntil - clock();
      if (wait <= 0) return true;
      // Being told to stop while asleep is no failure: the next look at the signal ends the run.
      await parts.sleep(wait, signal).catch(() => undefined);
      return await mayGo(gate);
    }

    /** Waits for the next entry that was put off, where that is worth it. */
    async function waitForNext(): Promise<boolean> {
      const now = clock();
      const due = outbox.nextDue(destination, instantOf(now));
      const wait = due === undefined ? Infinity : Date.parse(due) - now;
      if (wait > (parts.gate ?? gatePolicy).patience) return false;
      await parts.sleep(wait, signal).catch(() => undefined);
      return await mayGo(gate);
    }
  }

  return { run };
}
