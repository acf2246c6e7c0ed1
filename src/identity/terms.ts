import { digestOf } from './digest.ts';
import { stages } from './unsettled-store.ts';
import type { Workshop } from './workshop.ts';

/** Goes up whenever the same customers might be joined otherwise: everybody is joined anew then. */
const rules = '1';

/** Sees to it that customers are settled again whom other rules, or other settings, have joined or kept apart. */
export function keepToTerms(workshop: Workshop): void {
  const { marks, traits, unsettled, shared } = workshop;
  const known = marks.terms('rules');
  if (known !== undefined && known !== rules) {
    traits.clear();
    unsettled.noteEverybodySettled();
    marks.write('indexed', 0);
  }
  if (known !== rules) marks.writeTerms('rules', rules);
  const now = [...shared].toSorted();
  const before = JSON.parse(marks.terms('shared') ?? '[]') as readonly string[];
  const differing = [...now.filter((each) => !before.includes(each)), ...before.filter((each) => !shared.has(each))];
  if (differing.length === 0) return;
  marks.writeTerms('shared', JSON.stringify(now));
  for (const mailbox of differing) {
    const digest = digestOf(`email ${mailbox}`);
    traits.unshare(digest);
    for (const { member } of traits.carriers([digest])) unsettled.note(member, stages.changed);
  }
}
