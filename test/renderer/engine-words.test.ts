import { describe, expect, test } from 'vitest';
import { createEngineWords } from '../../renderer/words/engine-words.ts';
import { germanFields, germanSentences } from '../../renderer/words/german/engine.ts';
import { nouns } from '../../renderer/words/german/engine/nouns.ts';
import { createSayGerman, sayGerman } from '../../renderer/words/german/say-german.ts';
import { genieaiRules } from '../../src/connectors/genieai/rules.ts';
import { instantOf } from '../../src/model/ids.ts';
import type { Rule } from '../../src/model/rule-pack.ts';
import type { DestinationStatus, RunOutcome } from '../../src/sync/agent-contract.ts';
import { joinRules } from '../../src/sync/join/rules.ts';
import { stateOf, type StateFacts } from '../../src/sync/status.ts';
import { stockRules } from '../../src/sync/stock/rules.ts';
import { adviceFor } from '../../src/validation/rule-book.ts';
import { groupWords } from '../../src/validation/problem-words.ts';

const tables: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>> = nouns;
const hole = /\{(\w+)(?::(\w+))?\}/g;

/** Words that no German sentence has. */
const english = /\b(the|is|are|of|not|that|this|with|and|would|cannot|has|have|from|it|its|for|or)\b/i;

/** The sentences that were left English, wholly or in part. */
const leftEnglish = (sentences: Iterable<string>) =>
  [...new Set(sentences)].filter((each) => sayGerman(each) === each || english.test(sayGerman(each)));

/** What a hole of a kind may hold, and what that is in German. */
function fillings(kind: string): readonly (readonly [string, Readonly<Record<string, string>>])[] {
  const table = tables[kind];
  if (table) return Object.entries(table);
  const text = { number: '8.214', key: 'R-118', clock: '08:00', record: 'A 114' }[kind];
  if (text !== undefined) return [[text, { is: text }]];
  if (kind !== 'saying') return [['Ost & West', { is: 'Ost & West' }]];
  return [
    ['the disk is full', { is: 'die Festplatte ist voll' }],
    ['GenieAI answered 401', { is: 'GenieAI antwortete 401' }],
  ];
}

/** A template with its holes filled, in both languages; `turn` chooses among what a hole may hold. */
function filled(from: string, to: string, turn: number): readonly [english: string, german: string] {
  const chosen = new Map<string, readonly [string, Readonly<Record<string, string>>]>();
  const said = from.replaceAll(hole, (_, name: string, kind: string | undefined) => {
    const all = fillings(kind ?? 'text');
    const one = all[turn % all.length] ?? ['', {}];
    chosen.set(name, one);
    return one[0];
  });
  const german = to.replaceAll(/\{(\w+)(?:\.(\w+))?\}/g, (whole, name: string, form: string | undefined) => {
    return chosen.get(name)?.[1][form ?? 'is'] ?? whole;
  });
  return [said, german];
}

describe('the catalogue', () => {
  test('no template swallows another’s sentence: each says its own, whatever stands in its holes', () => {
    const wrong = Object.entries(germanSentences).flatMap(([from, to]) =>
      Array.from({ length: from.includes('{') ? 40 : 1 }, (_, turn) => filled(from, to, turn))
        .filter(([said, german]) => sayGerman(said) !== german)
        .map(([said, german]) => ({ said, german, instead: sayGerman(said) })),
    );
    expect(wrong).toEqual([]);
  });

  test('every number stands as German writes it in the shop’s country, whoever wrote it how', () => {
    const withNumbers = Object.keys(germanSentences).filter((from) => /\{\w+:number\}/.test(from));
    expect(withNumbers.length).toBeGreaterThan(60);
    for (const [country, written, meant] of [
      ['DE', '8,214', '8.214'],
      ['GB', '8,214', '8.214'],
      ['CH', '8,214', new Intl.NumberFormat('de-CH').format(8214)],
      ['AT', '8,214', new Intl.NumberFormat('de-AT').format(8214)],
      ['DE', '8’214', '8.214'],
      ['DE', "8'214", '8.214'],
      ['DE', '8\u202F214', '8.214'],
    ] as const) {
      const say = createSayGerman(country);
      const wrong = withNumbers
        .map((from) => filled(from.replaceAll(/\{\w+:number\}/g, written), '', 0)[0])
        .filter((said) => !say(said).includes(meant) || say(said).includes(written));
      expect(wrong).toEqual([]);
    }
    expect(sayGerman('1,204 phone numbers that cannot be called')).toMatch(/^1\.204 /);
    const port = 'connecting to the till: no database server answers at till.shop.example:3050';
    expect(sayGerman(port)).toContain(':3050');
  });

  test('every hole of the German stands in the English, with the form that is asked for', () => {
    const open = Object.entries(germanSentences).filter(([from, to]) => /\{\w/.test(filled(from, to, 0).join('')));
    expect(open).toEqual([]);
  });

  test('it is German, and speaks to nobody with du', () => {
    const texts = [...Object.values(germanSentences), ...Object.values(germanFields)];
    const bare = texts.map((text) => text.replaceAll(/\{[^}]*\}|„[^“]*“|`[^`]*`|….*|\([^)]*\)/g, ''));
    expect(bare.filter((text) => /\b(the|is|are|of|not|that|this|with|and|cannot)\b/.test(text))).toEqual([]);
    expect(texts.filter((text) => /\b(du|dein|deine|deinen|dir|dich)\b/i.test(text))).toEqual([]);
  });
});

describe('what nobody has translated', () => {
  test('stays as it is', () => {
    for (const text of ['', 'A sentence that nobody knows.', 'Quite (so): {odd}', '12 of them.']) {
      expect(sayGerman(text)).toBe(text);
    }
  });

  test('of several sentences those that are known are said', () => {
    expect(
      sayGerman(
        'The till has this person more than once. They are sent as one. Nobody knows this. The till still says the same.',
      ),
    ).toBe(
      'Die Kasse hat diese Person mehr als einmal. Gesendet wird sie als eine. Nobody knows this. In der Kasse steht noch dasselbe.',
    );
    expect(sayGerman('Nobody knows this. Nothing is lost; the next run goes on.')).toBe(
      'Nobody knows this. Nichts ist verloren; der nächste Lauf macht weiter.',
    );
  });

  test('a template takes no second sentence into a hole, but a title is no end of one', () => {
    const say = createEngineWords({ '{who} keeps it.': '{who} behält es.' }, {});
    expect(say('Nobody came. Ada keeps it.')).toBe('Nobody came. Ada behält es.');
    expect(say('Dr. Ada Smith (10433) keeps it.')).toBe('Dr. Ada Smith (10433) behält es.');
  });
});

describe('in German', () => {
  const rules: readonly Rule[] = [
    ...Object.values(genieaiRules).flatMap((pack) => pack.rules),
    ...joinRules,
    ...stockRules,
  ];

  test('every rule says what is wrong, and what to do', () => {
    expect(leftEnglish(rules.flatMap(({ says, advice }) => [says, advice]))).toEqual([]);
  });

  test('advice keeps what is suggested for the record', () => {
    const lost = rules
      .filter(({ example }) => example !== undefined)
      .map((rule) => sayGerman(adviceFor(rule, 'IP33 1AA?')))
      .filter((advice) => !advice.includes('IP33 1AA?') || english.test(advice));
    expect(lost).toEqual([]);
  });

  test('every cause has its head, for one and for many', () => {
    const heads = rules.flatMap((rule) => [1, 43, 1204].map((count) => groupWords({ ...rule, count })));
    expect(leftEnglish(heads)).toEqual([]);
    expect(heads.map(sayGerman).filter((head) => /\d,\d{3}/.test(head))).toEqual([]);
    expect(sayGerman('43 phone numbers that cannot be called')).toBe(
      '43 Telefonnummern, die sich nicht anrufen lassen',
    );
    expect(sayGerman('1 price that cannot be read')).toBe('1 Preis, der nicht zu lesen ist');
  });

  test('all six states', () => {
    expect(leftEnglish(states().map((facts) => stateOf(facts).sentence))).toEqual([]);
    expect(states().filter((facts) => /\d,\d{3}/.test(sayGerman(stateOf(facts).sentence)))).toEqual([]);
    expect(new Set(states().map((facts) => stateOf(facts).state)).size).toBe(5);
    expect(sayGerman('Reading the till: 8,214 of 12,006 customers.')).toBe(
      'Die Kasse wird gelesen: 8.214 von 12.006 Kunden.',
    );
  });

  test.each([
    [
      'connecting to the till: no database server answers at till.shop.example:3050',
      'Verbinden mit der Kasse: unter till.shop.example:3050 antwortet kein Datenbankserver',
    ],
    [
      "Is the till's computer on, and its Firebird service running? Nothing is lost; the next run goes on.",
      'Läuft der Rechner der Kasse, und auf ihm der Dienst Firebird? Nichts ist verloren; der nächste Lauf macht weiter.',
    ],
    [
      'sending to GenieAI: GenieAI answered 401 unauthorized, request r-1',
      'Senden an GenieAI: GenieAI antwortete 401 unauthorized, Anfrage r-1',
    ],
    ['reading orders from Squarespace: its name is not known', 'Squarespace lesen: der Name ist nicht bekannt'],
    [
      'GenieAI will not take this customer; 3 sales worth £1,240 wait with this customer.',
      'GenieAI nimmt diesen Kunden nicht an; 3 Verkäufe über £1,240 warten auf ihn.',
    ],
    ['GenieAI gets this customer without the birthday.', 'GenieAI bekommt diesen Kunden ohne den Geburtstag.'],
  ])('%s', (said, german) => {
    expect(sayGerman(said)).toBe(german);
  });
});

/** Every way in which things may stand. */
function states(): readonly StateFacts[] {
  const at = instantOf(Date.UTC(2026, 10, 20, 18));
  const ready: DestinationStatus = {
    label: 'GenieAI',
    takes: ['customer'],
    state: 'ready',
    waiting: 0,
    held: 0,
    parked: 0,
    lastAcceptedAt: at,
  };
  const run: RunOutcome = { id: 1, startedAt: at, finishedAt: at, outcome: 'completed' };
  const calm: StateFacts = { underWay: null, paused: null, last: run, overdue: null, destinations: [ready] };
  const lost = 'connecting to the till: the line to the till at 10.0.0.5:3050 broke';
  const what = '3,912 customers would be removed at GenieAI';
  const guard = {
    guard: 'mass-deletion',
    what,
    count: 3912,
    of: 12_006,
    cause: 'Many were deleted in the till.',
    examples: [],
    command: '',
  } as const;
  return [
    calm,
    { ...calm, underWay: { since: at } },
    { ...calm, underWay: { since: null } },
    { ...calm, paused: { until: 'tomorrow 08:00' } },
    { ...calm, paused: { until: '16:30' } },
    { ...calm, last: null },
    { ...calm, last: { ...run, outcome: 'stopped' } },
    { ...calm, overdue: { since: '20 Nov 2026, 18:00' } },
    { ...calm, destinations: [{ ...ready, waiting: 37 }] },
    { ...calm, overdue: { since: '20 Nov 2026, 18:00' }, destinations: [{ ...ready, waiting: 37 }] },
    { ...calm, last: { ...run, outcome: 'stopped' }, destinations: [{ ...ready, waiting: 37 }] },
    { ...calm, destinations: [{ ...ready, waiting: 1 }] },
    { ...calm, destinations: [{ ...ready, state: 'halted', reason: 'GenieAI answered 401' }] },
    { ...calm, destinations: [{ ...ready, state: 'halted' }] },
    { ...calm, last: { ...run, outcome: 'stopped', guard, reason: `Stopped before sending: ${what}.` } },
    { ...calm, last: { ...run, outcome: 'stopped', guard } },
    { ...calm, last: { ...run, outcome: 'failed', errorReason: 'unreachable', reason: lost } },
    {
      ...calm,
      last: {
        ...run,
        outcome: 'failed',
        errorReason: 'settings',
        reason: 'connecting to the till: the server refuses the name SYNC or its password',
      },
    },
  ];
}
