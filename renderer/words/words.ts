import { createContext, use } from 'react';
import { english } from './english.ts';

/** Everything that the screens say, in one language. Texts with figures in them are functions, so that each language puts them where they belong. */
export type Texts = typeof english;

/** The languages that are complete. */
export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

/** What the screens are written with: the texts, and how figures, money and times are written in the shop's country. */
export interface Words {
  readonly language: Language;
  readonly texts: Texts;
  /** A sentence of the engine, which speaks English; as it is where this language has no words for it. */
  say(sentence: string): string;
  /** The same as it stands by itself on a screen: what the log and the terminal begin in small letters begins as a sentence does. */
  sentence(what: string): string;
  number(value: number): string;
  /** Minor units of a currency. */
  money(minor: number, currency?: string): string;
  /** Whole units of a currency, with their fraction. */
  amount(units: number, currency: string): string;
  /** "14:32", "yesterday 18:02", "3 Nov 2026, 09:10": as a person says it, in the shop's time zone. */
  time(instant: string): string;
  /** The exact time, for hovering over. */
  exactly(instant: string): string;
  /** "4 minutes ago". */
  ago(instant: string, now: number): string;
  /** "4 min", "3 days": the same where there is little room. */
  age(instant: string, now: number): string;
  /** "47 s", "3 min". */
  span(milliseconds: number): string;
  /** "4 minutes", "2 hours": a time as a person says it, rounded up. */
  lasting(milliseconds: number): string;
  day(localDate: string): string;
  /** The same without its year, for axes. */
  shortDay(localDate: string): string;
}

/** The words of this window. */
export const WordsContext = createContext<Words | null>(null);

/** The words, inside the app. */
export function useWords(): Words {
  const words = use(WordsContext);
  if (!words) throw new Error('the words are missing above this component');
  return words;
}
