import type { Work } from '../../conventions/calls.ts';
import type { ResourceParts } from '../context.ts';

/** `GET /1.0/authorization/website`. */
export function describeSite({ store: { facts }, wire }: ResourceParts): Work {
  const { id, siteId, title, currency, timeZone } = facts;
  return () => ({
    status: 200,
    body: {
      id,
      siteId,
      title,
      url: 'https://shop.example.com',
      currency,
      measurementStandard: 'METRIC',
      language: 'en-GB',
      timeZone,
      location: null,
      ...wire.extras(id),
    },
  });
}
