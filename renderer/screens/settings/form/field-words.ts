import type { Texts } from '../../../words/words.ts';
import type { Schema } from './schema.ts';
import type { Path } from './tree.ts';

/** How a field is called, by its place; by its last word where the place has no name of its own. */
export function labelOf(path: Path, { settings }: Texts): string {
  const last = String(path.at(-1));
  return byPlace(settings.labels, path) ?? last;
}

/** What a field is for: in our words, else in the engine's own. */
export function helpOf(path: Path, schema: Schema, { settings }: Texts): string | undefined {
  return byPlace(settings.helps, path) ?? schema.description;
}

/** How one of several choices is called. */
export function choiceOf(value: string, { settings }: Texts): string {
  return wordFor(settings.choices, value) ?? value;
}

/** A word of a dictionary, if it has it. */
export function wordFor(dictionary: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(dictionary, name) ? dictionary[name] : undefined;
}

function byPlace(dictionary: Readonly<Record<string, string>>, path: Path): string | undefined {
  const names = path.filter((part) => typeof part === 'string');
  const [last] = names.slice(-1);
  return wordFor(dictionary, names.join('.')) ?? (last === undefined ? undefined : wordFor(dictionary, last));
}
