import { expect, test, vi } from 'vitest';
import { answerFrom } from '../../../electron/window/app-scheme.ts';
import { guardingHeaders } from '../../../src/console/headers.ts';

vi.mock('electron', () => import('../stand-in/electron.ts'));

const file = (body: string, type: string, lasting = false) => ({ body: Buffer.from(body), type, lasting });
const files = new Map([
  ['/index.html', file('<!doctype html>', 'text/html; charset=utf-8')],
  ['/assets/a.js', file('1', 'text/javascript; charset=utf-8', true)],
]);
const get = (url: string, method = 'GET') => answerFrom(files, { url, method });

test('pages come with the console’s own headers', async () => {
  for (const url of ['app://tillbridge/', 'app://tillbridge/problems/17', 'app://tillbridge/index.html']) {
    const answer = get(url);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('<!doctype html>');
    for (const [name, value] of Object.entries(guardingHeaders)) expect(answer.headers.get(name)).toBe(value);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  }
});

test.each([
  ['app://tillbridge/assets/b.js', 404],
  ['app://tillbridge/../../etc/passwd.txt', 404],
  ['app://tillbridge/%2e%2e/settings.json', 404],
  ['app://tillbridge/..%5c..%5csettings.json', 404],
  ['app://elsewhere/index.html', 403],
  ['app://tillbridge.example/index.html', 403],
])('%s is not there', (url, status) => {
  const answer = get(url);
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
});

test('nothing can be sent to it', () => {
  expect(get('app://tillbridge/', 'POST').status).toBe(403);
});
