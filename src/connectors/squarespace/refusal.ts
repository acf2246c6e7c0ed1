import { z } from 'zod';
import type { HttpAnswer } from '../http/client.ts';
import type { StatusRow, WholeAnswer } from '../http/outcome-table.ts';
import { said, statusRows } from '../http/outcome-table.ts';
import { retryAfter } from '../http/retry-after.ts';
import { instantOf } from '../../model/ids.ts';
import type { SquarespaceSettings } from './settings.ts';

/** As people call it. */
export const label = 'Squarespace';

/** After a 429 a site takes nothing for a minute, and does not say so. */
const coolDown = 60_000;

const word = z.string().regex(/^[A-Z_]{1,60}$/);

const refusalBody = z.object({
  type: word.nullish().catch(null),
  subtype: word.nullish().catch(null),
  contextId: z
    .string()
    .regex(/^[\w.:-]{1,80}$/)
    .nullish()
    .catch(null),
});

/** What Squarespace says about a request that it refuses: its own words alone, never its sentence. */
export interface Refusal {
  /** INVALID_REQUEST_ERROR, AUTHORIZATION_ERROR, CONFLICT, … */
  readonly type: string | undefined;
  /** INSUFFICIENT_STOCK, MISSING_SCOPE, … */
  readonly subtype: string | undefined;
  /** By which Squarespace's people find the request. */
  readonly contextId: string | undefined;
}

/** Reads the body of a refusal; of anything else, nothing. */
export function refusalOf({ body }: HttpAnswer): Refusal {
  const { type, subtype, contextId } = refusalBody.safeParse(body).data ?? {};
  return { type: type ?? undefined, subtype: subtype ?? undefined, contextId: contextId ?? undefined };
}

/** The answer as the outcome table wants it. */
export function wholeAnswer(answer: HttpAnswer, now: number): WholeAnswer {
  const { type, subtype, contextId } = refusalOf(answer);
  return { answer: { ...answer, requestId: contextId ?? answer.requestId }, label, code: subtype ?? type, now };
}

/** Until when a site wants quiet after a 429. */
export function quietUntil({ headers }: HttpAnswer, now: number): number {
  return now + retryAfter(headers, now, coolDown);
}

const newKey =
  'Make a new key in Squarespace (Settings, Advanced, Developer API Keys), and store it with "tillbridge secret set" and the destination\'s id.';

const newToken =
  'An access token ends after 30 minutes and cannot be renewed from here. Store an API key instead (Settings, Advanced, Developer API Keys) and choose "An API key of the site" in the settings (auth: "key"), or store a fresh token with "tillbridge secret set" and the destination\'s id.';

/** What the stored secret is: it decides what the owner must do when it is refused. */
export type Auth = SquarespaceSettings['auth'];

/** What the owner must do where nobody is known by the secret (401). */
export const unknownSecretHint: Readonly<Record<Auth, string>> = { key: newKey, oauth: newToken };

/** What the owner must do, by status. */
export const hints = {
  402: 'The site is not paid for, or its plan has run out: look at Settings, Billing in Squarespace. Nothing is lost meanwhile.',
  403: `The key may not do this. ${newKey} A key's permissions cannot be changed once it is made.`,
} as const;

function halt(status: 401 | keyof typeof hints, hint: string): StatusRow {
  return {
    from: status,
    to: status,
    outcome: (whole) => {
      // HTML comes from a gateway in front of the site, which may just dislike the line.
      if (status === 403 && whole.answer.body === undefined) return undefined;
      return { kind: 'halted', reason: said(whole), hint };
    },
  };
}

const ownRows: readonly StatusRow[] = [
  halt(402, hints[402]),
  halt(403, hints[403]),
  {
    from: 429,
    to: 429,
    outcome: ({ answer, now }) => ({ kind: 'throttled', until: instantOf(quietUntil(answer, now)) }),
  },
  ...statusRows,
];

const rows: Readonly<Record<Auth, readonly StatusRow[]>> = {
  key: [halt(401, unknownSecretHint.key), ...ownRows],
  oauth: [halt(401, unknownSecretHint.oauth), ...ownRows],
};

/** The outcome table for Squarespace: the rows in which it differs in front of the others. */
export function squarespaceRows(auth: Auth): readonly StatusRow[] {
  return rows[auth];
}
