import type { WritableDatabase } from '../../database/open.ts';
import type { DestinationId, Instant } from '../../model/ids.ts';
import type { AccountCount } from '../agent-contract.ts';

/** Which shop front's account, and since when a figure counts as sent in this run. */
export interface StockAccountQuestion {
  readonly destination: DestinationId;
  readonly since: Instant;
}

type Place = Exclude<keyof AccountCount, 'rows' | 'joined'>;

const none: AccountCount = { rows: 0, unchanged: 0, sent: 0, waiting: 0, problem: 0, excluded: 0, joined: 0 };

const fate = (kind: 'stock' | 'price', key: string): string =>
  `LEFT JOIN ledger l ON l.destination = $destination AND l.kind = '${kind}' AND l.key = ${key}
   LEFT JOIN outbox o ON o.destination = $destination AND o.kind = '${kind}' AND o.key = ${key} AND o.newer = 0`;

/** What was seen there was not sent by us; see the hashes that are offered. */
const sentOrNot = (kind: 'stock' | 'price'): string =>
  `WHEN l.sent_at >= $since AND l.hash LIKE '${kind} %' THEN 'sent' ELSE 'unchanged'`;

const stockPlaces = `
  SELECT CASE
    WHEN a.standing IN ('excluded', 'silent') THEN 'excluded'
    WHEN a.standing <> 'reckoned' OR o.state IN ('parked', 'discarded') THEN 'problem'
    WHEN o.id IS NOT NULL OR l.key IS NULL OR json_extract(l.watched, '$.supply') <> a.supply THEN 'waiting'
    ${sentOrNot('stock')} END AS place, count(*) AS articles
  FROM web_article a ${fate('stock', 'a.variant')} WHERE a.destination = $destination GROUP BY place`;

const pricePlaces = `
  SELECT CASE
    WHEN o.state IN ('parked', 'discarded') THEN 'problem'
    WHEN o.id IS NOT NULL THEN 'waiting'
    ${sentOrNot('price')} END AS place, count(*) AS articles
  FROM (SELECT key FROM ledger WHERE destination = $destination AND kind = 'price'
    UNION SELECT key FROM outbox WHERE destination = $destination AND kind = 'price') a ${fate('price', 'a.key')}
  GROUP BY place`;

/**
 * Where the stock of every article of a shop front stands, each counted in one place: not the till's to say, to be mended or
 * refused, waiting, sent in this run, or as it should be. The same for every price that the shop front is given.
 */
export function createStockAccount(database: WritableDatabase) {
  const count = (sql: string) => {
    const statement = database.prepare<[StockAccountQuestion], { place: Place; articles: number }>(sql);
    return (question: StockAccountQuestion): AccountCount => {
      const places = statement.all(question);
      const rows = places.reduce((sum, { articles }) => sum + articles, 0);
      return { ...none, rows, ...Object.fromEntries(places.map(({ place, articles }) => [place, articles])) };
    };
  };
  const [stock, price] = [count(stockPlaces), count(pricePlaces)];
  return (question: StockAccountQuestion): Record<'stock' | 'price', AccountCount> => ({
    stock: stock(question),
    price: price(question),
  });
}
