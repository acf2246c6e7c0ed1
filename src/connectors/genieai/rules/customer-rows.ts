import type { RuleRow, TextField } from './rule-rows.ts';
import { keyRules, textRules } from './rule-rows.ts';

/** The parts of a postal address, which goes whole. */
const addressFields = ['line1', 'line2', 'town', 'county', 'postcode', 'country'] as const;

/** Consent and its date, which go together. */
const consentFields = ['marketingEmail', 'marketingSms', 'marketingPost', 'consentedAt'] as const;

/** GenieAI's titles. */
export const titles = ['Mr', 'Mrs', 'Miss', 'Ms', 'Mx', 'Dr', 'Prof', 'Rev', 'Sir', 'Lady', 'Lord'] as const;

/** How long the texts of a contact may be. */
export const limits = {
  firstName: 50,
  lastName: 50,
  company: 100,
  email: 254,
  line1: 100,
  line2: 100,
  town: 60,
  county: 60,
  postcode: 12,
  tags: 40,
  notes: 2000,
} as const;

/** How many tags a contact may have. */
export const mostTags = 20;

const drop = { severity: 'drop-field' } as const;
const dropAddress = { ...drop, drops: addressFields } as const;
const dropConsent = { ...drop, drops: consentFields } as const;

const texts: readonly TextField[] = [
  { field: 'firstName', label: 'first name', limit: limits.firstName, ...drop },
  { field: 'lastName', label: 'last name', limit: limits.lastName, severity: 'block' },
  { field: 'company', label: 'company name', limit: limits.company, ...drop },
  { field: 'email', label: 'e-mail address', limit: limits.email, ...drop },
  { field: 'line1', label: 'first line of the address', limit: limits.line1, ...dropAddress },
  { field: 'line2', label: 'second line of the address', limit: limits.line2, ...drop },
  { field: 'town', label: 'town', limit: limits.town, ...dropAddress },
  { field: 'county', label: 'county', limit: limits.county, ...drop },
  { field: 'postcode', label: 'postcode', limit: limits.postcode, ...dropAddress },
  { field: 'notes', label: 'notes', limit: limits.notes, ...drop },
];

const reach: readonly RuleRow[] = [
  {
    field: 'email',
    code: 'bad_email',
    ...drop,
    says: 'No e-mail can reach this address.',
    advice: 'An e-mail address looks like jane@example.com.',
    example: 'jane@example.com',
  },
  {
    field: 'email',
    code: 'duplicate_email',
    ...drop,
    says: 'Another customer has the same e-mail address.',
    advice: 'Keep it with the customer who reads it, or merge the two if they are one person.',
  },
  {
    field: 'email',
    code: 'likely_slip',
    severity: 'warn',
    ours: true,
    says: 'The e-mail address looks mistyped.',
    advice: 'Ask for the address, or compare it with the suggestion.',
  },
  {
    field: 'phone',
    code: 'bad_phone',
    ...drop,
    says: 'This phone number cannot be called.',
    advice: 'Type the whole number, with the area code if it has one: 01632 960123.',
    example: '01632 960123',
  },
  {
    field: 'mobile',
    code: 'bad_phone',
    ...drop,
    says: 'This mobile number cannot be called.',
    advice: 'Type the whole number: 07700 900123.',
    example: '07700 900123',
  },
  {
    field: '',
    code: 'contact_point_required',
    severity: 'block',
    says: 'There is no way to reach this customer.',
    advice: 'Add an e-mail address, a phone number or a whole postal address.',
  },
];

const address: readonly RuleRow[] = [
  {
    field: 'line1',
    code: 'required',
    ...dropAddress,
    says: 'The address has no first line.',
    advice: 'Add the house and street, or clear the rest of the address.',
  },
  { field: 'town', code: 'required', ...dropAddress, says: 'The address has no town.', advice: 'Add the town.' },
  {
    field: 'postcode',
    code: 'required',
    ...dropAddress,
    says: 'The address has no postcode.',
    advice: 'Add the postcode.',
  },
  {
    field: 'postcode',
    code: 'bad_postcode',
    ...dropAddress,
    says: 'This postcode does not exist in Britain.',
    advice: 'A British postcode looks like IP33 1AA.',
    example: 'IP33 1AA',
  },
  {
    field: 'country',
    code: 'not_allowed',
    ...dropAddress,
    says: 'This country is not known.',
    advice: 'Use the name of the country, or its two letters: GB.',
    example: 'GB',
  },
];

const dates: readonly RuleRow[] = [
  {
    field: 'birthday',
    code: 'bad_date',
    ...drop,
    timed: true,
    says: 'This birthday cannot be right.',
    advice: 'A birthday lies between 1900 and today: 21/03/1985.',
    example: '21/03/1985',
  },
  {
    field: 'anniversary',
    code: 'bad_date',
    ...drop,
    timed: true,
    says: 'This anniversary cannot be right.',
    advice: 'An anniversary lies between 1900 and today: 21/03/1985.',
    example: '21/03/1985',
  },
  {
    field: 'consentedAt',
    code: 'consent_date_required',
    ...dropConsent,
    says: 'The customer agreed to be written to, but not when.',
    advice: 'Add the day on which the customer agreed.',
  },
  {
    field: 'consentedAt',
    code: 'bad_date',
    ...dropConsent,
    timed: true,
    says: 'The day on which the customer agreed cannot be right.',
    advice: 'Type the day on which the customer agreed; it cannot lie ahead.',
  },
  {
    field: 'firstSeenAt',
    code: 'bad_date',
    ...drop,
    timed: true,
    says: 'The day of the first visit cannot be right.',
    advice: 'Type the day of the first visit; it cannot lie ahead.',
  },
  {
    field: 'lastPurchaseAt',
    code: 'bad_date',
    ...drop,
    timed: true,
    says: 'The day of the last purchase cannot be right.',
    advice: 'Type the day of the last purchase; it cannot lie ahead.',
  },
  {
    field: 'firstSeenAt',
    code: 'wrong_type',
    ...drop,
    says: 'The day of the first visit cannot be read.',
    advice: 'A day looks like 21/03/2024.',
  },
  {
    field: 'lastPurchaseAt',
    code: 'wrong_type',
    ...drop,
    says: 'The day of the last purchase cannot be read.',
    advice: 'A day looks like 21/03/2024.',
  },
];

const others: readonly RuleRow[] = [
  {
    field: 'lastName',
    code: 'required',
    severity: 'block',
    says: 'The customer has no last name.',
    advice: 'Add the last name.',
  },
  {
    field: 'title',
    code: 'not_allowed',
    ...drop,
    says: 'This title is not among those that GenieAI knows.',
    advice: `Use one of ${titles.join(', ')}, or none.`,
  },
  {
    field: 'ringSize',
    code: 'not_allowed',
    ...drop,
    says: 'This is no British ring size.',
    advice: 'Ring sizes go from A to Z+6, in halves: F½.',
  },
  {
    field: 'tags',
    code: 'too_long',
    ...drop,
    says: 'There are too many tags, or one of them is too long.',
    advice: `Keep to ${mostTags} tags of ${limits.tags} characters.`,
  },
  {
    field: 'tags',
    code: 'bad_character',
    ...drop,
    says: 'A character in the tags was lost when it was stored.',
    advice: 'Type the tags again.',
  },
  {
    field: 'tags',
    code: 'control_character',
    ...drop,
    says: 'The tags hold a character that cannot be printed.',
    advice: 'Type the tags again.',
  },
  {
    field: 'tags',
    code: 'untrimmed',
    ...drop,
    says: 'A tag begins or ends with a blank.',
    advice: 'Take the blank away.',
  },
  ...(['marketingEmail', 'marketingSms', 'marketingPost'] as const).map((field) => ({
    field,
    code: 'wrong_type',
    ...drop,
    says: 'It cannot be told whether the customer agreed.',
    advice: 'Use yes or no.',
  })),
];

/** Everything that can be said of a customer. */
export const customerRows: readonly RuleRow[] = [
  ...keyRules('customer'),
  ...others,
  ...texts.flatMap(textRules),
  ...reach,
  ...address,
  ...dates,
];
