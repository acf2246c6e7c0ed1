import { z } from 'zod';
import { destinationId } from '../model/ids.ts';
import { currency } from '../model/money.ts';
import { reportSettings } from './reports.ts';
import { reservedSecrets } from './secrets.ts';
import { timeOfDay } from './times-of-day.ts';

const share = z.number().min(0).max(100);

/** What a guard lets through: a run stops where both the count and the share of all are passed. */
const limit = (count: number, percent: number) =>
  z
    .strictObject({
      count: z.int().min(0).default(count).describe('So many may always change at once.'),
      percent: share.default(percent).describe('So large a share of all may always change at once.'),
    })
    .prefault({});

const timeZone = z.string().refine((zone) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}, 'a time zone such as "Europe/London"');

const shop = z.strictObject({
  name: z.string().min(1).describe('The shop as its people call it.'),
  country: z.string().regex(/^[A-Z]{2}$/, 'a country code of two capital letters, such as "GB"'),
  timeZone,
  currency,
});

const profilePath = z.string().min(1).describe('A profile file, relative to the home folder: "profile.json".');

const firebirdTill = z.strictObject({
  kind: z.literal('firebird'),
  host: z.string().min(1).default('127.0.0.1'),
  port: z.int().min(1).max(65535).default(3050),
  database: z.string().min(1).describe('The path on the server, or an alias.'),
  user: z.string().min(1).default('TILLBRIDGE'),
  encoding: z
    .string()
    .optional()
    .describe('Only for a database that declares no character set (NONE): WIN1252, DOS850, … First guess WIN1252.'),
  profile: profilePath,
});

const sqliteTill = z.strictObject({
  kind: z.literal('sqlite'),
  file: z.string().min(1).describe('Relative to the home folder, or absolute.'),
  profile: profilePath,
});

/** Where the till is and how to reach it; never its password. */
export const tillSettings = z.discriminatedUnion('kind', [firebirdTill, sqliteTill]);
export type TillSettings = z.infer<typeof tillSettings>;

const guards = z
  .strictObject({
    emptyRead: z.boolean().default(true).describe('Stop when the till suddenly gives no rows, or far fewer.'),
    wrongDatabase: z
      .boolean()
      .default(true)
      .describe('Stop when the database looks like another one, or like an older copy.'),
    massDeletion: limit(25, 5).describe('Records that are gone from the till.'),
    massChange: limit(200, 60).describe('Records of a kind that changed.'),
    priceChange: limit(25, 20).describe('Prices that changed.'),
    stockToZero: limit(25, 20).describe('Articles whose stock fell to nothing.'),
    emailBlanked: limit(10, 2).describe('Customers whose e-mail address disappeared.'),
  })
  .prefault({});
export type GuardSettings = z.infer<typeof guards>;

const cleaning = z
  .strictObject({
    capitals: z.boolean().default(false).describe('Write names that stand in capitals as names: "SMITH" → "Smith".'),
  })
  .prefault({});

const retention = z
  .strictObject({
    archiveAfterDays: z
      .int()
      .min(0)
      .max(365)
      .default(7)
      .describe('How long a record must be gone from the till before destinations put it away.'),
    runsDays: z.int().min(1).default(400).describe('How long runs and closed problems are kept.'),
  })
  .prefault({});

const schedule = z
  .strictObject({
    everyMinutes: z.int().min(1).max(1440).default(15),
    fullEveryHours: z.int().min(1).max(24).default(24).describe('The till is read whole at least so often.'),
    quickAboveSeconds: z
      .int()
      .min(0)
      .default(30)
      .describe('A till that is read whole in less than this is always read whole: only that finds every edit.'),
  })
  .prefault({});

const owner = z.enum(['till', 'web', 'newest', 'longest']);

const people = z
  .strictObject({
    join: z
      .enum(['with-website', 'always', 'never'])
      .default('with-website')
      .describe('When customers who are the same person are joined: once there is a website, always, or never.'),
    owners: z
      .strictObject({
        name: owner.default('till').describe('Who has the last word on title and names.'),
        company: owner.default('till'),
        email: owner.default('till'),
        phone: owner.default('till'),
        mobile: owner.default('till'),
        address: owner.default('newest').describe('The address goes as a whole, from one of them.'),
        other: owner.default('till').describe('Everything else.'),
      })
      .prefault({}),
    sharedAddresses: z
      .array(z.string())
      .default([])
      .describe('E-mail addresses that belong to nobody in particular, such as the shop’s own: they join nobody.'),
  })
  .prefault({});
export type PeopleSettings = z.infer<typeof people>;

const articles = z.strictObject({
  article: z.string().optional().describe('An article number of the till; * stands for anything.'),
  category: z.string().optional().describe('A category of the till; * stands for anything.'),
  name: z.string().optional().describe('An article’s name; * stands for anything.'),
});

const website = z
  .strictObject({
    stock: z.boolean().default(true).describe('Send the till’s stock to the website.'),
    prices: z.boolean().default(false).describe('Send the till’s prices to the website; what is on sale there stays.'),
    skuCase: z.enum(['ignored', 'counts']).default('ignored').describe('Whether R-118 and r-118 are one article.'),
    buffer: z.int().min(0).default(0).describe('So many pieces of every article are kept back for the shop.'),
    buffers: z
      .array(articles.extend({ pieces: z.int().min(0) }))
      .default([])
      .describe('Other numbers for some articles; the first that fits counts.'),
    exclude: z
      .array(articles)
      .default([])
      .describe('Articles whose stock is not the till’s to say: sets, made to order.'),
    keyed: z
      .boolean()
      .default(true)
      .describe(
        'Staff key web orders into the till, which takes them off its stock. Without it the till never hears of them.',
      ),
    countsFromDays: z
      .int()
      .min(0)
      .max(365)
      .default(14)
      .describe('At the first run, orders older than this are taken to be in the till already.'),
  })
  .prefault({});
export type WebsiteSettings = z.infer<typeof website>;

const consoleSettings = z
  .strictObject({
    network: z
      .boolean()
      .default(false)
      .describe('Reachable for the tills of the shop’s network, encrypted; without it from this computer alone.'),
    port: z.int().min(1).max(65535).default(7717),
    names: z
      .array(z.string().regex(/^[a-z0-9.-]+$/i, 'a name such as "till-server.shop.example"'))
      .default([])
      .describe('Other names by which the shop’s computers call this one; its own name and addresses are known.'),
  })
  .prefault({});

const notices = z
  .strictObject({
    quiet: z.boolean().default(true).describe('Whether there are hours in which nobody is told anything.'),
    quietFrom: timeOfDay.default('20:00').describe('From then on, by this computer’s clock.'),
    quietUntil: timeOfDay.default('08:00').describe('Until then; what still holds is told afterwards.'),
  })
  .prefault({});
export type NoticeSettings = z.infer<typeof notices>;

/** One destination: the fields that all have; each connector's own settings are parsed by the connector itself. */
export const destinationSettings = z.looseObject({ id: destinationId, kind: z.string().min(1) });
export type DestinationSettings = z.infer<typeof destinationSettings>;

/** `settings.json`. Secrets never stand in it. */
export const settings = z.strictObject({
  shop,
  till: tillSettings,
  destinations: z
    .array(destinationSettings)
    .min(1)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'every destination needs an id of its own')
    .refine(
      (all) => all.every(({ id }) => !reservedSecrets.includes(id)),
      `no destination called ${reservedSecrets.map((id) => `"${id}"`).join(' or ')}: that is something else’s name`,
    ),
  guards,
  cleaning,
  schedule,
  retention,
  people,
  website,
  reports: reportSettings,
  notices,
  console: consoleSettings,
});
export type Settings = z.infer<typeof settings>;
export type ShopSettings = z.infer<typeof shop>;
