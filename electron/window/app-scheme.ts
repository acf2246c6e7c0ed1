import { protocol } from 'electron';
import { cacheHeader, guardingHeaders } from '../../src/console/headers.ts';
import type { RendererFile } from '../../src/console/renderer-files.ts';

/** Where the windows' pages come from: files of ours, and nothing else. */
export const appOrigin = 'app://tillbridge';

/** Says what the scheme may do. Electron takes it only before it is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } },
  ]);
}

/** Answers the scheme from the built renderer's files, with the same headers as the console. What is not among them is not there. */
export function serveAppScheme(files: ReadonlyMap<string, RendererFile>): void {
  protocol.handle('app', ({ url, method }) => answerFrom(files, { url, method }));
}

/** The answer to one request of a window's. */
export function answerFrom(
  files: ReadonlyMap<string, RendererFile>,
  { url, method }: { readonly url: string; readonly method: string },
): Response {
  const { host, pathname } = new URL(url);
  if (method !== 'GET' || !isOurs(url)) return answer('That is not asked for here.', 403);
  // A screen's own address, such as /problems/17, is for the renderer to understand; a missing file is missing.
  const isScreen = !/\.[a-z0-9]+$/i.test(pathname);
  const file = files.get(pathname) ?? (isScreen ? files.get('/index.html') : undefined);
  if (host === '' || !file) return answer('There is nothing here.', 404);
  return new Response(new Uint8Array(file.body), {
    headers: {
      ...guardingHeaders,
      'Content-Type': file.type,
      'Cache-Control': file.lasting ? cacheHeader.lasting : cacheHeader.data,
    },
  });
}

/** Whether an address is one of our own pages. */
export function isOurs(url: string): boolean {
  return url === appOrigin || url.startsWith(`${appOrigin}/`);
}

function answer(text: string, status: number): Response {
  return new Response(text, { status, headers: { ...guardingHeaders, 'Content-Type': 'text/plain; charset=utf-8' } });
}
