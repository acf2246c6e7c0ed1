/** Countries with their currency and the time zone of most of their shops. */
const places: Readonly<Record<string, readonly [currency: string, timeZone: string]>> = {
  AT: ['EUR', 'Europe/Vienna'],
  AU: ['AUD', 'Australia/Sydney'],
  BE: ['EUR', 'Europe/Brussels'],
  CA: ['CAD', 'America/Toronto'],
  CH: ['CHF', 'Europe/Zurich'],
  CZ: ['CZK', 'Europe/Prague'],
  DE: ['EUR', 'Europe/Berlin'],
  DK: ['DKK', 'Europe/Copenhagen'],
  ES: ['EUR', 'Europe/Madrid'],
  FI: ['EUR', 'Europe/Helsinki'],
  FR: ['EUR', 'Europe/Paris'],
  GB: ['GBP', 'Europe/London'],
  IE: ['EUR', 'Europe/Dublin'],
  IT: ['EUR', 'Europe/Rome'],
  NL: ['EUR', 'Europe/Amsterdam'],
  NO: ['NOK', 'Europe/Oslo'],
  NZ: ['NZD', 'Pacific/Auckland'],
  PL: ['PLN', 'Europe/Warsaw'],
  PT: ['EUR', 'Europe/Lisbon'],
  SE: ['SEK', 'Europe/Stockholm'],
  US: ['USD', 'America/New_York'],
};

/** Where a shop seems to be, by its computer's clock before its language; only what is known well enough to be offered. */
export function guessPlace(language: string, timeZone: string): Readonly<Record<string, string>> {
  const byClock = Object.entries(places).find(([, [, zone]]) => zone === timeZone)?.[0];
  const country = byClock ?? new Intl.Locale(language).region;
  const [currency] = (country === undefined ? undefined : places[country]) ?? [];
  return { ...(country === undefined ? {} : { country }), timeZone, ...(currency === undefined ? {} : { currency }) };
}
