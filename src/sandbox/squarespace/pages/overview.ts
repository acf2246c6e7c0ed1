import { html } from 'hono/html';
import { decimalFromMinor } from '../../../model/money.ts';
import { sumsOf } from '../store/order.ts';
import type { Store } from '../store/store.ts';

/** A page for people: what the site holds, and its latest orders. */
export function overview({ facts, catalogue, contacts, orders }: Store, calls: number) {
  const latest = orders.all().slice(-10).reverse();
  return html`<!doctype html>
    <html lang="en">
      <meta charset="utf-8" />
      <title>Squarespace sandbox</title>
      <style>
        body {
          font: 15px/1.5 system-ui;
          margin: 2rem auto;
          max-width: 70rem;
          padding: 0 1rem;
        }
        td {
          border-top: 1px solid #8884;
          padding: 0.3rem 1rem 0.3rem 0;
          vertical-align: top;
        }
      </style>
      <h1>${facts.title}</h1>
      <p>A stand-in for Squarespace. ${calls} calls so far.</p>
      <p>${catalogue.products.size} products, ${contacts.size} contacts, ${orders.size} orders.</p>
      <h2>The latest orders</h2>
      <table>
        ${latest.map(
          (order) =>
            html`<tr>
              <td>${order.orderNumber}</td>
              <td>${new Date(order.createdOn).toISOString()}</td>
              <td>${order.lines.map(({ quantity, sku }) => `${quantity} × ${sku ?? 'a download'}`).join(', ')}</td>
              <td>${decimalFromMinor(sumsOf(order).grandTotal, facts.currency)}</td>
              <td>${order.paymentState}</td>
              <td>${order.fulfillmentStatus}</td>
            </tr>`,
        )}
      </table>
    </html>`;
}
