import path from 'node:path';
import type { Settings } from '../../settings/settings.ts';
import { saveSettings, settingsFile } from '../../settings/store.ts';
import { TillbridgeError } from '../../support/errors.ts';
import { destinationKinds } from '../../sync/destination-kinds.ts';
import { readProfile, withTillTools } from '../../sync/till-tools.ts';
import { tryDestination } from '../../sync/try-destination.ts';
import { checkLines } from '../check-lines.ts';
import type { Door } from '../door.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { suggestionLines } from '../suggestion-lines.ts';
import { createAnswers, type InitOptions } from './answers.ts';
import { draftSettings, profileName } from './draft-settings.ts';
import { refuseToOverwrite, writeProfile } from './profile-file.ts';
import { askSecrets, type AskedSecrets } from './secrets.ts';

/** Throws a `TillbridgeError` where a file of this home would be overwritten without having been asked to. */
export async function refuseOccupiedHome(home: string, force: boolean): Promise<void> {
  await refuseToOverwrite(settingsFile(home), force);
  await refuseToOverwrite(path.join(home, profileName), force);
}

interface Drafted {
  readonly settings: Settings;
  readonly secrets: AskedSecrets;
  /** A profile that somebody wrote already. */
  readonly given: string | undefined;
}

/** Shows at once whether the website answers with this key; whether it does or not, the set-up goes on. */
async function tryWebsite(door: Door, { shop, destinations }: Settings, secrets: AskedSecrets): Promise<void> {
  const websites = new Set(destinationKinds().flatMap(({ kind, isShopFront }) => (isShopFront ? [kind] : [])));
  for (const website of destinations.filter(({ kind }) => websites.has(kind))) {
    const secret = await secrets.secretFor(website.id);
    if (secret === undefined) continue;
    door.screen.say('Asking the website …');
    const line = await tryDestination(website, { shop, secret, now: door.now, signal: door.signal });
    door.screen.say(...checkLines([line], door.screen));
  }
}

/** A profile for this till; undefined where its tables could not be recognised. */
async function profileFor(door: Door, { settings, secrets, given }: Drafted): Promise<unknown> {
  const { screen } = door;
  if (given !== undefined) return readProfile(path.resolve(given));
  const { till, shop } = settings;
  return withTillTools({ home: door.home(), till, shop, secretFor: secrets.secretFor }, async (tools) => {
    screen.say('Looking at the till’s database …');
    const suggestion = await tools.suggest();
    screen.say(...suggestionLines(suggestion, screen));
    return suggestion.kinds.length === 0 ? undefined : suggestion.profile;
  });
}

function notRecognised(home: string): TillbridgeError {
  return new TillbridgeError(
    'settings',
    'setting up: no table of this database looks like customers, articles or sales',
    {
      hint: `The settings are written. See the tables with "tillbridge till describe", and write ${path.join(home, profileName)} by hand.`,
    },
  );
}

/** Sets up a shop: settings and profile in its home folder. Writes nothing until everything that can be asked is known and the till has answered. */
export async function setUpShop(door: Door, options: InitOptions): Promise<ExitCode> {
  const { screen } = door;
  const home = door.home();
  const force = options.force ?? false;
  await refuseOccupiedHome(home, force);
  const settings = await draftSettings(createAnswers(door.ask), options);
  const secrets = await askSecrets(door, settings);
  await tryWebsite(door, settings, secrets);
  const profile = await profileFor(door, { settings, secrets, given: options.profile });
  await saveSettings(home, settings);
  if (profile === undefined) throw notRecognised(home);
  await writeProfile(path.join(home, profileName), profile, force);
  screen.say(
    `Set up: ${settingsFile(home)} and ${profileName} beside it.`,
    ...(secrets.missing.length > 0
      ? [`Still to do: set ${secrets.missing.join(' and ')}, or run tillbridge secret set.`]
      : []),
    `Next: ${screen.paint('strong', 'tillbridge check')}, then ${screen.paint('strong', 'tillbridge preview')}. Neither sends anything.`,
  );
  screen.answer({
    home,
    settings: settingsFile(home),
    profile: path.join(home, profileName),
    missingSecrets: secrets.missing,
  });
  return exitCodes.completed;
}
