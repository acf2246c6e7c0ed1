import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** scrypt with 16 MiB and some 50 ms: a PIN is short, and its hash stands in a file. */
const cost = { N: 16_384, r: 8, p: 1 } as const;
const length = 32;

function derive(pin: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin.normalize('NFC'), salt, length, cost, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

/** The form in which a PIN is kept: salt and scrypt key, as `scrypt:salt:key` in base64url. */
export async function hashPin(pin: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(pin, salt);
  return `scrypt:${salt.toString('base64url')}:${key.toString('base64url')}`;
}

/** Whether this is the PIN that was kept. False for what was never a hash of ours. */
export async function isPin(pin: string, kept: string): Promise<boolean> {
  const [scheme, salt = '', wanted = ''] = kept.split(':');
  if (scheme !== 'scrypt' || wanted === '') return false;
  const expected = Buffer.from(wanted, 'base64url');
  const key = await derive(pin, Buffer.from(salt, 'base64url'));
  return expected.length === key.length && timingSafeEqual(expected, key);
}
