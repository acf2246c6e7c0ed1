const atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const label = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';
const form = new RegExp(`^${atom}(?:\\.${atom})*@(?:${label}\\.)+(?:[A-Za-z]{2,63}|xn--[A-Za-z0-9-]{1,59})$`);

/** Whether the text is an e-mail address that mail services take: at most 254 characters, 64 before the `@`, a domain of two parts or more. */
export function isEmailAddress(text: string): boolean {
  return text.length <= 254 && text.indexOf('@') <= 64 && form.test(text);
}

/** Mail services with so many customers that a domain one slip away from theirs is far more often a slip than a domain. */
const services = [
  'gmail.com',
  'googlemail.com',
  'hotmail.com',
  'hotmail.co.uk',
  'yahoo.com',
  'yahoo.co.uk',
  'outlook.com',
  'icloud.com',
  'btinternet.com',
  'ntlworld.com',
  'blueyonder.co.uk',
  'talktalk.net',
  'virginmedia.com',
  'tiscali.co.uk',
];

/** One slip away from a service above, yet somebody's real domain. */
const real = new Set([
  'mail.com',
  'gail.com',
  'cloud.com',
  'email.com',
  'hotmail.co',
  'yahoo.co',
  'gmail.co',
  'outlook.co',
  'tiscali.co',
  'hoo.com',
]);

/** Endings that no domain has, and the one that is meant. */
const endings: ReadonlyMap<string, string> = new Map([
  ['con', 'com'],
  ['cmo', 'com'],
  ['ocm', 'com'],
  ['cim', 'com'],
  ['vom', 'com'],
  ['xom', 'com'],
  ['cpm', 'com'],
  ['comm', 'com'],
  ['coom', 'com'],
  ['conm', 'com'],
  ['nte', 'net'],
  ['nett', 'net'],
  ['ogr', 'org'],
  ['orgg', 'org'],
  ['ukk', 'uk'],
  ['couk', 'co.uk'],
]);

const meantByDomain = new Map<string, string>();

function knownSlips(): ReadonlyMap<string, string> {
  if (meantByDomain.size > 0) return meantByDomain;
  const taken = new Set([...services, ...real]);
  for (const service of services) {
    for (const slip of slipsOf(service)) if (!taken.has(slip)) meantByDomain.set(slip, service);
  }
  return meantByDomain;
}

/** A service's domain with two neighbours of its name swapped, one left out, or one typed twice; or a country's dot left out. */
function* slipsOf(service: string): Generator<string> {
  const dot = service.indexOf('.');
  const name = service.slice(0, dot);
  const ending = service.slice(dot);
  for (let index = 0; index < dot; index++) {
    const before = name.slice(0, index);
    const [here = '', next = ''] = name.slice(index);
    const after = name.slice(index + 1);
    yield before + after + ending;
    yield before + here + here + after + ending;
    if (next !== '') yield before + next + here + name.slice(index + 2) + ending;
  }
  if (ending === '.co.uk') yield `${name}.couk`;
}

/** The domain that was meant by one that holds a common slip (`gmial.com` → `gmail.com`); undefined for every domain that may well be right. */
export function meantDomain(domain: string): string | undefined {
  const lower = domain.toLowerCase();
  const dot = lower.lastIndexOf('.');
  const ending = endings.get(lower.slice(dot + 1));
  const mended = ending === undefined ? lower : lower.slice(0, dot + 1) + ending;
  const meant = knownSlips().get(mended) ?? mended;
  return meant === lower ? undefined : meant;
}
