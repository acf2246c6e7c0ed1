const email = /[^\s@<>"'(),;:[\]\\]+@[^\s@<>"'(),;:[\]\\]+/gu;

// The word before says that what follows is a secret, whatever it looks like.
const credentials = /\b(bearer|basic)\s+[^\s"',;&}]+/giu;
const named =
  /\b(api[-_ ]?key|access[-_ ]?token|token|secret|password|passwd|passwort|pwd)(["']?\s*[:=]\s*["']?)[^\s"',;&}]+/giu;

// Letters and digits mixed over 24 places and more: a key or a hash, not a word.
const keyLike = /(?<![\w-])(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{24,}(?![\w-])/gu;

const britishPostcode = /\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b/giu;

// Days, moments and network addresses are also digits with something between them, and have to stay legible.
const moment = String.raw`\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?(?!\d)`;
const networkAddress = String.raw`(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.])`;
// Seven digits and more, however they are spaced: `+44 7700 900123`, `(01632) 960-001`, `O7700900123`.
const phoneLike = String.raw`(?:\+\s?|\()?[\dO](?:[\s().\-/]{0,2}[\dO]){6,}`;
const digits = new RegExp(`(${moment}|${networkAddress})|${phoneLike}`, 'gu');

/**
 * The text without what must not reach a log: the secrets named, e-mail addresses, telephone numbers, British postcodes,
 * and whatever looks like a key or is called a password. It rather takes too much than too little; redacting twice
 * changes nothing more. Names of people it cannot know: those never go into a log in the first place.
 */
export function redact(text: string, secrets: readonly string[] = []): string {
  const withoutSecrets = secrets.reduce((kept, secret) => (secret ? kept.replaceAll(secret, '[key]') : kept), text);
  return withoutSecrets
    .replace(credentials, '$1 [key]')
    .replace(named, '$1$2[key]')
    .replace(email, '[e-mail]')
    .replace(keyLike, '[key]')
    .replace(britishPostcode, '[postcode]')
    .replace(digits, (_found, legible: string | undefined) => legible ?? '[phone]');
}
