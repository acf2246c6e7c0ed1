import { connectorKind, createConnector } from '../connectors/registry.ts';
import type { DestinationSettings, ShopSettings } from '../settings/settings.ts';
import { sleep, systemChance, type Clock } from '../support/clock.ts';
import type { CheckLine } from './agent-contract.ts';
import { checkDestination } from './connections.ts';

/** What a destination is tried with before there is a home folder. */
export interface TryParts {
  readonly shop: ShopSettings;
  readonly secret: string | undefined;
  readonly now: Clock;
  readonly signal: AbortSignal;
}

/** Tries a destination that is being set up, and closes it again: that it is well, or what to do. Throws a `TillbridgeError` where its settings do not fit. */
export async function tryDestination(
  settings: DestinationSettings,
  { shop, secret, now, signal }: TryParts,
): Promise<CheckLine> {
  const connector = createConnector(settings, { secret, now, sleep, random: systemChance });
  try {
    return await checkDestination({ label: connectorKind(settings.kind).label, connector }, { shop, signal });
  } finally {
    await connector.close();
  }
}
