import { parsePhoneNumberFromString } from 'libphonenumber-js/core';
import type { CountryCode, PhoneNumber } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/min/metadata';
import { z } from 'zod';

/** What a calling code's numbers look like, as far as it can be told without taking a number apart. */
interface CallingCode {
  /** Lengths of a national number that every country with this code takes. */
  readonly always: ReadonlySet<number>;
  /** Lengths that at least one of them takes. */
  readonly sometimes: ReadonlySet<number>;
  /** Digits at the start that may be a trunk prefix, which has no place in an international number. */
  readonly trunkPrefix: RegExp | undefined;
}

/** The fields used here of the library's packed numbering plans; 0 stands for nothing. */
const plan = z.array(z.unknown()).transform((fields) => ({
  code: z.string().parse(fields[0]),
  international: textIn(fields[1]),
  lengths: z.array(z.int()).parse(fields[3]),
  trunkPrefix: textIn(fields[7]) ?? textIn(fields[5]),
  rewritten: textIn(fields[8]) !== undefined,
}));

function textIn(field: unknown): string | undefined {
  return typeof field === 'string' ? field : undefined;
}

function atStart(pattern: string | undefined): RegExp | undefined {
  return pattern === undefined ? undefined : new RegExp(`^(?:${pattern})`);
}

const callingCodes = new Map<string, CallingCode | undefined>();

function callingCode(code: string): CallingCode | undefined {
  if (callingCodes.has(code)) return callingCodes.get(code);
  const countries = metadata.country_calling_codes[code];
  const plans = countries
    ? countries.map((country) => plan.parse(metadata.countries[country]))
    : metadata.nonGeographic[code] && [plan.parse(metadata.nonGeographic[code])];
  const found = plans && summaryOf(plans);
  callingCodes.set(code, found);
  return found;
}

function summaryOf(plans: readonly z.infer<typeof plan>[]): CallingCode {
  const sometimes = new Set(plans.flatMap(({ lengths }) => lengths));
  const always = new Set([...sometimes].filter((length) => plans.every(({ lengths }) => lengths.includes(length))));
  return { always, sometimes, trunkPrefix: atStart(plans[0]?.trunkPrefix) };
}

const e164 = /^\+[1-9]\d{1,14}$/;

/**
 * Whether the text is a telephone number in E.164 form, exactly as it would be dialled, and of a possible length for its
 * country. "Possible" as libphonenumber means it: ranges that nobody uses, such as those reserved for drama, are possible.
 */
export function isPossibleE164(text: string): boolean {
  if (!e164.test(text)) return false;
  const { code, national } = withoutCode(text);
  if (!code) return false;
  const plain = code.trunkPrefix === undefined || !code.trunkPrefix.test(national);
  if (plain && code.always.has(national.length)) return true;
  if (plain && !code.sometimes.has(national.length)) return false;
  return isPossibleAfterParsing(text);
}

/** The calling code with which a number begins, and what follows it; no code where no country has one like it. */
function withoutCode(text: string): { readonly code: CallingCode | undefined; readonly national: string } {
  for (let digits = 1; digits <= 3; digits++) {
    const code = callingCode(text.slice(1, 1 + digits));
    if (code) return { code, national: text.slice(1 + digits) };
  }
  return { code: undefined, national: '' };
}

function isPossibleAfterParsing(text: string): boolean {
  const number = parsePhoneNumberFromString(text, metadata);
  return number !== undefined && number.number === text && number.isPossible();
}

/** How a country dials at home, as far as it can be told without taking a number apart. */
interface HomeDialling {
  readonly code: string;
  readonly numbers: CallingCode;
  /** What may stand before a country's code instead of `+`. */
  readonly international: RegExp | undefined;
  readonly trunkPrefix: RegExp | undefined;
}

const homes = new Map<CountryCode, HomeDialling | undefined>();

/** Undefined for countries whose home numbers are rewritten when they go abroad: the library must do it. */
function homeDialling(country: CountryCode): HomeDialling | undefined {
  if (homes.has(country)) return homes.get(country);
  const { code, international, trunkPrefix, rewritten } = plan.parse(metadata.countries[country]);
  const numbers = callingCode(code);
  const home =
    rewritten || !numbers
      ? undefined
      : { code, numbers, international: atStart(international), trunkPrefix: atStart(trunkPrefix) };
  homes.set(country, home);
  return home;
}

/** The common case of a home number with or without its trunk prefix; undefined where only the library can tell. */
function plainHomeNumber(digits: string, country: CountryCode): string | undefined {
  const home = homeDialling(country);
  if (!home || home.international?.test(digits) || digits.startsWith(home.code)) return undefined;
  const prefix = home.trunkPrefix?.exec(digits)?.[0] ?? '';
  const { always, sometimes } = home.numbers;
  const national = digits.slice(prefix.length);
  const certain = always.has(national.length) && (prefix === '' || !sometimes.has(digits.length));
  return certain ? `+${home.code}${national}` : undefined;
}

const punctuation = /[\s().\-/\u00ad\u200b\u2010-\u2015\u2060\u2212[\]]+/g;
const dialled = /^\+?\d{2,20}$/;

/**
 * Reads a number as people type it (`(07700) 900 123`, `0044 7700 900123`, `+44 (0)7700 900123`) as E.164. Numbers without a
 * country's code are read as that country's (ISO 3166-1 alpha-2). Answers undefined where it is no possible number, and
 * where reading it would drop something that stands there, such as a letter or an extension.
 */
export function toE164(text: string, country: string): string | undefined {
  const digits = text.replace(punctuation, '');
  if (!dialled.test(digits)) return undefined;
  if (isPossibleE164(digits)) return digits;
  // The library says so by throwing, which costs more than everything else that is done with a number.
  if (digits.startsWith('+') && !withoutCode(digits).code) return undefined;
  if (!isCountry(country)) return asE164(parsePhoneNumberFromString(digits, metadata));
  const plain = plainHomeNumber(digits, country);
  if (plain !== undefined && isPossibleE164(plain)) return plain;
  return asE164(parsePhoneNumberFromString(digits, country, metadata));
}

function asE164(number: PhoneNumber | undefined): string | undefined {
  return number?.isPossible() && isPossibleE164(number.number) ? number.number : undefined;
}

function isCountry(country: string): country is CountryCode {
  return Object.hasOwn(metadata.countries, country);
}

/**
 * An E.164 number as people of a country write it: their own with its usual gaps and without the country's code
 * (`07700 900123`), others with theirs (`+49 30 123456`). `readIn` is the country by which it will be read again, where
 * that is another one. Read so, it is the same number; where no such form is known it stays as it is.
 */
export function writtenPhone(number: string, country: string, readIn: string = country): string {
  const parsed = parsePhoneNumberFromString(number, metadata);
  if (!parsed) return number;
  const isRead = (text: string) => toE164(text, readIn) === number;
  const atHome = parsed.formatNational();
  if (toE164(atHome, country) === number && isRead(atHome)) return atHome;
  const abroad = parsed.formatInternational();
  return isRead(abroad) ? abroad : number;
}
