import { decimalFromMinor } from '../../../model/money.ts';
import type { Currency } from '../../../model/money.ts';
import type { Habits } from '../habits.ts';
import { chanceOf } from '../store/ids.ts';

/** An amount as the APIs tell it. */
export interface WireMoney {
  readonly currency: string;
  readonly value: string;
}

/** How values are told on the wire. The same thing is told in the same way each time. */
export interface Wire {
  money(minor: number): WireMoney;
  time(at: number): string;
  timeOrNull(at: number | null): string | null;
  /** An empty list may be told as null; `of` decides, where chance does. */
  list<T>(items: readonly T[], of: string): readonly T[] | null;
  /** Fields that nobody has heard of, now and then. */
  extras(id: string): object;
  /** A member of an open enumeration, now and then another than anybody has heard of. */
  open(member: string, id: string): string;
}

function fractionOf(at: number, digits: number): string {
  if (digits === 0) return '';
  const nanoseconds = String((at * 7919) % 1_000_000).padStart(6, '0');
  return `.${(String(at % 1000).padStart(3, '0') + nanoseconds).slice(0, digits)}`;
}

function mixedDigits(at: number): number {
  return at % 1000 === 0 ? 0 : 3 * (1 + (at % 3));
}

/** The wire of a site with this currency and these habits. */
export function createWire(currency: Currency, habits: Habits): Wire {
  const { fraction, emptyLists, surprises } = habits;

  function time(at: number): string {
    const digits = fraction === 'mixed' ? mixedDigits(at) : fraction;
    return `${new Date(at).toISOString().slice(0, 19)}${fractionOf(at, digits)}Z`;
  }

  return {
    money: (minor) => ({ currency, value: decimalFromMinor(minor, currency) }),
    time,
    timeOrNull: (at) => (at === null ? null : time(at)),
    list(items, of) {
      if (items.length > 0 || emptyLists === 'array') return items;
      return emptyLists === 'null' || chanceOf(of) < 0.5 ? null : items;
    },
    extras: (id) => (chanceOf(`${id} extra`) < surprises ? { sinceLately: { whatever: [id.length] } } : {}),
    open: (member, id) => (chanceOf(`${id} open`) < surprises ? 'UNHEARD_OF' : member),
  };
}
