import type { Customer } from '../model/customer.ts';

/** Channels for which a customer may have agreed to be written to. */
const channels = ['marketingEmail', 'marketingSms', 'marketingPost'] as const;

/** The fields of consent: a channel's answer, and when it was given. */
export type ConsentField = (typeof channels)[number] | 'consentedAt';

interface Answering {
  readonly customer: Customer;
}

/**
 * Who answers for each channel, and whose date stands. A no stands above a yes, unless both are dated and the yes is the
 * later: so nobody is written to who once said no and never said otherwise. Among those who say the same the latest
 * answers. The date is that of the yes that stands; of several channels' the later one; without a yes, that of the latest no.
 * `otherwise` gives a field for which nobody says anything.
 */
export function consentGivers<C extends Answering>(
  inOrder: readonly C[],
  otherwise: (field: ConsentField) => C | undefined,
): ReadonlyMap<ConsentField, C> {
  const givers = new Map<ConsentField, C>();
  for (const channel of channels) {
    const giver = giverOf(inOrder, channel) ?? otherwise(channel);
    if (giver) givers.set(channel, giver);
  }
  const answering = channels.flatMap((channel) => giverOf(inOrder, channel) ?? []);
  const agreeing = channels.flatMap((channel) => {
    const giver = giverOf(inOrder, channel);
    return giver?.customer[channel] === true ? [giver] : [];
  });
  const dated = latest(agreeing) ?? agreeing[0] ?? latest(answering) ?? answering[0] ?? otherwise('consentedAt');
  if (dated) givers.set('consentedAt', dated);
  return givers;
}

function giverOf<C extends Answering>(inOrder: readonly C[], channel: (typeof channels)[number]): C | undefined {
  const [yes, no] = [true, false].map((answer) => {
    const saying = inOrder.filter(({ customer }) => customer[channel] === answer);
    return latest(saying) ?? saying[0];
  });
  if (!yes || !no) return yes ?? no;
  const undatedNo = inOrder.find(({ customer }) => customer[channel] === false && customer.consentedAt == null);
  if (undatedNo) return undatedNo;
  return dateOf(yes) > dateOf(no) ? yes : no;
}

/** The first of those whose answer is dated last; undefined where none is dated. */
function latest<C extends Answering>(inOrder: readonly C[]): C | undefined {
  let found: C | undefined;
  for (const each of inOrder) if (dateOf(each) > (found ? dateOf(found) : '')) found = each;
  return found;
}

/** Instants sort as text. */
function dateOf({ customer }: Answering): string {
  return customer.consentedAt ?? '';
}
