import { z } from 'zod';
import { connectorKind, connectorKinds } from '../connectors/registry.ts';
import { explainIssues } from '../support/explain-issues.ts';

/** A setting that a kind of destination cannot do without. */
export interface NeededSetting {
  readonly name: string;
  readonly describes: string;
}

/** A kind of destination, as a person chooses it. */
export interface DestinationKind {
  readonly kind: string;
  readonly label: string;
  readonly needsSecret: boolean;
  /** Where the owner gets the secret, where that can be said. */
  readonly secretFrom: string | undefined;
  /** Whether it is a website, which is read as well. */
  readonly isShopFront: boolean;
  /** In the order in which they are to be asked for. */
  readonly needs: readonly NeededSetting[];
}

const objectSchema = z.object({
  properties: z.record(z.string(), z.object({ description: z.string().default('') })).default({}),
  required: z.array(z.string()).default([]),
});

/** Every kind of destination that there is, with what a person has to say for one of it. */
export function destinationKinds(): readonly DestinationKind[] {
  return connectorKinds.map(({ kind, label, needsSecret, secretFrom, isShopFront = false, settings }) => {
    const { properties, required } = objectSchema.parse(z.toJSONSchema(settings, { io: 'input' }));
    const needs = required.map((name) => ({ name, describes: properties[name]?.description ?? '' }));
    return { kind, label, needsSecret, secretFrom, isShopFront, needs };
  });
}

/** What is wrong with the settings of a destination of this kind, by path; nothing where they fit. Throws a `TillbridgeError` for an unknown kind. */
export function complaintsAboutDestination(kind: string, own: Readonly<Record<string, unknown>>): readonly string[] {
  const explained = explainIssues(connectorKind(kind).settings, own, kind);
  return explained.ok ? [] : explained.lines;
}
