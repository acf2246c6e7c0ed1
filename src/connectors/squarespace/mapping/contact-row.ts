import type { PageRow } from '../../shop-front.ts';
import { webKey } from '../keys.ts';
import type { WireContact, WireProfile } from '../wire/contact.ts';
import { inOrder } from './fields.ts';

type Marketing = NonNullable<NonNullable<WireContact['primaryEmail']>['acceptsMarketing']>;

/** Whether they agreed, and when. Who left after they joined has not, whatever else is said. */
function consentOf({ acceptsMarketing, joinedOn, leftOn }: Marketing): { agreed: boolean | null; at: string | null } {
  const left = leftOn !== null && (joinedOn === null || leftOn > joinedOn);
  const agreed = acceptsMarketing && !left;
  return { agreed, at: agreed ? joinedOn : null };
}

function truthText(truth: boolean | null): string | null {
  return truth === null ? null : String(truth);
}

/** A contact as the row of a customer. */
export function contactRow(contact: WireContact): PageRow {
  const key = webKey(contact.id);
  const address = contact.defaultShippingAddress?.address;
  const marketing = contact.primaryEmail?.acceptsMarketing;
  const { agreed, at } = marketing ? consentOf(marketing) : { agreed: null, at: null };
  const cells = inOrder('customer', {
    key,
    firstName: contact.firstName,
    lastName: contact.lastName,
    email: contact.primaryEmail?.email ?? null,
    phone: address?.phoneNumber ?? null,
    line1: address?.line1 ?? null,
    line2: address?.line2 ?? null,
    town: address?.city ?? null,
    county: address?.region ?? null,
    postcode: address?.postalCode ?? null,
    country: address?.countryCode ?? null,
    marketingEmail: truthText(agreed),
    consentedAt: at,
    firstSeenAt: contact.createdOn,
  });
  return { kind: 'customer', key, parent: null, cells };
}

/** A profile as the row of a customer: it does not say when somebody agreed to marketing. */
export function profileRow(profile: WireProfile): PageRow {
  const key = webKey(profile.id);
  const { address } = profile;
  const cells = inOrder('customer', {
    key,
    firstName: profile.firstName,
    lastName: profile.lastName,
    email: profile.email,
    phone: address?.phone ?? null,
    line1: address?.address1 ?? null,
    line2: address?.address2 ?? null,
    town: address?.city ?? null,
    county: address?.state ?? null,
    postcode: address?.postalCode ?? null,
    country: address?.countryCode ?? null,
    marketingEmail: truthText(profile.acceptsMarketing),
    consentedAt: null,
    firstSeenAt: profile.createdOn,
  });
  return { kind: 'customer', key, parent: null, cells };
}
