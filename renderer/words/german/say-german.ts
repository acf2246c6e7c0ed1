import { createEngineWords } from '../engine-words.ts';
import { germanFields, germanSentences } from './engine.ts';
import { nouns } from './engine/nouns.ts';

/** Says the engine's sentences, and its names of fields, in German. */
export const sayGerman = createEngineWords({ ...germanFields, ...germanSentences }, nouns);
