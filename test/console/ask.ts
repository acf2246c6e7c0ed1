import { request } from 'node:http';
import type { Console } from '../../src/console/open-console.ts';

/** What the console answered. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** What is asked, besides the path. */
export interface Asking {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A request to the console, with headers that `fetch` would not let through. */
export function ask(
  { address }: Console,
  path: string,
  { method = 'GET', headers = {}, body = '' }: Asking = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(address);
    const sent = request({ hostname, port, path, method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Comes in with the owner's link; answers the cookie. */
export async function comeIn(console: Console): Promise<string> {
  const { pathname, search } = new URL(console.link());
  return cookieOf(await ask(console, pathname + search));
}

/** The cookie that an answer sets. */
export function cookieOf({ headers }: Answer): string {
  return String(headers['set-cookie']).split(';')[0] ?? '';
}

/** Tries a PIN. */
export function logIn(
  console: Console,
  typed: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  return ask(console, '/log-in', {
    method: 'POST',
    headers: { origin: console.address, 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: `pin=${encodeURIComponent(typed)}`,
  });
}
