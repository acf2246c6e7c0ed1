/** Services whose own help says that points do not count in an address there. */
const pointless = new Set(['gmail.com', 'googlemail.com']);

/** Services whose own help says that what stands from a `+` on is the customer's to choose. Elsewhere it may be another mailbox. */
const tagged = new Set([
  ...pointless,
  'outlook.com',
  'hotmail.com',
  'hotmail.co.uk',
  'live.com',
  'live.co.uk',
  'msn.com',
  'icloud.com',
  'me.com',
  'mac.com',
  'fastmail.com',
  'proton.me',
  'protonmail.com',
]);

/** Names of one and the same service. */
const renamed: Readonly<Record<string, string>> = { 'googlemail.com': 'gmail.com' };

/**
 * The mailbox that an e-mail address reaches, in small letters; undefined where the text is no address. A domain with a
 * slip stays another one: it may be somebody else's, and staff are told of it.
 */
export function emailKey(text: string | null | undefined): string | undefined {
  if (text == null) return undefined;
  const address = text.trim().toLowerCase();
  const at = address.lastIndexOf('@');
  if (at < 1 || !address.includes('.', at + 2) || /\s/.test(address)) return undefined;
  const domain = address.slice(at + 1);
  let box = address.slice(0, at);
  if (tagged.has(domain)) box = box.replace(/(?!^)\+.*$/, '');
  if (pointless.has(domain)) box = box.replaceAll('.', '') || box;
  return `${box}@${renamed[domain] ?? domain}`;
}

/** What stands before the `@` where an address belongs to a role or stands for none. */
const nobodys = new Set(
  (
    'info sales office admin enquiries enquiry inquiries contact hello shop store mail email post accounts reception orders ' +
    'support service team postmaster webmaster none noone nobody noemail nomail nil null na notgiven notknown unknown ' +
    'refused noreply donotreply test x xx xxx anonymous customer'
  ).split(' '),
);

/** Whether a mailbox is a role's, or stands for "has none": it says of nobody who they are. */
export function isNobodysEmail(key: string): boolean {
  const at = key.lastIndexOf('@');
  const box = key.slice(0, at).replaceAll(/[._-]/g, '');
  return nobodys.has(box) || /^(?:none|noemail|nomail|noreply)\./.test(key.slice(at + 1));
}
