import type { SiteAddress } from '../../squarespace/site.ts';
import type { CustomerDraft } from '../customer.ts';
import type { SampleJoin, SampleTrap, SharedAddress, TwoAtTheTill, Who } from './tally.ts';

/** Somebody whom the website knows, or who bought there, as they wrote themselves there. */
export interface WebPerson {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly address?: SiteAddress;
  /** Whether the website has a contact of them; else only their orders name them. */
  readonly contact: boolean;
  /** Who they are at the till, for staff who know them. */
  readonly account?: string;
  /** They keep a contact and buy nothing. */
  readonly readsOnly?: boolean;
}

/** Everybody of a website, and what there is to know about them. */
export interface Cast {
  readonly people: WebPerson[];
  /** Customers whom the till has besides those of the plain shop. */
  readonly customers: CustomerDraft[];
  readonly joins: SampleJoin[];
  readonly nonJoins: SampleTrap[];
  readonly sharedAddresses: SharedAddress[];
  readonly twoAtTheTill: TwoAtTheTill[];
  /** Account numbers of customers who have nothing to do with the website. */
  readonly bystanders: string[];
}

/** A stage with nobody on it. */
export function emptyCast(): Cast {
  return { people: [], customers: [], joins: [], nonJoins: [], sharedAddresses: [], twoAtTheTill: [], bystanders: [] };
}

/** A customer of the till, by account number. */
export function atTill(key: string): Who {
  return { source: 'till', key };
}

/** A customer of the website, by their e-mail address as anybody typed it. */
export function onWeb(email: string): Who {
  return { source: 'web', email: email.toLowerCase() };
}

/** A text that is the same for the same customer, and for no other. */
export function nameOf(who: Who): string {
  return who.source === 'till' ? `till ${who.key}` : `web ${who.email}`;
}
