import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { writeFileWhole } from '../support/write-file.ts';
import { fingerprintOf, isGood, makeCertificate, type Certificate } from './certificate.ts';

const kept = z.object({ key: z.string(), cert: z.string() });

/**
 * The certificate of a home folder's console, good for these names at `now`: the one that was kept, so that tills which
 * have accepted it go on, else a new one, which is kept where only the home's owner may read it.
 */
export async function keptCertificate(home: string, names: readonly string[], now: number): Promise<Certificate> {
  const file = path.join(home, 'console-certificate.json');
  const text = await readFile(file, 'utf8').catch(() => '');
  const found = kept.safeParse(jsonOf(text));
  if (found.success && isGood(found.data.cert, names, now)) {
    return { ...found.data, fingerprint: fingerprintOf(found.data.cert) };
  }
  const made = await makeCertificate(names, now);
  await writeFileWhole(file, `${JSON.stringify({ key: made.key, cert: made.cert }, undefined, 2)}\n`);
  return made;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
