import type { Suggestion } from './suggest/suggest.ts';

/** What people call a field, for one and for many. */
const nouns: Readonly<Record<string, readonly [string, string]>> = {
  key: ['number', 'numbers'],
  title: ['title', 'titles'],
  firstName: ['first name', 'first names'],
  lastName: ['last name', 'last names'],
  fullName: ['name', 'names'],
  company: ['company name', 'company names'],
  email: ['e-mail address', 'e-mail addresses'],
  phone: ['phone number', 'phone numbers'],
  mobile: ['mobile number', 'mobile numbers'],
  line1: ['address', 'addresses'],
  line2: ['second address line', 'second address lines'],
  town: ['town', 'towns'],
  county: ['county', 'counties'],
  postcode: ['postcode', 'postcodes'],
  country: ['country', 'countries'],
  birthday: ['birthday', 'birthdays'],
  anniversary: ['anniversary', 'anniversaries'],
  marketingEmail: ['consent to e-mails', 'consents to e-mails'],
  marketingSms: ['consent to text messages', 'consents to text messages'],
  marketingPost: ['consent to letters', 'consents to letters'],
  consentedAt: ['date of consent', 'dates of consent'],
  firstSeenAt: ['first seen', 'first seen'],
  lastPurchaseAt: ['last purchase', 'last purchases'],
  ringSize: ['ring size', 'ring sizes'],
  tags: ['list of tags', 'lists of tags'],
  notes: ['note', 'notes'],
  sku: ['article number', 'article numbers'],
  name: ['article name', 'article names'],
  category: ['category', 'categories'],
  metal: ['metal', 'metals'],
  stone: ['stone', 'stones'],
  price: ['price', 'prices'],
  barcode: ['barcode', 'barcodes'],
  stock: ['stock figure', 'stock figures'],
  soldAt: ['date of sale', 'dates of sale'],
  lines: ['sale', 'sales'],
  customerKey: ['sale', 'sales'],
  total: ['total of a sale', 'totals of sales'],
  staff: ['name of a seller', 'names of sellers'],
  promoCode: ['promotion code', 'promotion codes'],
  reference: ['reference', 'references'],
  'payments[].method': ['method of payment', 'methods of payment'],
  'lines[].sku': ['article number of a line', 'article numbers of lines'],
  'lines[].discount': ['discount of a line', 'discounts of lines'],
  'lines[].lineTotal': ['total of a line', 'totals of lines'],
  'lines[].quantity': ['quantity of a line', 'quantities of lines'],
  'lines[].unitPrice': ['price of a line', 'prices of lines'],
  'lines[].description': ['line', 'lines'],
};

/** What is wrong, after the noun: for one and for many. */
const troubles: Readonly<Record<string, readonly [string, string]>> = {
  bad_phone: ['that cannot be called', 'that cannot be called'],
  bad_email: ['that no mail can reach', 'that no mail can reach'],
  likely_slip: ['that looks mistyped', 'that look mistyped'],
  duplicate_email: ['that several customers share', 'that several customers share'],
  duplicate_sku: ['that several articles share', 'that several articles share'],
  duplicate_key: ['that is there twice', 'that are there twice'],
  bad_id: ['that cannot be sent', 'that cannot be sent'],
  bad_postcode: ['that does not exist', 'that do not exist'],
  bad_date: ['that cannot be right', 'that cannot be right'],
  bad_barcode: ['that cannot be scanned', 'that cannot be scanned'],
  bad_character: ['with a lost character', 'with lost characters'],
  control_character: ['with an invisible character', 'with invisible characters'],
  untrimmed: ['with a blank at its end', 'with blanks at their ends'],
  too_long: ['that is too long', 'that are too long'],
  required: ['that is missing', 'that are missing'],
  consent_date_required: ['that is missing', 'that are missing'],
  not_allowed: ['that is not taken', 'that are not taken'],
  wrong_type: ['that cannot be read', 'that cannot be read'],
  unknown_contact: ['of a customer who is not there', 'of customers who are not there'],
  total_mismatch: ['that is not the sum of the lines', 'that are not the sum of the lines'],
  line_total_mismatch: ['that does not add up', 'that do not add up'],
};

/** Groups for which noun and trouble would not make a sentence. */
const wholes: Readonly<Record<string, readonly [string, string]>> = {
  ' contact_point_required': ['customer who cannot be reached', 'customers who cannot be reached'],
  ' vanished_but_kept': ['sale that is gone from the till', 'sales that are gone from the till'],
  ' two_customers': ['person whom the till has more than once', 'people whom the till has more than once'],
  ' maybe_web_order': ['sale that may be a web order', 'sales that may be web orders'],
  ' keyed_otherwise': ['web order keyed in with another total', 'web orders keyed in with another total'],
  ' counted_twice': ['web order that was sent twice', 'web orders that were sent twice'],
  ' cancelled_but_kept': ['cancelled order that was sent', 'cancelled orders that were sent'],
  ' unmatched_variant': ['article that only the website knows', 'articles that only the website knows'],
  ' matched_twice': ['web article that the till has twice', 'web articles that the till has twice'],
  ' several_variants': ['web article that shares its number', 'web articles that share their numbers'],
  ' oversold': ['web article sold too often', 'web articles sold too often'],
  ' stock_not_counted': ['article that the website does not count', 'articles that the website does not count'],
  ' stock_too_high': ['stock that is too high for the website', 'stocks that are too high for the website'],
  ' variant_gone': ['article that the website lost', 'articles that the website lost'],
  ' price_refused': ['price that the website does not take', 'prices that the website does not take'],
  ' not_keyed': ['web order to be keyed into the till', 'web orders to be keyed into the till'],
  'lines required': ['sale without lines', 'sales without lines'],
  'lines too_long': ['sale with too many lines', 'sales with too many lines'],
  'lines[].description required': ['line without a description', 'lines without a description'],
};

/** What people call one field: "postcode". Its own name where there is no word for it. */
export function fieldNoun(field: string): string {
  return nouns[field]?.[0] ?? field;
}

/** A group's head: `43 phone numbers that cannot be called`. What has no words of its own gets the rule's sentence. */
export function groupWords(group: {
  readonly field: string;
  readonly code: string;
  readonly count: number;
  readonly says: string;
}): string {
  const { field, code, count, says } = group;
  const form = count === 1 ? 0 : 1;
  const figures = count.toLocaleString('en');
  const whole = wholes[`${field} ${code}`];
  if (whole) return `${figures} ${whole[form]}`;
  const noun = nouns[field] ?? nouns[field.slice(field.lastIndexOf('.') + 1)];
  const trouble = troubles[code];
  return noun && trouble ? `${figures} ${noun[form]} ${trouble[form]}` : `${figures} × ${says}`;
}

/** What to type, as a sentence: a fact where it is certain, else a question. */
export function suggestionWords({ value, certain }: Suggestion): string {
  return certain ? `Type ${value} instead.` : `Should it be ${value}?`;
}
