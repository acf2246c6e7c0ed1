import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { genieaiRules } from '../../src/connectors/genieai/rules.ts';
import { openDatabase, withoutFlushing, type WritableDatabase } from '../../src/database/open.ts';
import { instantOf, type DestinationId, type TillKey } from '../../src/model/ids.ts';
import type { ProblemFilter } from '../../src/validation/problem-filter.ts';
import { createProblems, type Problems } from '../../src/validation/problems.ts';
import type { Finding } from '../../src/validation/verdict.ts';
import type { Figure } from '../figure.ts';
import { median } from '../measure.ts';

const many = 100_000;
const repetitions = 9;
const page = 100;
const begin = Date.UTC(2026, 0, 1);
const destination = 'genieai' as DestinationId;

const faults: readonly (readonly [field: string, code: string, severity: Finding['severity'], column: string])[] = [
  ['phone', 'bad_phone', 'drop-field', 'CUST.TEL'],
  ['email', 'bad_email', 'drop-field', 'CUST.EMAIL'],
  ['postcode', 'bad_postcode', 'drop-field', 'CUST.PCODE'],
  ['birthday', 'bad_date', 'drop-field', 'CUST.DOB'],
  ['', 'contact_point_required', 'block', ''],
];

/** (p) The list of 100,000 open problems: the first page, a search, the causes, and what keeping them costs. */
export async function measureProblems(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'tillbridge-bench-'));
  const database = openDatabase(join(folder, 'tillbridge.db'));
  try {
    const problems = createProblems(database, () => begin);
    const writing = await timed(() => withoutFlushing(database, async () => fill(database, problems)));
    const open: ProblemFilter = { state: 'open' };
    const first = (filter: ProblemFilter) => () => void problems.page({ ...filter, limit: page });
    return [
      await figureOf('first page of 100,000 problems and their number', 50, first(open)),
      await figureOf('the same by name', 50, first({ ...open, sort: 'name' })),
      await figureOf('search that finds one of 100,000', 100, first({ ...open, search: 'customer.77771@' })),
      await figureOf('search that finds nearly all', 100, first({ ...open, search: 'birtwhistle e' })),
      await figureOf('last page', 50, () => problems.page({ ...open, offset: many - page, limit: page })),
      await figureOf('the causes of all', 100, () => problems.groups()),
      {
        item: 'p',
        what: 'finding, keeping and weighing one problem',
        value: (writing * 1000) / many,
        unit: 'µs',
        target: { atMost: 100 },
        repetitions: [(writing * 1000) / many],
      },
    ];
  } finally {
    database.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function figureOf(what: string, atMost: number, work: () => void): Promise<Figure> {
  const times: number[] = [];
  for (let round = 0; round < repetitions; round++) times.push(await timed(async () => work()));
  return { item: 'p', what, value: median(times), unit: 'ms', target: { atMost }, repetitions: times };
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Writes them as a check does, and says what waits with each, as a run does. */
function fill(database: WritableDatabase, problems: Problems): void {
  for (let start = 0; start < many; start += 2000) {
    database.transaction(() => {
      for (let index = start; index < start + 2000; index++) record(problems, index);
    })();
  }
  const byKey = Array.from({ length: many }, (_, index) => [String(index), (index * 7919) % 500_000] as const);
  problems.setStakes({ kind: 'customer', currency: 'GBP', byKey });
}

function record(problems: Problems, index: number): void {
  const [field, code, severity, column] = faults[index % faults.length] ?? ['', '', 'warn', ''];
  problems.record({
    destination,
    kind: 'customer',
    key: String(index) as TillKey,
    name: () => `Mrs Beatrix Birtwhistle ${index % 977}`,
    findings: [{ field, code, severity, value: `customer.${index}@example`, dependsOn: 'content' }],
    at: instantOf(begin + index * 60_000),
    pack: genieaiRules.customer,
    origins: { [field]: column },
  });
}
