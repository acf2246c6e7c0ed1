import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { TillbridgeError } from '../support/errors.ts';
import { writeFileWhole } from '../support/write-file.ts';
import { hashPin } from './pin.ts';

/** Guessing is slowed down, so that six characters last for longer than a shop. */
const shortest = 6;
/** The log-in form takes no more. */
const longest = 64;

const fileOf = (home: string) => path.join(home, 'console-pin.txt');

/** The hash of the staff's PIN; undefined where the owner wants no staff at the console. Read anew each time: a new PIN counts at once. */
export function keptPinHash(home: string): string | undefined {
  try {
    return readFileSync(fileOf(home), 'utf8').trim() || undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Keeps a PIN for staff, as a hash that only the home's owner may read. Throws a `TillbridgeError` where it is too short or too long. */
export async function keepPin(home: string, pin: string): Promise<void> {
  if (pin.length < shortest || pin.length > longest) {
    throw new TillbridgeError('settings', `keeping the staff PIN: it has ${pin.length} characters`, {
      hint: `Choose one of ${shortest} to ${longest}; letters are welcome.`,
    });
  }
  await writeFileWhole(fileOf(home), `${await hashPin(pin)}\n`);
}

/** Lets staff in no longer; whoever is in is out. */
export async function forgetPin(home: string): Promise<void> {
  await rm(fileOf(home), { force: true });
}
