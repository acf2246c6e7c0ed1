import { Hono, type Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Guesses } from './guesses.ts';
import { cacheHeader, guardingHeaders } from './headers.ts';
import { logInPage } from './log-in-page.ts';
import { logInLanguage, type Trouble } from './log-in-words.ts';
import { isPin } from './pin.ts';
import { askedOf, type Refusals } from './refusals.ts';
import type { RendererFile } from './renderer-files.ts';
import type { Role } from './role.ts';
import { isOurs } from './same-site.ts';
import type { Sessions } from './sessions.ts';

/** What the door stands between. */
export interface DoorParts {
  /** The addresses that the console goes by: `http://127.0.0.1:7717`. */
  readonly origins: ReadonlySet<string>;
  readonly sessions: Sessions;
  readonly guesses: Guesses;
  /** The hash of the staff's PIN; undefined where staff are not let in. */
  readonly pinHash: () => string | undefined;
  readonly files: ReadonlyMap<string, RendererFile>;
  /** Answers what is asked under `/api`. */
  readonly api: (request: Request, role: Role) => Promise<Response>;
  /** Where a request comes from, for counting wrong tries. */
  readonly placeOf: (context: Context) => string;
  readonly refusals: Refusals;
  /** Hears of mistakes of ours. */
  readonly onMistake: (thrown: unknown) => void;
}

/** Nothing that a screen sends is longer; a profile of a large till is some 60 kB. */
const longestBody = 1024 * 1024;

/** Browsers give cookies to every port of a computer alike, so that the port stands in the name: two homes on one computer do not log each other out. */
const cookieNameOf = (address: string): string => `tillbridge-${new URL(address).port}`;

/** The console's HTTP: who may come in, the renderer's files, and the api behind them. */
export function createDoor(parts: DoorParts): Hono {
  const { origins, sessions, guesses, files, api, placeOf, refusals, onMistake } = parts;
  const app = new Hono();
  const cookieNameIn = ({ req }: Context): string => cookieNameOf(req.url);

  function letIn(context: Context, secret: string): Response {
    const before = getCookie(context, cookieNameIn(context));
    // Whoever comes in anew is no longer who they were: what another tab of theirs still hears ends.
    if (before !== undefined) sessions.end(before);
    // The addresses are known once the console listens, so they are looked at here.
    const isSecure = [...origins].every((origin) => origin.startsWith('https:'));
    setCookie(context, cookieNameIn(context), secret, {
      httpOnly: true,
      sameSite: 'Strict',
      path: '/',
      secure: isSecure,
    });
    return context.redirect('/', 303);
  }

  function refused(context: Context, status: 401 | 403 | 429, trouble?: Trouble): Response {
    const pin = parts.pinHash() !== undefined;
    const language = logInLanguage(context.req.header('accept-language'));
    return context.html(logInPage({ pin, language, ...(trouble === undefined ? {} : { trouble }) }), status);
  }

  function file(context: Context, { body, type, lasting }: RendererFile): Response {
    return context.body(new Uint8Array(body), 200, {
      'Content-Type': type,
      'Cache-Control': lasting ? cacheHeader.lasting : cacheHeader.data,
    });
  }

  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(guardingHeaders)) context.res.headers.set(name, value);
    if (!context.res.headers.has('Cache-Control')) context.res.headers.set('Cache-Control', cacheHeader.data);
    const { status } = context.res;
    if (wasRefused(status)) {
      const { method, path } = context.req;
      refusals.note({ status, method, asked: askedOf(path), place: placeOf(context) });
    }
  });
  app.use(async (context, next) => {
    const { req } = context;
    const fetchSite = req.header('sec-fetch-site');
    const provenance = { method: req.method, host: req.header('host'), origin: req.header('origin'), fetchSite };
    if (!isOurs(provenance, origins)) return context.text('This address is not one of the console’s own.', 403);
    await next();
    return undefined;
  });
  app.use(async ({ req, text }, next) => {
    // Node reads no more of a body than was announced; one whose length nobody says is not read at all.
    if (req.header('transfer-encoding') !== undefined) return text('Say how long it is.', 411);
    if (Number(req.header('content-length') ?? 0) > longestBody)
      return text('That is more than the console takes.', 413);
    await next();
    return undefined;
  });

  app.get('/open', (context) => {
    // Whoever only asks what would come, such as a preview of a link, does not use it up.
    const secret = context.req.method === 'GET' ? sessions.redeem(context.req.query('token') ?? '') : undefined;
    if (secret !== undefined) return letIn(context, secret);
    // Not counted among wrong PINs: nobody guesses 256 bits, and pictures in any page could ask for this.
    return refused(context, 403, 'usedLink');
  });
  app.post('/log-in', async (context) => {
    const place = placeOf(context);
    // Read first: between the look at the count and counting nothing may be waited for, or tries slip through meanwhile.
    const { pin } = await context.req.parseBody();
    const hash = parts.pinHash();
    if (hash === undefined) return refused(context, 403);
    const wait = guesses.waitOf(place);
    if (wait > 0) {
      const waitSeconds = Math.ceil(wait / 1000);
      context.header('Retry-After', String(waitSeconds));
      return refused(context, 429, { waitSeconds });
    }
    // Counted before the slow look at it: many tries at once are many tries.
    const tried = guesses.tries(place);
    if (typeof pin !== 'string' || !(await isPin(pin, hash))) return refused(context, 403, 'wrongPin');
    tried.wasRight();
    // Whoever came in with a PIN is in for as long as it is the PIN.
    return letIn(
      context,
      sessions.begin('staff', () => parts.pinHash() === hash),
    );
  });
  app.post('/log-out', (context) => {
    const secret = getCookie(context, cookieNameIn(context));
    if (secret !== undefined) sessions.end(secret);
    deleteCookie(context, cookieNameIn(context), { path: '/' });
    return context.redirect('/', 303);
  });
  app.post('/api/*', async (context) => {
    const secret = getCookie(context, cookieNameIn(context));
    const role = sessions.roleOf(secret);
    const end = sessions.endOf(secret);
    if (role === undefined || !end) {
      return context.json({ message: 'Open the console with the owner’s link, or log in.' }, 401);
    }
    return whileOpen(await api(context.req.raw, role), { end, isOpen: () => sessions.isOpen(secret) });
  });
  // Pages of other ports count as the same site, bring the cookie along, and say with HEAD not where they come from.
  app.all('/api/*', (context) => context.json({ message: 'The api is asked with POST.' }, 405, { Allow: 'POST' }));
  app.get('*', (context) => {
    if (sessions.roleOf(getCookie(context, cookieNameIn(context))) === undefined) return refused(context, 401);
    const wanted = files.get(context.req.path);
    if (wanted) return file(context, wanted);
    const page = files.get('/index.html');
    // A screen's own address, such as /problems/17, is for the renderer to understand; a missing file is missing.
    const isScreen = !/\.[a-z0-9]+$/i.test(context.req.path);
    return page && isScreen ? file(context, page) : context.text('There is nothing here.', 404);
  });
  app.notFound((context) => context.text('There is nothing here.', 404));
  app.onError((error, context) => {
    onMistake(error);
    return context.text('The console made a mistake. It is in the log.', 500);
  });
  return app;
}

/** An answer that goes on, such as what is under way, ends with the session of whoever asked for it: without another word. */
function whileOpen(
  answer: Response,
  { isOpen, end }: { readonly isOpen: () => boolean; readonly end: AbortSignal },
): Response {
  if (!answer.headers.get('content-type')?.startsWith('text/event-stream') || !answer.body) return answer;
  let stop = (): void => undefined;
  const forget = () => end.removeEventListener('abort', stop);
  const ending = new TransformStream<Uint8Array, Uint8Array>({
    start(controller) {
      stop = () => controller.terminate();
      if (end.aborted) stop();
      else end.addEventListener('abort', stop, { once: true });
    },
    transform(chunk, controller) {
      // A session that became too old is noticed here; where there is nothing to say, with the next sign of life.
      if (isOpen()) controller.enqueue(chunk);
      else controller.terminate();
    },
    flush: forget,
    cancel: forget,
  });
  return new Response(answer.body.pipeThrough(ending), answer);
}

/** What there is not, and what the engine answers in its own words (422), are no refusals. */
function wasRefused(status: number): boolean {
  return [400, 401, 403, 405, 411, 413, 429].includes(status);
}
