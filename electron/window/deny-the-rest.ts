import { app, session } from 'electron';
import { appOrigin, isOurs } from './app-scheme.ts';

/** The one thing that a page may do which needs a permission: put text on the clipboard at somebody's click. */
const copying = 'clipboard-sanitized-write';

/** Pages stay where they are: no navigation away, no new windows, no pages inside pages. For every page that is ever made. */
export function denyNavigation(): void {
  app.on('web-contents-created', (_, contents) => {
    const stay = (event: { readonly url: string; preventDefault(): void }) => {
      if (!isOurs(event.url)) event.preventDefault();
    };
    contents.on('will-navigate', stay);
    // A list that is printed stands in a frame of the page's own, without scripts and without an address.
    contents.on('will-frame-navigate', (event) =>
      !event.isMainFrame && event.url === 'about:srcdoc' ? undefined : stay(event),
    );
    contents.on('will-redirect', stay);
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/** No camera, no place, no devices, no network: pages have the engine's port and their own files. Once the app is ready. */
export function denyPermissions(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((contents, permission, answer) =>
    answer(permission === copying && isOurs(contents.getURL())),
  );
  defaultSession.setPermissionCheckHandler(
    (_, permission, origin) => permission === copying && origin.replace(/\/$/, '') === appOrigin,
  );
  defaultSession.setDevicePermissionHandler(() => false);
  defaultSession.webRequest.onBeforeRequest((request, answer) => answer({ cancel: leaves(request.url) }));
}

/** Files that a page makes itself (`blob:`), its own pictures (`data:`) and the tools for developers never leave this computer. */
function leaves(url: string): boolean {
  return !isOurs(url) && !/^(?:blob|data|devtools):/.test(url);
}
