import Firebird, { type Transaction } from 'node-firebird';
import type { FirebirdAccess } from '../../scripts/firebird/access.ts';
import { createFirebirdTill } from '../../src/pos/firebird/create-firebird-till.ts';
import type { Bench } from '../bench.ts';
import { profileOf, selectCustomers } from '../customers-table.ts';
import type { Figure } from '../figure.ts';
import { interleave, median, ratios } from '../measure.ts';

const rounds = 7;

/** (r) A till's rows as Tillbridge takes them, exact and decoded, beside node-firebird alone in its two forms, in one process. */
export async function measureTillReading(bench: Bench): Promise<Figure[]> {
  const { access, rows } = bench;
  const size = { customers: rows };
  const database = await bench.till(size);
  const { host, port, user, password } = access;
  const till = createFirebirdTill({ settings: { host, port, user, database }, password, profile: profileOf(size) });
  const times = await withDriver(access, database, (transaction) =>
    till.pull(async (snapshot) => {
      const ours = async (): Promise<void> => {
        let read = 0;
        for await (const batch of snapshot.read('customer')) read += batch.length;
        if (read !== rows) throw new Error(`reading the till: ${read} rows instead of ${rows}`);
      };
      const alone = (asObject: boolean) => () =>
        timed(() => transaction.sequentiallyAsync(selectCustomers, [], () => undefined, !asObject));
      return await interleave({ objects: alone(true), arrays: alone(false), ours: () => timed(ours) }, rounds);
    }, new AbortController().signal),
  );
  const speeds = ratios(times.objects, times.ours);
  const beside = {
    'beside its rows as arrays, ×': median(ratios(times.arrays, times.ours)),
    'node-firebird alone, s': median(times.objects) / 1000,
    'reading the till, s': median(times.ours) / 1000,
  };
  return [
    {
      item: 'r',
      what: 'reading the till: speed beside node-firebird that only reads',
      value: median(speeds),
      unit: '×',
      target: { atLeast: 0.9 },
      repetitions: speeds,
      beside,
    },
  ];
}

async function timed(work: () => Promise<void>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

async function withDriver<T>(
  { host, port, user, password }: FirebirdAccess,
  database: string,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const connection = await Firebird.attachAsync({ host, port, user, password, database, encoding: 'WIN1252' });
  try {
    const isolation = [...Firebird.ISOLATION_REPEATABLE_READ];
    const transaction = await connection.transactionAsync({ isolation, readOnly: true });
    const answer = await work(transaction);
    await transaction.commitAsync();
    return answer;
  } finally {
    await connection.detachAsync(true);
  }
}
