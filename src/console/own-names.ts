import { hostname, networkInterfaces } from 'node:os';

/** How other computers of the shop's network may call this one: its addresses, and its name. */
export function ownNames(): readonly string[] {
  const addresses = Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
  return [...new Set([...addresses, hostname().toLowerCase()])];
}
