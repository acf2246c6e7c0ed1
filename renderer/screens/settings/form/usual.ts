import type { Words } from '../../../words/words.ts';
import { choiceOf } from './field-words.ts';
import type { Schema } from './schema.ts';

/** What a setting is where nobody says otherwise, in words; null where nothing is usual. */
export function usualOf({ default: usual }: Schema, { texts, number }: Words): string | null {
  switch (typeof usual) {
    case 'number':
      // A port is a name, and is not written with a comma.
      return usual > 999 ? String(usual) : number(usual);
    case 'boolean':
      return usual ? texts.settings.yes : texts.settings.no;
    case 'string':
      return choiceOf(usual, texts);
    default:
      return null;
  }
}
