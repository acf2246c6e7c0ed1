import type { CustomerDraft } from './customer.ts';
import { putUnclean, type CleaningReason } from './draft.ts';
import type { Random } from './random.ts';

interface Dirt {
  readonly field: 'firstName' | 'lastName' | 'company' | 'town' | 'line1' | 'notes';
  readonly reason: CleaningReason;
  /** What stands there, and what cleaning makes of it. */
  readonly typed: (text: string) => { before: string; after: string };
}

const inFront = (typed: string) => (text: string) => ({ before: typed + text, after: text });
const instead = (before: string, after: string) => () => ({ before, after });

/** Ways of typing that only a machine minds: cleaning mends each without asking anybody. */
const dirt: readonly Dirt[] = [
  { field: 'lastName', reason: 'white space', typed: inFront('  ') },
  { field: 'firstName', reason: 'white space', typed: inFront(' ') },
  { field: 'town', reason: 'white space', typed: inFront('\u00a0') },
  { field: 'company', reason: 'white space', typed: inFront('\t') },
  { field: 'lastName', reason: 'control characters', typed: inFront('\u0007') },
  {
    field: 'line1',
    reason: 'control characters',
    typed: instead('Rose Cottage,\tMill Lane', 'Rose Cottage, Mill Lane'),
  },
  { field: 'line1', reason: 'control characters', typed: instead('Unit 4\r\nThe Old Forge', 'Unit 4 The Old Forge') },
  {
    field: 'notes',
    reason: 'control characters',
    typed: instead('Watch strap\r\n"as before"; £12', 'Watch strap\n"as before"; £12'),
  },
  { field: 'notes', reason: 'control characters', typed: instead('Deposit\t£50 — paid', 'Deposit £50 — paid') },
];

/** Soils one customer in fifteen, where the field holds anything. */
export function writeDirt(draft: CustomerDraft, random: Random): void {
  if (!random.oneIn(15)) return;
  const { field, reason, typed } = random.pick(dirt);
  const text = draft.values[field];
  if (typeof text === 'string' && text.trim() !== '') putUnclean(draft, field, { ...typed(text), reason });
}
