import { createHash } from 'node:crypto';
import type { TillKey } from '../../model/ids.ts';

/** Stands before every key of the website, so that it is never one of a till. */
export const prefix = 'web-';

/** Our key of what the site knows by this id. */
export function webKey(id: string): TillKey {
  return `${prefix}${id}` as TillKey;
}

/** The id by which the site knows what we know by this key. */
export function siteId(key: string): string {
  return key.startsWith(prefix) ? key.slice(prefix.length) : key;
}

/** The key of whoever orders with this e-mail address, however it is spelled. */
export function buyerKey(email: string): TillKey {
  const spelled = email.normalize('NFC').trim().toLowerCase();
  return webKey(`e-${createHash('sha256').update(spelled).digest('hex').slice(0, 20)}`);
}
