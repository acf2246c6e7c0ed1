import { readFile } from 'node:fs/promises';
import { explainIssues } from '../support/explain-issues.ts';
import { messageOf, TillbridgeError } from '../support/errors.ts';
import { rowKinds } from '../model/record.ts';
import { fieldsOf, profile, type Profile } from './profile.ts';

/** Reads a profile file. Throws a `TillbridgeError` that says, by path, what was expected. */
export async function loadProfile(file: string): Promise<Profile> {
  return parseProfile(jsonOf(await readText(file), file), file);
}

/** Anything as a profile; `file` is how errors call it. Throws a `TillbridgeError` that says, by path, what was expected. */
export function parseProfile(value: unknown, file: string): Profile {
  const explained = explainIssues(profile, value, 'the profile');
  if (explained.ok) return withFieldNames(explained.value);
  throw new TillbridgeError('settings', `reading the profile ${file}: ${explained.lines.join('; ')}`, {
    hint: 'Mend the file, or let "tillbridge till suggest" propose a new one.',
  });
}

/** Key parts as our fields are spelled: rows are looked up by these names. */
function withFieldNames(parsed: Profile): Profile {
  const queries = rowKinds.flatMap((kind) => {
    const query = parsed[kind];
    if (!query) return [];
    const spelled = (part: string): string =>
      fieldsOf[kind].find((field) => field.toLowerCase() === part.toLowerCase()) ?? part;
    return [[kind, { ...query, key: query.key.map(spelled) }] as const];
  });
  return { ...parsed, ...Object.fromEntries(queries) };
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new TillbridgeError('settings', `reading the profile ${file}: ${messageOf(error)}`, {
      hint: 'Name the profile file in settings.json (till.profile), or let "tillbridge till suggest" propose one.',
      cause: error,
    });
  }
}

function jsonOf(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new TillbridgeError('settings', `reading the profile ${file}: it is no JSON: ${messageOf(error)}`, {
      hint: 'A comma or a quote may be missing near the place named.',
      cause: error,
    });
  }
}
