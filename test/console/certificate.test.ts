import { get } from 'node:https';
import { describe, expect, it, onTestFinished } from 'vitest';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isGood, makeCertificate } from '../../src/console/certificate.ts';
import { ownNames } from '../../src/console/own-names.ts';
import { openConsole } from '../../src/console/open-console.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const names = ['127.0.0.1', 'localhost', 'till-server'];
const now = Date.parse('2026-11-22T09:00:00Z');

describe('a certificate of our own', () => {
  it('serves for every name of the console, and for no other', async () => {
    const { cert } = await makeCertificate(names, now);
    expect(isGood(cert, names, now)).toBe(true);
    expect(isGood(cert, ['other-server'], now)).toBe(false);
    expect(isGood('not a certificate', names, now)).toBe(false);
  });

  it('serves a computer whose name has an umlaut, as browsers write it', async () => {
    const own = ownNames('Büro-PC');
    expect(own).toContain('xn--bro-pc-3ya');
    expect(ownNames('not a name at all')).not.toContain('');
    const { cert } = await makeCertificate(own, now);
    expect(isGood(cert, own, now)).toBe(true);
  });

  it('is due to be made anew a month before it ends', async () => {
    const { cert } = await makeCertificate(names, now);
    expect(isGood(cert, names, now + 366 * 86_400_000)).toBe(true);
    expect(isGood(cert, names, now + 368 * 86_400_000)).toBe(false);
  });

  it('lets a browser in over TLS that trusts it, with a cookie for TLS alone', async () => {
    const renderer = temporaryFolder();
    writeFileSync(join(renderer, 'index.html'), '<!doctype html><title>Tillbridge</title>');
    const certificate = await makeCertificate(names, Date.now());
    const opened = await openConsole({
      renderer,
      now: () => Date.now(),
      network: { names: ['till-server'], certificate },
      log: { warn: () => undefined, error: () => undefined },
      api: async () => Response.json({}),
    });
    onTestFinished(() => opened.close());
    const cookie = await new Promise<string>((resolve, reject) => {
      get(opened.link(), { ca: certificate.cert }, ({ headers }) => resolve(String(headers['set-cookie']))).on(
        'error',
        reject,
      );
    });
    expect(cookie).toContain('Secure');
    expect(opened.address).toMatch(/^https:/);
  });
});
