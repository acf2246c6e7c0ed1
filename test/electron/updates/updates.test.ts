import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { keepUpdated, type UpdateParts } from '../../../electron/updates/keep-updated.ts';
import { createUpdateProof } from '../../../electron/updates/update-proof.ts';
import { readUpdateRecord, writeUpdateRecord } from '../../../electron/updates/update-record.ts';
import { mayUpdate, type ReadyUpdate } from '../../../electron/updates/update-source.ts';
import { openDatabase } from '../../../src/database/open.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const minute = 60_000;

/** A home with a database of its own that says which version wrote it last. */
function homeOf(version: string): string {
  const home = temporaryFolder();
  writeFileSync(join(home, 'settings.json'), JSON.stringify({ version }));
  write(home, version);
  return home;
}

function write(home: string, version: string): void {
  const database = openDatabase(join(home, 'tillbridge.db'));
  database.exec('CREATE TABLE IF NOT EXISTS written (version TEXT)');
  database.prepare('INSERT INTO written VALUES (?)').run(version);
  database.close();
}

function written(home: string): unknown {
  const database = openDatabase(join(home, 'tillbridge.db'));
  const found = database.prepare('SELECT version FROM written').pluck().all();
  database.close();
  return found;
}

function updates(found: ReadyUpdate, more: Partial<UpdateParts> = {}) {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const steps: string[] = [];
  const home = more.home ?? homeOf('0.1.0');
  const kept = keepUpdated({
    source: { look: async () => found, install: () => steps.push('install') },
    home,
    version: '0.1.0',
    ticks: () => Date.now(),
    isWanted: () => true,
    stopEngine: async () => void steps.push(existsSync(join(home, 'before-update')) ? 'stop late' : 'stop'),
    startEngine: () => steps.push('start'),
    onReady: ({ version }) => steps.push(`ready ${version}`),
    onFailed: () => steps.push('failed'),
    ...more,
  });
  onTestFinished(() => kept.close());
  /** Says how it stands, twice a minute for so long. */
  async function stands(isIdle: boolean, isOpen: boolean, minutes: number): Promise<void> {
    for (let half = 0; half < minutes * 2; half += 1) {
      await vi.advanceTimersByTimeAsync(minute / 2);
      kept.consider({ isIdle, isOpen });
    }
    vi.useRealTimers();
    await expect
      .poll(() => steps.includes('stop') && !steps.some((step) => step === 'install' || step === 'failed'))
      .toBe(false);
    vi.useFakeTimers({ now: Date.now() });
  }
  return { kept, steps, home, stands };
}

const quietly: ReadyUpdate = { version: '0.2.0', asksSomebody: false };

describe('a version that lies ready', () => {
  test('is installed when the agent is idle: engine stopped, data kept, then the installer', async () => {
    const { steps, home, stands } = updates(quietly);
    await stands(true, false, 10);
    expect(steps).toEqual(['ready 0.2.0', 'stop', 'install']);
    expect(existsSync(join(home, 'before-update', 'tillbridge.db'))).toBe(true);
    expect(readUpdateRecord(home)).toEqual({ from: '0.1.0', to: '0.2.0', starts: 0, isRolledBack: false });
  });

  test('is not looked for where a person does not want that', async () => {
    const { steps, stands } = updates(quietly, { isWanted: () => false });
    await stands(true, false, 7 * 60);
    expect(steps).toEqual([]);
    // Who has changed their mind before the next time is told then.
    const wishes = [false, true];
    const later = updates(quietly, { isWanted: () => wishes.shift() ?? false });
    await later.stands(true, false, 7 * 60);
    expect(later.steps).toEqual(['ready 0.2.0', 'stop', 'install']);
  });

  test('waits while a run is under way, and while somebody looks at a window', async () => {
    const { steps, stands } = updates(quietly);
    await stands(false, false, 30);
    await stands(true, true, 30);
    expect(steps).toEqual(['ready 0.2.0']);
  });

  test('for which the system asks somebody waits for a person’s word', async () => {
    const { kept, steps, stands } = updates({ ...quietly, asksSomebody: true });
    await stands(true, false, 30);
    expect(steps).toEqual(['ready 0.2.0']);
    expect(kept.waiting()).toBe('0.2.0');
    vi.useRealTimers();
    await kept.installNow();
    expect(steps).toEqual(['ready 0.2.0', 'stop', 'install']);
  });

  test('is not installed where the data cannot be kept, and the engine goes on', async () => {
    const home = homeOf('0.1.0');
    writeFileSync(join(home, 'before-update.new'), 'in the way');
    const { steps, stands } = updates(quietly, { home: join(home, 'settings.json') });
    await stands(true, false, 10);
    expect(steps).toEqual(['ready 0.2.0', 'stop', 'start', 'failed']);
  });

  test('whose installer does not start leaves the old one at work, and free to be found again', async () => {
    const { kept, steps, home, stands } = updates(quietly);
    await stands(true, false, 10);
    await stands(false, false, 4);
    expect(steps).toEqual(['ready 0.2.0', 'stop', 'install', 'start', 'failed']);
    expect(readUpdateRecord(home)).toBeUndefined();
    expect(kept.waiting()).toBeUndefined();
  });

  test('whose installer cannot be started leaves the old one at work at once', async () => {
    const gone = () => expect.fail('the installer is gone');
    const { steps, home, stands } = updates(quietly, { source: { look: async () => quietly, install: gone } });
    await stands(true, false, 10);
    expect(steps).toEqual(['ready 0.2.0', 'stop', 'start', 'failed']);
    expect(readUpdateRecord(home)).toBeUndefined();
  });

  test('and was rolled back is not offered again', async () => {
    const home = homeOf('0.1.0');
    writeUpdateRecord(home, { from: '0.1.0', to: '0.2.0', starts: 2, isRolledBack: true });
    const { steps, stands } = updates(quietly, { home });
    await stands(true, false, 30);
    expect(steps).toEqual([]);
  });
});

describe('a new version', () => {
  /** Up to where the new version starts for the first time. */
  async function updated(): Promise<string> {
    const { home, stands } = updates(quietly);
    await stands(true, false, 10);
    vi.useRealTimers();
    write(home, '0.2.0');
    return home;
  }

  test('that starts is proven, and nothing is put back', async () => {
    const home = await updated();
    const proof = createUpdateProof(home, '0.2.0');
    expect(await proof.begin()).toBeUndefined();
    proof.proven();
    expect(readUpdateRecord(home)).toBeUndefined();
    expect(proof.blamed()).toBeUndefined();
    expect(written(home)).toEqual(['0.1.0', '0.2.0']);
  });

  test('whose engine cannot open the home gets the last good one’s data; its own is kept beside it', async () => {
    const home = await updated();
    const proof = createUpdateProof(home, '0.2.0');
    await proof.begin();
    const blamed = proof.blamed();
    expect(blamed).toMatchObject({ from: '0.1.0', to: '0.2.0' });
    if (blamed) await proof.rollBack(blamed);
    expect(written(home)).toEqual(['0.1.0']);
    expect(existsSync(join(home, 'after-update', 'tillbridge.db'))).toBe(true);
    expect(readFileSync(join(home, 'settings.json'), 'utf8')).toContain('0.1.0');
    // Once is enough: the second failure is not the update's any more.
    expect(proof.blamed()).toBeUndefined();
  });

  test('that dies twice before its first word is rolled back at the third start', async () => {
    const home = await updated();
    for (let start = 0; start < 2; start += 1) expect(await createUpdateProof(home, '0.2.0').begin()).toBeUndefined();
    expect(await createUpdateProof(home, '0.2.0').begin()).toMatchObject({ from: '0.1.0' });
    expect(written(home)).toEqual(['0.1.0']);
  });

  test('that was rolled back by half is rolled back wholly at the next start', async () => {
    const home = await updated();
    const proof = createUpdateProof(home, '0.2.0');
    await proof.begin();
    const blamed = proof.blamed() ?? expect.fail('nothing is blamed');
    // As if the power had gone after half of it.
    const inTheWay = join(home, 'tillbridge.db');
    renameSync(inTheWay, join(home, 'written-by-0.2.0.db'));
    mkdirSync(inTheWay);
    await expect(proof.rollBack(blamed)).rejects.toThrow('tillbridge.db');
    rmSync(inTheWay, { recursive: true });
    renameSync(join(home, 'written-by-0.2.0.db'), join(home, 'after-update', 'tillbridge.db'));
    expect(await createUpdateProof(home, '0.2.0').begin()).toMatchObject({ from: '0.1.0' });
    expect(written(home)).toEqual(['0.1.0']);
    expect(written(join(home, 'after-update'))).toEqual(['0.1.0', '0.2.0']);
  });

  test('that was never installed has nothing to prove', async () => {
    const home = await updated();
    await createUpdateProof(home, '0.1.0').begin();
    expect(readUpdateRecord(home)).toBeUndefined();
  });
});

test.each([
  ['win32', true, 'publisherName: Tillbridge', true],
  ['win32', true, 'provider: github\npublisherName:\n  - Tillbridge', true],
  ['win32', true, 'provider: github', false],
  ['win32', true, undefined, false],
  ['win32', false, 'publisherName: Tillbridge', false],
  ['darwin', true, 'provider: github', true],
  ['linux', true, 'provider: github', false],
] as const)(
  'a build replaces itself only where a signature is looked at: %s, packaged %s, %s: %s',
  (platform, isPackaged, config, may) => {
    expect(mayUpdate({ platform, isPackaged, config })).toBe(may);
  },
);
