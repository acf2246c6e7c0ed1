import path from 'node:path';
import type { Settings } from '../../settings/settings.ts';
import { parseSettings } from '../../settings/store.ts';
import { TillbridgeError } from '../../support/errors.ts';
import { complaintsAboutDestination, destinationKinds } from '../../sync/destination-kinds.ts';
import type { Answers, InitOptions } from './answers.ts';
import { currencyOf, machinePlace } from './machine-place.ts';

/** The profile that `init` writes, relative to the home folder. */
export const profileName = 'profile.json';

/** The option that gives a setting of a destination: `baseUrl` → `base-url`. */
export function optionNameOf(setting: string): string {
  return setting.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
}

const noWebsite = 'none';

const amongst = (known: readonly string[]) => (answer: string) =>
  known.includes(answer) ? undefined : `Please type ${known.join(' or ')}.`;

async function shopOf(answers: Answers, options: InitOptions): Promise<object> {
  const here = machinePlace();
  const name = await answers.of('--shop-name', options.shopName, { asks: 'What is the shop called?' });
  const country = await answers.of('--country', options.country, {
    asks: 'In which country is it? (two letters)',
    byDefault: here.country,
  });
  const usual = currencyOf(country);
  return {
    name,
    country,
    timeZone: await answers.of('--time-zone', options.timeZone, {
      asks: 'In which time zone?',
      byDefault: here.timeZone,
    }),
    currency: await answers.of('--currency', options.currency, {
      asks: 'Which currency stands in the till?',
      ...(usual === undefined ? {} : { byDefault: usual, safe: true as const }),
    }),
  };
}

async function tillOf(answers: Answers, options: InitOptions): Promise<object> {
  const kind = await answers.of('--till', options.till, {
    asks: 'What is the till’s database? (firebird or sqlite)',
    byDefault: 'firebird',
    fits: amongst(['firebird', 'sqlite']),
  });
  if (kind === 'sqlite') {
    const file = await answers.of('--file', options.file, { asks: 'Which file is the till’s database?' });
    // Relative to where the person stands, not to the home folder.
    return { kind, file: file && path.resolve(file), profile: profileName };
  }
  return {
    kind,
    host: await answers.of('--host', options.host, {
      asks: 'On which computer does it run?',
      byDefault: '127.0.0.1',
      safe: true,
    }),
    port: Number(await answers.of('--port', options.port, { asks: 'On which port?', byDefault: '3050', safe: true })),
    database: await answers.of('--database', options.database, {
      asks: 'Where is the database on that computer? (a path there, or an alias)',
    }),
    user: await answers.of('--user', options.user, { asks: 'As which user may we read it?', byDefault: 'TILLBRIDGE' }),
    ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
    profile: profileName,
  };
}

async function destinationOf(answers: Answers, options: InitOptions): Promise<object> {
  const kinds = destinationKinds().filter(({ isShopFront }) => !isShopFront);
  const names = kinds.map(({ kind }) => kind);
  const chosen = await answers.of('--destination', options.destination, {
    asks: `Where shall the records go? (${names.join(' or ')})`,
    ...(names[0] === undefined ? {} : { byDefault: names[0] }),
    fits: amongst(names),
  });
  const own: Record<string, string> = {};
  for (const { name, describes } of kinds.find(({ kind }) => kind === chosen)?.needs ?? []) {
    const given = options[name];
    own[name] = await answers.of(`--${optionNameOf(name)}`, given === undefined ? undefined : String(given), {
      asks: describes,
    });
  }
  return { id: chosen, kind: chosen, ...own };
}

/** The website, as the one more destination that it is; nothing where there is none. */
async function websiteOf(answers: Answers, { website, websiteUrl }: InitOptions): Promise<readonly object[]> {
  const kinds = destinationKinds().filter(({ isShopFront }) => isShopFront);
  if (kinds.length === 0) return [];
  const names = [...kinds.map(({ kind }) => kind), noWebsite];
  const chosen = await answers.of('--website', website, {
    asks: `Does the shop sell on a website? (${names.join(' or ')})`,
    byDefault: noWebsite,
    safe: true,
    fits: amongst(names),
  });
  if (chosen === noWebsite) return [];
  return [{ id: chosen, kind: chosen, ...(websiteUrl === undefined ? {} : { baseUrl: websiteUrl }) }];
}

function checkDestinations({ destinations }: Settings): void {
  for (const { id, kind, ...own } of destinations) {
    const complaints = complaintsAboutDestination(kind, own);
    if (complaints.length === 0) continue;
    throw new TillbridgeError('settings', `setting up ${id}: ${complaints.join('; ')}`, {
      hint: 'Give it as it is expected, and run the command again.',
    });
  }
}

/** The settings that the command line and the person describe. Throws a `TillbridgeError` that names everything missing or wrong at once. */
export async function draftSettings(answers: Answers, options: InitOptions): Promise<Settings> {
  const draft = {
    shop: await shopOf(answers, options),
    till: await tillOf(answers, options),
    destinations: [await destinationOf(answers, options), ...(await websiteOf(answers, options))],
  };
  answers.complete();
  const settings = parseSettings(draft, 'the answers');
  checkDestinations(settings);
  return settings;
}
