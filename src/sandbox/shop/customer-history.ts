import { dayAfter, noDate, noTime } from './calendar.ts';
import type { CustomerDraft } from './customer.ts';
import { nothing } from './nothing.ts';
import type { Random } from './random.ts';

/** What staff write about people. */
const notes = [
  'Prefers e-mail.',
  'Allergic to nickel;\nalways ask',
  'Ring size L½ — deposit £50 paid, "no rush"',
  "Husband's watch, 2nd repair.\nSaid “never again”.\n\nCall after 5",
  'Café opposite; collects Fri, Sat or Sun',
  "=Mother's side is O'Brien",
] as const;

const year = 365;

/** Gives a customer the dates and remarks that a shop gathers; all of them lie before the day as of which it is looked at. */
export function writeHistory({ values }: CustomerDraft, random: Random, asOf: string): void {
  const past = (from: number, to: number) => dayAfter(asOf, -random.between(from, to));
  const noDay = () => random.pick([null, noDate]);
  values.birthday = random.oneIn(4) ? past(20 * year, 90 * year) : noDay();
  values.anniversary = random.oneIn(8) ? past(30, 50 * year) : noDay();
  values.tags = random.oneIn(5)
    ? random.pick(['VIP', 'VIP;Watches', 'Trade', 'Bridal;Newsletter', 'Repairs'])
    : nothing(random);
  values.ringSize = random.oneIn(4) ? random.pick(['J', 'K½', 'L', 'L½', 'M', 'N½', 'P', 'T', 'Z+1']) : nothing(random);
  values.notes = random.oneIn(6) ? random.pick(notes) : random.pick([null, null, '']);
  values.firstSeenAt = `${past(6 * year, 15 * year)} ${openingTime(random)}`;
  values.lastPurchaseAt = random.oneIn(9) ? noTime : `${past(2, 6 * year)} ${openingTime(random)}`;
  values.changedAt = `${past(2, 4 * year)} ${openingTime(random)}`;
}

/** A time of day at which the shop is open: never in the hour that daylight saving skips or repeats. */
export function openingTime(random: Random): string {
  return `${random.between(10, 16)}:${random.between(10, 59)}:${random.between(10, 59)}`;
}

/** Gives a customer what they said to letters of each kind, and when, if they said yes to any. */
export function writeMarketing({ values }: CustomerDraft, random: Random): void {
  const answers = ['Y', 'N', 'N', ' ', null];
  values.marketingEmail = random.pick(answers);
  values.marketingSms = random.pick(answers);
  values.marketingPost = random.pick(answers);
  const agreed = [values.marketingEmail, values.marketingSms, values.marketingPost].includes('Y');
  values.consentedAt = agreed ? values.firstSeenAt : random.pick([null, noTime]);
}
