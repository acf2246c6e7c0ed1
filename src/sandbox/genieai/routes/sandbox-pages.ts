import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Call } from '../conventions/call.ts';
import type { ExchangeEnv } from '../conventions/exchange.ts';
import type { FaultRequest } from '../faults/fault.ts';
import type { FaultScript } from '../faults/fault-script.ts';
import { contentsOf } from '../store/contents.ts';
import type { Store } from '../store/store.ts';
import { collections } from '../store/stored.ts';
import type { Stored } from '../store/stored.ts';
import type { ByHand, HandEdit } from '../by-hand.ts';

/** What the sandbox shows of itself. */
export interface PageParts {
  readonly store: Store;
  readonly faults: FaultScript;
  readonly byHand: ByHand;
  readonly calls: () => readonly Call[];
}

function newest(records: Iterable<Stored>, count: number): Stored[] {
  const found: Stored[] = [];
  for (const record of records) {
    if (found.length === count && record.sequence < (found.at(-1)?.sequence ?? 0)) continue;
    const place = found.findIndex((each) => each.sequence < record.sequence);
    found.splice(place === -1 ? found.length : place, 0, record);
    found.length = Math.min(found.length, count);
  }
  return found;
}

function overview(store: Store, calls: readonly Call[]) {
  return html`<!doctype html>
    <html lang="en">
      <meta charset="utf-8" />
      <title>GenieAI sandbox</title>
      <style>
        body {
          font: 15px/1.5 system-ui;
          margin: 2rem auto;
          max-width: 70rem;
          padding: 0 1rem;
        }
        pre {
          white-space: pre-wrap;
          margin: 0;
        }
        td {
          border-top: 1px solid #8884;
          padding: 0.3rem 1rem 0.3rem 0;
          vertical-align: top;
        }
      </style>
      <h1>GenieAI sandbox</h1>
      <p>A stand-in for the CRM. ${calls.length} calls so far.</p>
      ${collections.map(
        (name) =>
          html`<h2>${store[name].size} ${name}</h2>
            <table>
              ${newest(store[name].all(), 5).map(
                (record) =>
                  html`<tr>
                    <td>${record.externalId ?? 'made by hand'}</td>
                    <td>${new Date(record.updatedAt).toISOString()}</td>
                    <td>${record.archived ? 'archived' : ''}</td>
                    <td><pre>${JSON.stringify(record.fields)}</pre></td>
                  </tr>`,
              )}
            </table>`,
      )}
    </html>`;
}

/**
 * Pages under `/sandbox` that are no part of GenieAI: what it holds, the calls it got, and the faults to come. They ask for
 * no key, because the sandbox listens on the loopback alone.
 */
export function createSandboxPages({ store, faults, byHand, calls }: PageParts): Hono<ExchangeEnv> {
  const pages = new Hono<ExchangeEnv>();
  pages.get('/', (exchange) => exchange.html(overview(store, calls())));
  pages.get('/contents', (exchange) => exchange.json(contentsOf(store)));
  pages.get('/calls', (exchange) => exchange.json({ calls: calls() }));
  pages.get('/faults', (exchange) => exchange.json({ faults: faults.pending() }));
  pages.post('/faults', async (exchange) => {
    const body = await exchange.req.json<FaultRequest | FaultRequest[]>();
    for (const fault of Array.isArray(body) ? body : [body]) faults.add(fault);
    return exchange.json({ faults: faults.pending() });
  });
  pages.delete('/faults', (exchange) => {
    faults.clear();
    return exchange.json({ faults: [] });
  });
  pages.post('/contacts', async (exchange) =>
    exchange.json({ id: byHand.add(await exchange.req.json<HandEdit>()).id }),
  );
  pages.onError((error, exchange) => exchange.json({ error: error.message }, 400));
  return pages;
}
