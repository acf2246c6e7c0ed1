import { z } from 'zod';
import { looseText } from './loose.ts';

/** What any valid key may ask of the site. */
export const website = z.object({ title: looseText, currency: looseText, timeZone: looseText });

/** The site that a key belongs to. */
export type Website = z.infer<typeof website>;
