import { createEngineWords } from '../engine-words.ts';
import { germanFields, germanSentences } from './engine.ts';
import { nouns } from './engine/nouns.ts';

const catalogue = { ...germanFields, ...germanSentences };

/** Says the engine's sentences, and its names of fields, in German, with figures as German is written in a country (ISO 3166-1 alpha-2). */
export function createSayGerman(country: string): (sentence: string) => string {
  return createEngineWords(catalogue, nouns, new Intl.NumberFormat(`de-${country}`));
}

/** The same where nobody knows the country. */
export const sayGerman = createSayGerman('DE');
