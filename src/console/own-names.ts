import { hostname, networkInterfaces } from 'node:os';
import { domainToASCII } from 'node:url';

/** How other computers of the shop's network may call this one: its addresses, and its name as browsers and certificates write it: `xn--bro-pc-3ya` for Büro-PC. */
export function ownNames(computer: string = hostname()): readonly string[] {
  const addresses = Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
  // Empty where the name is none that an address could hold.
  return [...new Set([...addresses, domainToASCII(computer)])].filter((name) => name !== '');
}
