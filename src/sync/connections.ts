import { statfs } from 'node:fs/promises';
import type { ShopSettings } from '../settings/settings.ts';
import { messageOf, TillbridgeError } from '../support/errors.ts';
import type { CheckLine } from './agent-contract.ts';
import type { Destination } from './destinations.ts';
import type { Engine } from './engine.ts';
import { checkReports } from './reports/check-reports.ts';
import type { Reports } from './reports/reports-contract.ts';

/** Below so much room a first sync of a large shop could fill the disk. */
const roomNeeded = 500 * 1024 * 1024;

/** A clock that is before the build's own year is a flat battery, and would date every record wrongly. */
const earliest = Date.UTC(2026, 0, 1);

/** Tries everything that a run needs: the till, each destination, the disk, the clock; and the reports, where they go out by themselves. Each line says that it is well, or what to do. */
export async function checkConnections(
  engine: Engine,
  { reports, signal }: { readonly reports: Reports; readonly signal: AbortSignal },
): Promise<readonly CheckLine[]> {
  const lines = await Promise.all([
    checkTill(engine),
    ...engine.destinations.map((destination) => checkDestination(destination, { shop: engine.settings.shop, signal })),
    checkDisk(engine),
    checkClock(engine),
  ]);
  return [...lines, ...(await checkReports(engine, { reports, signal }))];
}

async function checkTill(engine: Engine): Promise<CheckLine> {
  try {
    const till = await engine.till();
    const answer = await till.check();
    if (!answer.ok) return { what: 'Till', ok: false, detail: answer.what, hint: answer.hint };
    return { what: 'Till', ok: true, detail: `${answer.product}, ${answer.characterSet}: ${answer.detail}` };
  } catch (error) {
    return failed('Till', error);
  }
}

/** Tries one destination: what it is, whether it counts money as the shop does, or what to do. */
export async function checkDestination(
  { label, connector }: Pick<Destination, 'label' | 'connector'>,
  { shop, signal }: { readonly shop: ShopSettings; readonly signal: AbortSignal },
): Promise<CheckLine> {
  try {
    const answer = await connector.check(signal);
    if (!answer.ok) return { what: label, ok: false, detail: answer.what, hint: answer.hint };
    const { account, detail, currency = shop.currency } = answer;
    if (currency === shop.currency) return { what: label, ok: true, detail: `${account}: ${detail}` };
    return {
      what: label,
      ok: false,
      detail: `${account} counts in ${currency}, the till in ${shop.currency}`,
      hint: `Their sums cannot be added up. Sell in ${shop.currency} there, or correct shop.currency in settings.json.`,
      errorReason: 'settings',
    };
  } catch (error) {
    return failed(label, error);
  }
}

async function checkDisk({ home }: Engine): Promise<CheckLine> {
  try {
    const { bavail, bsize } = await statfs(home);
    const free = bavail * bsize;
    const detail = `${Math.round(free / 1024 ** 2).toLocaleString('en-GB')} MB free`;
    if (free >= roomNeeded) return { what: 'Disk', ok: true, detail };
    return {
      what: 'Disk',
      ok: false,
      detail,
      hint: 'Make room: 500 MB should be free where Tillbridge keeps its data.',
    };
  } catch (error) {
    return failed('Disk', error);
  }
}

async function checkClock({ clock, settings }: Engine): Promise<CheckLine> {
  const now = clock();
  const { timeZone } = settings.shop;
  const detail = `${new Date(now).toLocaleString('en-GB', { timeZone, dateStyle: 'medium', timeStyle: 'short' })} in ${timeZone}`;
  if (now >= earliest) return { what: 'Clock', ok: true, detail };
  return {
    what: 'Clock',
    ok: false,
    detail,
    hint: 'Set the clock of this computer: it is in the past.',
    errorReason: 'settings',
  };
}

function failed(what: string, error: unknown): CheckLine {
  if (!(error instanceof TillbridgeError)) return { what, ok: false, detail: messageOf(error), hint: 'Try again.' };
  return { what, ok: false, detail: error.message, hint: error.hint, errorReason: error.reason };
}
