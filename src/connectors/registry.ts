import type { Connector, ConnectorKind, ConnectorParts } from './contract.ts';
import { folder } from './folder/index.ts';
import { genieai } from './genieai/index.ts';
import { squarespace } from './squarespace/index.ts';
import { explainIssues } from '../support/explain-issues.ts';
import { TillbridgeError } from '../support/errors.ts';

/** Every kind of destination. A new one is a line here, a folder, and a test that calls the conformance suite. */
export const connectorKinds: readonly ConnectorKind[] = [genieai, folder, squarespace];

/** The kind of destination that settings name. Throws a `TillbridgeError` for one that there is not. */
export function connectorKind(kind: string): ConnectorKind {
  const found = connectorKinds.find((each) => each.kind === kind);
  if (found) return found;
  const known = connectorKinds.map((each) => `"${each.kind}"`).join(', ');
  throw new TillbridgeError('settings', `reading the settings of a destination: there is no kind "${kind}"`, {
    hint: `Name one of ${known}.`,
  });
}

/** A destination as settings describe it: its `id` and `kind`, and what its connector asks for besides. */
export interface DestinationDescription {
  readonly id: string;
  readonly kind: string;
  readonly [setting: string]: unknown;
}

/** Makes the connector of one destination, and parses its own settings. Throws a `TillbridgeError` where they do not fit. */
export function createConnector(
  { id, kind, ...own }: DestinationDescription,
  parts: Omit<ConnectorParts<unknown>, 'settings'>,
): Connector {
  const found = connectorKind(kind);
  const settings = explainIssues(found.settings, own, `destination "${id}"`);
  if (settings.ok) return found.create({ ...parts, settings: settings.value });
  throw new TillbridgeError(
    'settings',
    `reading the settings of the destination "${id}": ${settings.lines.join('; ')}`,
    {
      hint: 'Mend settings.json.',
    },
  );
}
