import { countryCodes, isCountryCode } from '../../model/country.ts';

/** Languages in which a till of these parts may name a country. */
const languages = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'pl', 'sv', 'da'];

const everyday: Readonly<Record<string, string>> = {
  uk: 'GB',
  gbr: 'GB',
  'great britain': 'GB',
  britain: 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  cymru: 'GB',
  'northern ireland': 'GB',
  'england uk': 'GB',
  eire: 'IE',
  irl: 'IE',
  'republic of ireland': 'IE',
  usa: 'US',
  america: 'US',
  'united states of america': 'US',
  holland: 'NL',
  deu: 'DE',
  fra: 'FR',
  esp: 'ES',
  ita: 'IT',
  nld: 'NL',
};

const codeByName = new Map<string, string>();

/** The code behind every name that is understood, in small letters without accents. Built when first asked for: most tills keep codes. */
export function countryNames(): ReadonlyMap<string, string> {
  if (codeByName.size > 0) return codeByName;
  for (const language of languages) {
    const names = new Intl.DisplayNames(language, { type: 'region' });
    for (const code of countryCodes) codeByName.set(plainLetters(names.of(code) ?? code), code);
  }
  for (const [name, code] of Object.entries(everyday)) codeByName.set(name, code);
  return codeByName;
}

/** Small letters without accents and points: `Österreich` and `OESTERREICH.` still differ, `U.K.` and `uk` do not. */
function plainLetters(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f.,'’]/g, '')
    .replace(/[\s-]+/g, ' ')
    .replace(/^the /i, '')
    .trim()
    .toLowerCase();
}

/** The ISO code of a country that stands as a code or as a name in one of several languages; undefined where it is none of these. */
export function countryCode(text: string): string | undefined {
  if (isCountryCode(text)) return text;
  const capitals = text.toUpperCase();
  if (isCountryCode(capitals)) return capitals;
  return countryNames().get(plainLetters(text));
}
