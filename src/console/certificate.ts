import { X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';

/** A self-made certificate and its key, as PEM. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
  /** SHA-256, as browsers show it: `AB:CD:…`. Staff compare it once. */
  readonly fingerprint: string;
}

/** Browsers take no certificate of a longer life. */
const days = 397;
/** So long before its end a certificate is made anew. */
const renewedBefore = 30 * 86_400_000;

const isAddress = (name: string): boolean => /^[\d.]+$|:/.test(name);

/** A certificate of our own for these names and addresses, good from `now` (epoch milliseconds) on for 397 days. */
export async function makeCertificate(names: readonly string[], now: number): Promise<Certificate> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'Tillbridge' }], {
    keyType: 'ec',
    curve: 'P-256',
    notBeforeDate: new Date(now - 3_600_000),
    notAfterDate: new Date(now + days * 86_400_000),
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true, keyEncipherment: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: names.map((name) => (isAddress(name) ? { type: 7, ip: name } : { type: 2, value: name })),
      },
    ],
  });
  return { key, cert, fingerprint: fingerprintOf(cert) };
}

/** The SHA-256 of a certificate, as browsers show it. */
export function fingerprintOf(cert: string): string {
  return new X509Certificate(cert).fingerprint256;
}

/** Whether a certificate still serves for these names, and will for some time. */
export function isGood(cert: string, names: readonly string[], now: number): boolean {
  try {
    const read = new X509Certificate(cert);
    const fits = names.every((name) => (isAddress(name) ? read.checkIP(name) : read.checkHost(name)) !== undefined);
    return fits && Date.parse(read.validTo) - renewedBefore > now;
  } catch {
    return false;
  }
}
