import type { Catalogue } from '../engine-words.ts';
import { answers } from './engine/answers.ts';
import { causes } from './engine/causes.ts';
import { connections } from './engine/connections.ts';
import { guards } from './engine/guards.ts';
import { matters } from './engine/matters.ts';
import { nouns } from './engine/nouns.ts';
import { problems } from './engine/problems.ts';
import { reports } from './engine/reports.ts';
import { states } from './engine/states.ts';
import { till } from './engine/till.ts';
import { trails } from './engine/trails.ts';
import { websiteProblems } from './engine/website-problems.ts';

/** The engine's sentences in German, by their English. */
export const germanSentences: Catalogue = {
  ...states,
  ...problems,
  ...websiteProblems,
  ...causes,
  ...matters,
  ...trails,
  ...guards,
  ...connections,
  ...till,
  ...reports,
  ...answers,
};

/** What people call the fields, where they stand alone. */
export const germanFields: Catalogue = Object.fromEntries(
  Object.entries(nouns.fields).map(([english, { is }]) => [english, is]),
);
