import { z } from 'zod';
import { isBritishPostcode } from '../../../model/british-postcode.ts';
import { isCountryCode } from '../../../model/country.ts';
import type { Customer } from '../../../model/customer.ts';
import { isEmailAddress, meantDomain } from '../../../model/email-address.ts';
import { isPossibleE164 } from '../../../model/phone-number.ts';
import { isRingSize } from '../../../model/ring-size.ts';
import type { Fault, RuleContext, RulePack } from '../../../model/rule-pack.ts';
import { customerRows, limits, mostTags, titles } from './customer-rows.ts';
import { faultsBy, together } from './faults.ts';
import { rulesOf, versionOf } from './rule-rows.ts';
import { externalId, formed, text } from './text.ts';

const allTitles: ReadonlySet<string> = new Set(titles);
const phone = formed(isPossibleE164, 'bad_phone');
const tag = text(limits.tags);

/** The rules that look at one field alone. */
const fields = z.object({
  key: externalId,
  title: formed((title) => allTitles.has(title), 'not_allowed'),
  firstName: text(limits.firstName),
  lastName: text(limits.lastName),
  company: text(limits.company),
  email: text(limits.email, (email) => (isEmailAddress(email) ? undefined : 'bad_email')),
  phone,
  mobile: phone,
  line1: text(limits.line1),
  line2: text(limits.line2),
  town: text(limits.town),
  county: text(limits.county),
  postcode: text(limits.postcode),
  tags: z.array(tag).max(mostTags, 'too_long').nullish(),
  ringSize: formed(isRingSize, 'not_allowed'),
  notes: text(limits.notes, undefined, true),
});

function judge(customer: Customer, context: RuleContext): readonly Fault[] {
  return together(faultsBy(fields, customer), faultsTogether(customer, context));
}

/** The rules that look at several fields, or at the day. */
function faultsTogether(customer: Customer, context: RuleContext): readonly Fault[] {
  const faults: Fault[] = [];
  if (!customer.lastName) faults.push({ field: 'lastName', code: 'required' });
  if (hasAddress(customer)) judgeAddress(customer, faults);
  if (!canBeReached(customer)) faults.push({ field: '', code: 'contact_point_required' });
  judgeDates(customer, context, faults);
  const { email } = customer;
  if (email && meantDomain(email.slice(email.lastIndexOf('@') + 1)) !== undefined)
    faults.push({ field: 'email', code: 'likely_slip' });
  return faults;
}

function hasAddress({ line1, line2, town, county, postcode }: Customer): boolean {
  return Boolean(line1 || line2 || town || county || postcode);
}

function judgeAddress({ line1, town, postcode, country }: Customer, faults: Fault[]): void {
  if (!line1) faults.push({ field: 'line1', code: 'required' });
  if (!town) faults.push({ field: 'town', code: 'required' });
  if (!country || !isCountryCode(country)) faults.push({ field: 'country', code: 'not_allowed' });
  if (country !== 'GB') return;
  if (!postcode) faults.push({ field: 'postcode', code: 'required' });
  else if (!isBritishPostcode(postcode)) faults.push({ field: 'postcode', code: 'bad_postcode' });
}

/** Whether anything stands there by which the customer can be reached; whether it is right is another rule's business. */
function canBeReached({ email, phone: line, mobile, line1, town, postcode, country }: Customer): boolean {
  return Boolean(email || line || mobile || (line1 && town && country && (country !== 'GB' || postcode)));
}

const pastDays = ['birthday', 'anniversary'] as const;
const pastMoments = ['consentedAt', 'firstSeenAt', 'lastPurchaseAt'] as const;

function judgeDates(customer: Customer, { now, today }: RuleContext, faults: Fault[]): void {
  // A day is over later in the west: what is today in the shop may be tomorrow where GenieAI looks.
  const latest: string = String(now) < today ? now.slice(0, 10) : today;
  for (const field of pastDays) {
    const day = customer[field];
    if (day && (day < '1900-01-01' || day > latest)) faults.push({ field, code: 'bad_date' });
  }
  for (const field of pastMoments) {
    const moment = customer[field];
    if (moment && moment > now) faults.push({ field, code: 'bad_date' });
  }
  const { marketingEmail, marketingSms, marketingPost, consentedAt } = customer;
  const agreed = marketingEmail === true || marketingSms === true || marketingPost === true;
  if (agreed && !consentedAt) faults.push({ field: 'consentedAt', code: 'consent_date_required' });
}

const rules = rulesOf('customer', customerRows);

/** What GenieAI demands of a contact, after the contract page. */
export const customerPack: RulePack<'customer'> = {
  kind: 'customer',
  version: versionOf(rules, 1),
  rules,
  judge,
  unique: [{ field: 'email', code: 'duplicate_email', claim: ({ email }) => email?.toLowerCase() ?? null }],
};
