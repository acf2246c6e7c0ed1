import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { openDatabase, withoutFlushing } from '../src/database/open.ts';
import { createIdentity } from '../src/identity/identity.ts';
import type { Member } from '../src/identity/person.ts';
import type { TillKey } from '../src/model/ids.ts';
import { createRecordReader } from '../src/validation/read/record-reader.ts';
import { editedRows, peopleRows, personFields, type PersonRow } from './people.ts';

const task = z.object({ folder: z.string(), customers: z.number() });

/** Where to join, and how many. */
export type IdentityTask = z.infer<typeof task>;

/** Milliseconds for each part, the most memory that the process ever had in MB, and what came of it. */
export interface IdentityAnswer {
  readonly reading: number;
  readonly joining: number;
  readonly editing: number;
  readonly peak: number;
  readonly joined: number;
  readonly edits: number;
  readonly changed: number;
}

/** Customers whom one transaction takes in or settles. */
const some = 10_000;

const shop = { country: 'GB', timeZone: 'Europe/London', currency: 'GBP' as never };
const read = createRecordReader({ kind: 'customer', fields: personFields, shop, cleaning: { capitals: false } });

function memberOf({ source, key, cells }: PersonRow): Member {
  const channel = source === 'till' ? 'pos' : 'web';
  return { source, key: key as TillKey, channel, customer: read(key, cells).record };
}

function timed(work: () => void): number {
  const begin = performance.now();
  work();
  return performance.now() - begin;
}

/** Joins people in a new database, then what one in a hundred of the till's edits changes. */
async function measure({ folder, customers }: IdentityTask): Promise<IdentityAnswer> {
  const database = openDatabase(join(folder, `people-${customers}.db`));
  const identity = createIdentity(database, { sharedAddresses: [] });
  let found = 0;
  const reading = timed(() => {
    for (const row of peopleRows(customers)) if (memberOf(row).customer.lastName) found++;
  });
  if (found !== customers) throw new Error(`joining: ${found} rows were read instead of ${customers}`);
  const transaction = database.transaction((work: () => void) => work());
  const takeIn = (rows: Iterable<PersonRow>): number => {
    for (const chunk of inChunks(rows)) transaction(() => chunk.forEach((row) => identity.put(memberOf(row))));
    let changed = 0;
    const settle = database.transaction(() => identity.settle(some));
    for (let settled = settle(); ; settled = settle()) {
      changed += settled.changed.length;
      if (!settled.more) return changed;
    }
  };
  const times = await withoutFlushing(database, async () => {
    const joining = timed(() => void takeIn(peopleRows(customers)));
    const joined = database.prepare<[], number>('SELECT count(*) FROM joined_person').pluck().get() ?? 0;
    let changed = 0;
    const editing = timed(() => void (changed = takeIn(editedRows(customers, 1))));
    return { reading, joining, editing, joined, changed };
  });
  database.close();
  return { ...times, edits: Math.ceil((customers * 0.6) / 60), peak: process.resourceUsage().maxRSS / 1024 };
}

function* inChunks(rows: Iterable<PersonRow>): Generator<PersonRow[]> {
  let chunk: PersonRow[] = [];
  for (const row of rows) {
    chunk.push(row);
    if (chunk.length < some) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

/** Identity in a process of its own: a task a line, an answer a line, until its input closes. */
if (import.meta.main) {
  process.stdout.write('{"ready":true}\n');
  for await (const line of createInterface({ input: process.stdin })) {
    process.stdout.write(`${JSON.stringify(await measure(task.parse(JSON.parse(line))))}\n`);
  }
}
