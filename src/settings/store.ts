import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { TillbridgeError, messageOf } from '../support/errors.ts';
import { explainIssues } from '../support/explain-issues.ts';
import { writeFileWhole } from '../support/write-file.ts';
import { settings as schema, type Settings } from './settings.ts';

/** Where the settings of a home folder stand. */
export function settingsFile(home: string): string {
  return path.join(home, 'settings.json');
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') {
      throw new TillbridgeError('settings', `reading the settings: there is no ${file}`, {
        hint: 'Run `tillbridge init` first, or name the right folder with --home.',
        cause,
      });
    }
    throw new TillbridgeError('settings', `reading the settings from ${file}: ${messageOf(cause)}`, {
      hint: 'Make the file readable for the account that runs Tillbridge.',
      cause,
    });
  }
}

function parsedJson(text: string, file: string): unknown {
  try {
    // Windows editors put a byte-order mark in front.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new TillbridgeError('settings', `reading the settings from ${file}: ${messageOf(cause)}`, {
      hint: 'The file is not JSON any more: look for a missing comma, quote or bracket.',
      cause,
    });
  }
}

/** Anything as settings. Throws a `TillbridgeError` of reason `settings` with a line for each place that is wrong. */
export function parseSettings(value: unknown, source: string): Settings {
  const explained = explainIssues(schema, value, 'the whole file');
  if (explained.ok) return explained.value;
  const places = explained.lines.map((line) => `\n  ${line}`).join('');
  throw new TillbridgeError('settings', `reading the settings from ${source}:${places}`, {
    hint: `Correct ${explained.lines.length === 1 ? 'this place' : 'these places'} in ${source}.`,
  });
}

/** The settings of a home folder, with every default filled in. Throws a `TillbridgeError` of reason `settings` that says what to mend. */
export async function loadSettings(home: string): Promise<Settings> {
  const file = settingsFile(home);
  return parseSettings(parsedJson(await textOf(file), file), file);
}

/** Writes the settings of a home folder, whole or not at all. Defaults are written out, so that the file shows what can be set. */
export async function saveSettings(home: string, settings: Settings): Promise<void> {
  await writeFileWhole(settingsFile(home), `${JSON.stringify(settings, undefined, 2)}\n`);
}
