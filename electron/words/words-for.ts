import { english, type Words } from './english.ts';
import { german } from './german.ts';

/** The words for a language tag such as `de-AT`: German where it is German, English for everybody else. */
export function wordsFor(locale: string): Words {
  return locale.toLowerCase().split('-', 1)[0] === german.language ? german : english;
}
