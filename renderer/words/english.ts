import { common } from './english/common.ts';
import { problems } from './english/problems.ts';
import { today } from './english/today.ts';

/** Every text of the screens, in English. The other languages have the same shape; the compiler sees to it. */
export const english = { ...common, problems, today };
