import { mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startGenieaiSandbox, type GenieaiSandbox } from '../../src/sandbox/genieai/start-genieai-sandbox.ts';
import { systemClock } from '../../src/support/clock.ts';
import type { RunReport } from '../../src/sync/agent-contract.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { tillbridge, type Ran } from './run-command.ts';
import { sampleHome } from './sample-home.ts';

const environment = { TILLBRIDGE_SECRET_GENIEAI: 'test-key', NO_COLOR: '1' };

let home: string;
let till: string;
let sandbox: GenieaiSandbox;
let first: Ran;
const run = (...given: string[]) => tillbridge([...given, '--home', home], { environment });

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'tillbridge-cli-'));
  sandbox = await startGenieaiSandbox({ apiKey: 'test-key', now: systemClock, limits: { requestsPerMinute: null } });
  till = await sampleHome(home, sandbox.url);
  first = await run('sync', '--json');
});
afterAll(async () => {
  await sandbox.close();
  rmSync(home, { recursive: true, force: true });
});

function parsed({ stdout }: Ran): unknown {
  return JSON.parse(stdout);
}

interface Listed {
  readonly problems: readonly { readonly id: number; readonly code: string; readonly title: string }[];
  readonly count: number;
}

describe('sync --json', () => {
  test('prints the run’s report alone on stdout, and how it came along on stderr', () => {
    expect(first.code).toBe(0);
    expect(parsed(first) as RunReport).toMatchObject({
      run: { outcome: 'completed' },
      read: { customer: { rows: 300, new: 300 } },
    });
    expect(first.stderr).toContain('Larkspur');
  });

  test('has sums that add up', () => {
    const { read, account } = parsed(first) as RunReport;
    for (const count of Object.values(read)) expect(count.rows).toBe(count.new + count.changed + count.unchanged);
    for (const kinds of Object.values(account)) {
      for (const { rows, unchanged, sent, waiting, problem, excluded } of Object.values(kinds)) {
        expect(rows).toBe(unchanged + sent + waiting + problem + excluded);
      }
    }
  });
});

describe('the commands of a home', () => {
  test('preview finds nothing more to do after a run, and sends nothing', async () => {
    const calls = sandbox.calls.length;
    const { code, stdout } = await run('preview');
    expect(code).toBe(0);
    expect(stdout).toContain('Nothing to send.');
    expect(sandbox.calls.length).toBe(calls);
  });

  test('check says ok for each, and status how things stand', async () => {
    const checked = await run('check');
    expect([checked.code, checked.stdout.match(/^ {2}ok /gmu)?.length]).toEqual([0, 4]);
    const status = await run('status', '--json');
    expect(parsed(status)).toMatchObject({ state: 'up-to-date', records: { customer: 300 } });
  });

  test('status of a home that never ran, whose till is off, whose key is refused: once, with what to do', async () => {
    const other = temporaryFolder();
    const file = await sampleHome(other, sandbox.url);
    const at = async (given: string, key = 'test-key') => {
      const options = { environment: { ...environment, TILLBRIDGE_SECRET_GENIEAI: key } };
      return (await tillbridge([given, '--home', other], options)).stdout;
    };
    expect(await at('status')).toMatch(
      /Nothing has been read yet[^]*Till {2,}not read yet[^]*Next run {4}due: tillbridge sync/,
    );
    renameSync(file, `${file}.off`);
    expect(await at('sync')).toMatch(/Till {2,}not read\n/);
    expect(await at('status')).toMatch(/▲ Something must be put right first[^]*What to do: Is this the till’s own/);
    renameSync(`${file}.off`, file);
    await at('sync', 'wrong');
    const refused = await at('status');
    expect(refused.match(/answered 401/gu)).toHaveLength(1);
    expect(refused.match(/What to do: Make a new key/gu)).toHaveLength(1);
    expect(refused).toMatch(/Next run {4}due in 1\d minutes, while the window, the console or tillbridge run is open/);
  });

  test('problems lists by cause, filters, and shows one in full', async () => {
    const { stdout } = await run('problems');
    expect(stdout).toMatch(/^\d+ to mend/u);
    expect(stdout).toContain('What to do:');
    const phones = parsed(await run('problems', '--rule', 'bad_phone', '--json')) as Listed;
    expect(new Set(phones.problems.map(({ code }) => code))).toEqual(new Set(['bad_phone']));
    const [one] = phones.problems;
    if (!one) throw new Error('the sample shop has a phone number that cannot be called');
    const card = await run('problems', 'show', String(one.id));
    expect(card.stdout).toContain(one.title);
    expect(card.stdout).toContain('first seen');
  });

  test('a dismissed problem leaves the list, and is found among the dismissed', async () => {
    const { problems } = parsed(await run('problems', '--json')) as Listed;
    const id = problems.at(-1)?.id ?? 0;
    expect((await run('problems', 'dismiss', String(id), '--reason', 'known')).code).toBe(0);
    const ids = async (state: string) =>
      (parsed(await run('problems', '--state', state, '--json')) as Listed).problems.map((each) => each.id);
    expect(await ids('open')).not.toContain(id);
    expect(await ids('dismissed')).toEqual([id]);
    expect((await run('problems', 'dismiss', String(id), '--reason', 'again')).code).toBe(2);
  });

  test.each(['customer', 'product', 'sale', 'stock', 'price'])(
    'problems of every kind can be asked for by themselves: %s',
    async (kind) => {
      const answer = await run('problems', '--kind', kind, '--json');
      expect(answer.code).toBe(0);
      const { problems } = parsed(answer) as { problems: { kind: string }[] };
      expect(problems.filter((each) => each.kind !== kind)).toEqual([]);
    },
  );

  test('recheck answers at once for one that the till mended', async () => {
    const { problems } = parsed(await run('problems', '--kind', 'product', '--json')) as {
      problems: { id: number; code: string; key: string; kind: string }[];
    };
    const wanted = problems.find(({ code }) => code === 'bad_barcode');
    if (!wanted) throw new Error('the sample shop has a barcode with a wrong digit');
    const still = await run('problems', 'recheck', String(wanted.id), '--json');
    expect(parsed(still)).toMatchObject({ result: 'still-wrong' });
    change(`UPDATE STOCKITM SET EAN = NULL WHERE ARTCODE = '${wanted.key}'`);
    const mended = await run('problems', 'recheck', String(wanted.id), '--json');
    expect(parsed(mended)).toMatchObject({ result: 'mended' });
  });

  test('find follows a customer to the destination', async () => {
    const { stdout } = await run('find', 'Larkspur-is-nobody');
    expect(stdout).toContain('Nothing in the till');
    const found = parsed(await run('find', '105', '--json')) as {
      found: { title: string; steps: { step: string }[] }[];
    };
    expect(found.found[0]?.steps.map(({ step }) => step)).toContain('checked');
  });

  test('queue shows what is held, and refuses a number that is not there politely', async () => {
    const queue = parsed(await run('queue', '--state', 'held', '--json')) as { entries: unknown[] };
    expect(Array.isArray(queue.entries)).toBe(true);
    expect((await run('queue', 'retry')).code).toBe(2);
    expect((await run('queue', 'retry', '--all')).code).toBe(0);
    expect((await run('queue', '--destination', 'nobody')).stderr).toContain('"genieai"');
  });

  test('report writes the page and the table', async () => {
    const page = join(temporaryFolder(), 'report.html');
    const sheet = join(temporaryFolder(), 'to mend.csv');
    const { code } = await run('report', '--html', page, '--csv', sheet, '--bom');
    expect(code).toBe(0);
    expect(readFileSync(page, 'utf8')).toContain('to mend');
    expect(readFileSync(sheet, 'utf8')).toMatch(/^\uFEFFNo\.,/u);
  });

  test('a second sync with nothing changed sends nothing', async () => {
    const again = parsed(await run('sync', '--full', '--json')) as RunReport;
    const { customer } = again.delivered['genieai' as keyof typeof again.delivered] ?? {};
    expect(customer).toMatchObject({ created: 0, updated: 0 });
  });
});

describe('a run that cannot complete', () => {
  test('is stopped by a guard with 4, which names the command that lets it through', async () => {
    change("DELETE FROM CUST WHERE ACNO > '2'");
    const stopped = await run('sync', '--full');
    expect(stopped.code).toBe(4);
    const command = /tillbridge sync --allow ([a-z-]+)/u.exec(stopped.stdout);
    expect(command).not.toBeNull();
    const allowed = await run('sync', '--full', '--allow', command?.[1] ?? '', '--json');
    expect(parsed(allowed)).toMatchObject({ run: { outcome: 'completed' } });
  });

  test('ends with 3 where the destination is out of reach, and says that nothing is lost', async () => {
    const away = temporaryFolder();
    await sampleHome(away, 'http://127.0.0.1:9');
    const { code, stdout } = await tillbridge(['sync', '--home', away], { environment });
    expect(code).toBe(3);
    expect(stdout).toContain('Nothing is lost');
  });

  test('ends with 5 where another run is under way', async () => {
    const lock = new DatabaseSync(join(home, 'run.lock'));
    lock.exec('BEGIN EXCLUSIVE');
    try {
      const { code, stdout } = await run('sync', '--json');
      expect(code).toBe(5);
      expect(parsed({ code, stdout, stderr: '' })).toMatchObject({ error: { reason: 'busy' } });
    } finally {
      lock.close();
    }
  });
});

function change(statement: string): void {
  const database = new DatabaseSync(till);
  database.exec(statement);
  database.close();
}
