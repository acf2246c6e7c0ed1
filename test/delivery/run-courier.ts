import type { Connector } from '../../src/connectors/contract.ts';
import type { CourierParts } from '../../src/delivery/courier.ts';
import { createCourier } from '../../src/delivery/courier.ts';
import type { DeliveryTally } from '../../src/delivery/tally.ts';
import type { deliveryOn } from './workshop.ts';
import { destination, start } from './workshop.ts';

/** A clock that moves only when somebody sleeps. */
export function createTestClock(from = start) {
  let now = from;
  const sleeps: number[] = [];
  return {
    clock: () => now,
    sleeps,
    async sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
      signal.throwIfAborted();
      sleeps.push(milliseconds);
      now += milliseconds;
      await Promise.resolve();
    },
    advance(milliseconds: number): void {
      now += milliseconds;
    },
  };
}

export type TestClock = ReturnType<typeof createTestClock>;

/** Runs a courier once, with time that passes only in sleep. */
export async function runCourier(
  delivery: ReturnType<typeof deliveryOn>,
  connector: Connector,
  options: Partial<CourierParts> & { time?: TestClock; signal?: AbortSignal } = {},
): Promise<DeliveryTally> {
  const { time = createTestClock(), signal = new AbortController().signal, ...parts } = options;
  const { outbox, ledger, destinations } = delivery;
  const { clock, sleep } = time;
  const random = () => 0.5;
  const courier = createCourier({
    outbox,
    ledger,
    destinations,
    connector,
    destination,
    clock,
    sleep,
    random,
    ...parts,
  });
  return await courier.run(signal);
}
