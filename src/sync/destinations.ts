import type { Connector, ConnectorKind } from '../connectors/contract.ts';
import { connectorKinds } from '../connectors/registry.ts';
import type { Destinations as DestinationStates } from '../delivery/destinations.ts';
import type { DestinationId } from '../model/ids.ts';
import type { DestinationSettings } from '../settings/settings.ts';
import type { Clock } from '../support/clock.ts';
import { TillbridgeError } from '../support/errors.ts';
import { explainIssues } from '../support/explain-issues.ts';

/** A destination of the settings, ready for use. */
export interface Destination {
  readonly id: DestinationId;
  /** As people call it: "GenieAI". */
  readonly label: string;
  readonly connector: Connector;
}

/** What destinations are made from. */
export interface DestinationParts {
  readonly settings: readonly DestinationSettings[];
  readonly states: DestinationStates;
  readonly secretFor: (id: string) => Promise<string | undefined>;
  readonly clock: Clock;
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly random: () => number;
}

/** No connector's window is longer than this, so older requests say nothing about its pace. */
const paceMemory = 15 * 60_000;

/** Every destination of the settings. Throws a `TillbridgeError` of reason `settings` that says what is wrong with which. */
export async function openDestinations(parts: DestinationParts): Promise<readonly Destination[]> {
  return Promise.all(parts.settings.map((each, index) => openDestination(parts, each, `destinations.${index}`)));
}

async function openDestination(parts: DestinationParts, given: DestinationSettings, path: string): Promise<Destination> {
  const { id, kind: name, ...own } = given;
  const kind = kindOf(name, path);
  const explained = explainIssues(kind.settings, own, path);
  if (!explained.ok) {
    throw new TillbridgeError('settings', `reading the settings of ${id}: ${explained.lines.join('; ')}`, {
      hint: `Correct ${path} in settings.json.`,
    });
  }
  const connector = kind.create({
    settings: explained.value,
    secret: await parts.secretFor(id),
    now: parts.clock,
    sleep: parts.sleep,
    random: parts.random,
    recentRequests: parts.states.recentRequests(id, parts.clock() - paceMemory),
  });
  return { id, label: kind.label, connector };
}

function kindOf(name: string, path: string): ConnectorKind {
  const found = connectorKinds.find(({ kind }) => kind === name);
  if (found) return found;
  throw new TillbridgeError('settings', `reading the settings: ${path}.kind is "${name}", which is no kind of destination`, {
    hint: `Write one of these: ${connectorKinds.map(({ kind }) => kind).join(', ')}.`,
  });
}
