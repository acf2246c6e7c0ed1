import { InvalidArgumentError, Option } from 'commander';
import type { DestinationSettings, Settings } from '../settings/settings.ts';
import { TillbridgeError } from '../support/errors.ts';
import { guardNames, pushGuardNames } from '../sync/guards/guard-names.ts';

/** A whole number above zero, from the command line. */
export function numberFrom(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) throw new InvalidArgumentError('A whole number above zero.');
  return number;
}

/** A port, or 0 for any that is free, from the command line. */
export function portFrom(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError('A port from 1 to 65535, or 0.');
  return port;
}

/** Several whole numbers above zero, one after the other, from the command line. */
export function numbersFrom(text: string, before: readonly number[]): readonly number[] {
  return [...before, numberFrom(text)];
}

/** The destination that goes by this id in the settings. Throws a `TillbridgeError` that names those there are. */
export function destinationOf({ destinations }: Settings, given: string): DestinationSettings['id'] {
  const known = destinations.find(({ id }) => id === given);
  if (known) return known.id;
  throw new TillbridgeError('settings', `looking for the destination "${given}": the settings have none of that name`, {
    hint: `There is ${destinations.map(({ id }) => `"${id}"`).join(', ')}.`,
  });
}

/** `--hold <guard>`, which may be said several times. */
export function holdOption(): Option {
  return new Option(
    '--hold <guards...>',
    'keep back in this one run what this guard objects to, and send the rest',
  ).choices(pushGuardNames);
}

/** `--allow <guard>`, which may be said several times. */
export function allowOption(): Option {
  return new Option('--allow <guards...>', 'let this one run through, although this guard objects').choices(guardNames);
}
