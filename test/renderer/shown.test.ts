import { expect, test } from 'vitest';
import { tillNumber } from '../../renderer/screens/problems/till-number.ts';
import { createWords } from '../../renderer/words/create-words.ts';
import { fieldShown } from '../../renderer/words/field-shown.ts';
import { titleShown } from '../../renderer/words/title-shown.ts';
import { valueShown } from '../../renderer/words/value-shown.ts';
import { websiteProblems } from '../../renderer/words/german/engine/website-problems.ts';
import { answers } from '../../renderer/words/german/engine/answers.ts';
import { connections } from '../../renderer/words/german/engine/connections.ts';

const english = createWords('en', { country: 'GB', currency: 'GBP', timeZone: 'Europe/London' });
const german = createWords('de', { country: 'DE', currency: 'EUR', timeZone: 'Europe/Berlin' });

test.each([
  ['2026-08-09, 1032.00 GBP', '9 Aug 2026, £1,032.00', '9. Aug. 2026, 1.032,00\u{a0}£'],
  ['2026-08-09, -12.50 EUR', '9 Aug 2026, -€12.50', '9. Aug. 2026, -12,50\u{a0}€'],
  ['388.50 GBP', '£388.50', '388,50\u{a0}£'],
  ['2026-08-09, 1032 JPY', '9 Aug 2026, JP¥1,032', '9. Aug. 2026, 1.032\u{a0}¥'],
  ['Ada Nowak', 'Ada Nowak', 'Ada Nowak'],
  ['Ring, 18ct, 4 MM', 'Ring, 18ct, 4 MM', 'Ring, 18ct, 4 MM'],
])('a sale is called by its day and its total as the country writes them: %s', (title, inEnglish, inGerman) => {
  expect(titleShown(title, english)).toBe(inEnglish);
  expect(titleShown(title, german)).toBe(inGerman);
});

test.each([
  ['Mobile number (CUST.MOB)', 'Handynummer (CUST.MOB)'],
  ['E-mail address', 'E-Mail-Adresse'],
  ['Date of consent (CUST.CONSENTDT (519))', 'Tag der Einwilligung (CUST.CONSENTDT (519))'],
  ['Customer (SALESHD.ACNO)', 'Kunde (SALESHD.ACNO)'],
  ['First seen (CUST.OPENED)', 'Erster Besuch (CUST.OPENED)'],
  ['Line 2', 'Zeile 2'],
  ['Payment 1', 'Zahlung 1'],
  ['Still sold (STOCKITM.ACTIVE)', 'Noch im Verkauf (STOCKITM.ACTIVE)'],
  ['Loyalty', 'Loyalty'],
])('a field is called by its German name, and its place stays: %s', (field, said) => {
  expect(fieldShown(field, german.say)).toBe(said);
  expect(fieldShown(field, english.say)).toBe(field);
});

test('days, moments and consents are written as people write them, and nothing else is touched', () => {
  expect(valueShown('1998-12-10', 'birthday', german)).toBe('10. Dez. 1998');
  expect(valueShown('2026-07-01T12:30:00Z', 'date of consent', english)).toBe('1 Jul 2026, 13:30');
  expect(valueShown('yes', 'Consent to e-mails (CUST.MAILOK)', german)).toBe('ja');
  expect(valueShown('no', 'last name', german)).toBe('no');
});

test('where somebody is known is said in German, too', () => {
  expect(['Till', 'Website', 'Website orders'].map(german.say)).toEqual([
    'Kasse',
    'Website',
    'Bestellungen der Website',
  ]);
});

test('the keys of the website are no numbers that anybody could look for', () => {
  expect(tillNumber('web-b0d94805')).toBeNull();
  expect(tillNumber('10433')).toBe('10433');
});

test('no command and no file of a terminal is named on a screen', () => {
  const sentences = [websiteProblems, answers, connections].flatMap((each) => Object.keys(each));
  const named = sentences.filter((each) => /tillbridge \w+ \w+|settings\.json|website\.exclude/.test(each));
  expect(named.length).toBeGreaterThan(5);
  const said = named.map((each) => english.say(each.replaceAll(/\{\w+(?::\w+)?\}/g, 'Larkspur')));
  expect(said.filter((each) => /tillbridge (?!console pin)\w+ \w+|settings\.json|website\.exclude/.test(each))).toEqual(
    [],
  );
});
