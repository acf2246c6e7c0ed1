import { isPossibleE164 } from '../../../model/phone-number.ts';
import { pastDay, pastInstant } from './dates.ts';
import { isEmail } from './email.ts';
import { countries } from './iso-codes.ts';
import { isBritishPostcode } from './postcode.ts';
import type { WholeCheck, WireObject } from './schema.ts';
import { flag, isObject, list, object, required } from './schema.ts';
import { choice, externalId, matching, text } from './text.ts';
import { isRefused, refuse } from './verdict.ts';

const phone = text({ form: (value) => (isPossibleE164(value) ? undefined : 'bad_phone') });

const checkPostcode: WholeCheck = ({ country, postcode }, path, verdict) => {
  if (country !== 'GB') return;
  const field = `${path}postcode`;
  if (typeof postcode !== 'string' || postcode === '') {
    if (!isRefused(verdict, field)) refuse(verdict, field, 'required');
  } else if (!isRefused(verdict, field) && !isBritishPostcode(postcode)) refuse(verdict, field, 'bad_postcode');
};

const address = object(
  {
    line1: required(text({ max: 100 })),
    line2: text({ max: 100 }),
    town: required(text({ max: 60 })),
    county: text({ max: 60 }),
    postcode: text({ max: 12 }),
    country: required(choice(countries)),
  },
  checkPostcode,
);

const marketing = object(
  { email: flag, sms: flag, post: flag, consentedAt: pastInstant() },
  (consent, path, verdict) => {
    const isGiven = consent['email'] === true || consent['sms'] === true || consent['post'] === true;
    if (isGiven && (consent['consentedAt'] ?? null) === null)
      refuse(verdict, `${path}consentedAt`, 'consent_date_required');
  },
);

/** Whether anything stands there by which the contact can be reached; whether it is right is another rule's business. */
function hasContactPoint(contact: WireObject): boolean {
  const { email, phone: line, mobile, address: home } = contact;
  if ([email, line, mobile].some((point) => (point ?? '') !== '')) return true;
  if (!isObject(home)) return (home ?? null) !== null;
  const needed = home['country'] === 'GB' ? ['line1', 'town', 'country', 'postcode'] : ['line1', 'town', 'country'];
  return needed.every((part) => (home[part] ?? '') !== '');
}

/** A contact, after the contract's section on contacts. */
export const contact = object(
  {
    externalId: required(externalId),
    title: choice(['Mr', 'Mrs', 'Miss', 'Ms', 'Mx', 'Dr', 'Prof', 'Rev', 'Sir', 'Lady', 'Lord']),
    firstName: text({ max: 50 }),
    lastName: required(text({ max: 50 })),
    company: text({ max: 100 }),
    email: text({ max: 254, form: (value) => (isEmail(value) ? undefined : 'bad_email') }),
    phone,
    mobile: phone,
    address,
    birthday: pastDay,
    anniversary: pastDay,
    marketing,
    tags: list(text({ max: 40 }), 20),
    ringSize: matching(/^(?:[A-Z]½?|Z\+[1-5]½?|Z\+6)$/, 'not_allowed'),
    notes: text({ max: 2000, lineFeeds: true }),
    firstSeenAt: pastInstant(),
    lastPurchaseAt: pastInstant(),
    sources: list(choice(['pos', 'web'])),
  },
  (value, _path, verdict) => {
    if (!hasContactPoint(value)) refuse(verdict, '', 'contact_point_required');
  },
);
