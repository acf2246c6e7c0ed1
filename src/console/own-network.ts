import type { Clock } from '../support/clock.ts';
import type { Certificate } from './certificate.ts';
import { keptCertificate } from './kept-certificate.ts';
import { ownNames } from './own-names.ts';

/** How the shop's network reaches a console: the names that it goes by there, and its certificate. */
export interface OwnNetwork {
  readonly names: readonly string[];
  readonly certificate: Certificate;
}

/** The names and addresses of this computer now, and those that the settings add. */
export function networkNames(more: readonly string[]): readonly string[] {
  return [...new Set([...ownNames(), ...more.map((name) => name.toLowerCase())])];
}

/** What a home's console needs to be reached under these names. */
export async function ownNetwork(home: string, names: readonly string[], now: Clock): Promise<OwnNetwork> {
  return { names, certificate: await keptCertificate(home, ['127.0.0.1', 'localhost', ...names], now()) };
}
