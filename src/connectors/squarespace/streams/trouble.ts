import { TillbridgeError } from '../../../support/errors.ts';
import { hints, label } from '../refusal.ts';

/** The key may not read something without which there is nothing to go on with. `permission` is Squarespace's own word. */
export function closed(about: string, permission: string): TillbridgeError {
  const why = `the key may not read ${permission}`;
  return new TillbridgeError('settings', `reading ${about} from ${label}: ${why}`, { hint: hints[403] });
}

/** The site does not know its own cursors. */
export function lost(about: string): TillbridgeError {
  const why = 'the site lost its place in the list again and again';
  const hint = 'Nothing is lost; it is tried again by itself.';
  return new TillbridgeError('unreachable', `reading ${about} from ${label}: ${why}`, { hint });
}
