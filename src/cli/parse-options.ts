import { InvalidArgumentError, Option } from 'commander';
import type { DestinationSettings, Settings } from '../settings/settings.ts';
import { TillbridgeError } from '../support/errors.ts';
import { guardNames } from '../sync/agent-contract.ts';

/** A whole number above zero, from the command line. */
export function numberFrom(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) throw new InvalidArgumentError('A whole number above zero.');
  return number;
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

/** `--allow <guard>`, which may be said several times. */
export function allowOption(): Option {
  return new Option('--allow <guards...>', 'let this one run through, although this guard objects').choices(guardNames);
}
