import { createHash, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../support/clock.ts';
import type { Role } from './role.ts';

/** So long a session lasts without being used, in milliseconds: a working day for the owner's own computer, a shift for a till. */
const idleFor: Readonly<Record<Role, number>> = { owner: 12 * 3_600_000, staff: 9 * 3_600_000 };

/** A link is opened at once or not at all. */
const linkFor = 10 * 60_000;

/** So many people do not work in one shop. */
const mostSessions = 100;

/** Who is let in. Nothing is kept on the disk: after a restart everybody is asked again. */
export interface Sessions {
  /** A token that lets one browser in as the owner, once, within ten minutes. */
  issueLink(): string;
  /** Lets the bearer of a link in; undefined where it is unknown, used or too old. */
  redeem(token: string): string | undefined;
  /** Lets somebody in, for as long as what let them in is good; answers the session's secret, for the cookie. */
  begin(role: Role, isGood?: () => boolean): string;
  /** Whose session it is; undefined where there is none. Being asked counts as being used. */
  roleOf(secret: string | undefined): Role | undefined;
  /** Whether there is such a session; looking does not count as using it. */
  isOpen(secret: string | undefined): boolean;
  /** Aborted when somebody ends the session, at once; a session that only becomes too old, or whose PIN changes, is not told. */
  endOf(secret: string | undefined): AbortSignal | undefined;
  end(secret: string): void;
}

interface Session {
  readonly digest: Buffer;
  readonly role: Role;
  /** False once what let them in is good no more: another PIN. */
  readonly isGood: () => boolean;
  readonly ending: AbortController;
  until: number;
}

/** What sessions are made with. */
export interface SessionParts {
  readonly now: Clock;
  /** A secret that nobody can guess, at least 128 bits of it, as URL-safe text. */
  readonly newSecret: () => string;
}

const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** Sessions of one console. Only digests of secrets are held. */
export function createSessions({ now, newSecret }: SessionParts): Sessions {
  const links: { readonly digest: Buffer; readonly until: number }[] = [];
  const sessions: Session[] = [];

  function find<Kept extends { readonly digest: Buffer; readonly until: number }>(
    all: readonly Kept[],
    secret: string,
  ): Kept | undefined {
    const wanted = digestOf(secret);
    return all.find(({ digest, until }) => timingSafeEqual(digest, wanted) && until > now());
  }

  function begin(role: Role, isGood = () => true): string {
    const secret = newSecret();
    if (sessions.length >= mostSessions) makeRoom();
    const ending = new AbortController();
    sessions.push({ digest: digestOf(secret), role, isGood, ending, until: now() + idleFor[role] });
    return secret;
  }

  /** Those that have ended go first, then the one of staff that nobody has used for longest; an owner's only where there is no other. */
  function makeRoom(): void {
    sessions.splice(0, sessions.length, ...sessions.filter(({ until }) => until > now()));
    if (sessions.length < mostSessions) return;
    const staff = sessions.filter(({ role }) => role === 'staff');
    const [leaves] = (staff.length > 0 ? staff : sessions).toSorted((one, other) => one.until - other.until);
    if (leaves) leave(leaves);
  }

  function leave(session: Session): void {
    sessions.splice(sessions.indexOf(session), 1);
    session.ending.abort();
  }

  return {
    begin,
    issueLink() {
      const token = newSecret();
      links.push({ digest: digestOf(token), until: now() + linkFor });
      return token;
    },
    redeem(token) {
      const link = find(links, token);
      if (!link) return undefined;
      links.splice(links.indexOf(link), 1);
      return begin('owner');
    },
    roleOf(secret) {
      const session = secret === undefined ? undefined : find(sessions, secret);
      if (!session?.isGood()) return undefined;
      session.until = now() + idleFor[session.role];
      return session.role;
    },
    isOpen: (secret) => secret !== undefined && find(sessions, secret)?.isGood() === true,
    endOf: (secret) => (secret === undefined ? undefined : find(sessions, secret)?.ending.signal),
    end(secret) {
      const session = find(sessions, secret);
      if (session) leave(session);
    },
  };
}
