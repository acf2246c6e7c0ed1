import type { Connector } from '../connectors/contract.ts';
import { connectorKind, createConnector } from '../connectors/registry.ts';
import type { Destinations as DestinationStates } from '../delivery/destinations.ts';
import type { DestinationId } from '../model/ids.ts';
import type { DestinationSettings } from '../settings/settings.ts';
import type { Clock } from '../support/clock.ts';
import type { CallLog } from './host/call-log.ts';

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
  readonly calls: CallLog;
}

/** No connector's window is longer than this, so older requests say nothing about its pace. */
const paceMemory = 15 * 60_000;

/** Every destination of the settings. Throws a `TillbridgeError` of reason `settings` that says what is wrong with which. */
export function openDestinations(parts: DestinationParts): Promise<readonly Destination[]> {
  const { states, clock, sleep, random, calls } = parts;
  return Promise.all(
    parts.settings.map(async (settings): Promise<Destination> => {
      const { id, kind } = settings;
      // What is sent, delivery remembers; what is asked counts as much with the far side, and the next process must know of both.
      const remember = (at: number): void => {
        try {
          states.requested(id, at, at - paceMemory);
        } catch {
          // A disk that is full ends no reading: at worst the far side asks for a minute's quiet.
        }
      };
      const connector = createConnector(settings, {
        secret: await parts.secretFor(id),
        now: clock,
        sleep,
        random,
        recentRequests: states.recentRequests(id, clock() - paceMemory),
        onCall(call) {
          calls.note(id, call);
          if (call.request.method === 'GET') remember(call.startedAt + call.milliseconds);
        },
      });
      return { id, label: connectorKind(kind).label, connector };
    }),
  );
}
