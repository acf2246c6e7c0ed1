import type { Texts } from '../words.ts';

/** What the screen *Today* says. */
export const today: Texts['today'] = {
  syncNow: 'Jetzt abgleichen',
  rehearsing: 'Eine Probe läuft. Es wird nichts gesendet.',
  underWay: 'Unterwegs',
  syncing: 'Ein Lauf ist unterwegs.',
  endRun: 'Diesen Lauf beenden',
  ending: 'Endet beim nächsten sicheren Schritt …',
  since: (time) => `seit ${time}`,
  nextRun: (time) => `Der nächste Lauf ist um ${time}.`,
  moneyWaiting: (money) => `Verkäufe über ${money} warten darauf.`,
  seeProblems: (count, told) =>
    count === 1 ? 'Ansehen, was zu beheben ist' : `Die ${told} Dinge ansehen, die zu beheben sind`,
  thingsToMend: (count, told) =>
    count === 0 ? 'Nichts zu beheben.' : count === 1 ? 'Eine Sache zu beheben.' : `${told} Dinge zu beheben.`,
  websiteStock: 'Bestand auf der Website',
  stock: {
    atMost: (age, articles) =>
      articles === null
        ? `Bestand auf der Website höchstens ${age} alt.`
        : `Bestand von ${articles} Artikeln auf der Website höchstens ${age} alt.`,
    older: (articles, why, since) => `${articles} älter: ${why}${since === null ? '' : ` (seit ${since})`}`,
    why: {
      'to-mend': 'erst ist etwas zu beheben',
      refused: 'die Website hat es abgelehnt',
      waiting: 'die Änderung wartet aufs Senden',
      'second-look': 'mehr kommt erst in den Verkauf, wenn die Website ein zweites Mal gelesen ist',
      'not-known': 'was auf der Website steht, ist noch nicht gelesen',
    },
  },
  stages: {
    readTill: (kind) => `Die Kasse wird gelesen: ${kind}`,
    readWebsite: (kind) => `Die Website wird gelesen: ${kind}`,
    join: 'Wer ist wer?',
    check: (kind) => `${kind} werden geprüft`,
    send: (destination) => `Es wird an ${destination} gesendet`,
  },
  done: { till: 'Kasse gelesen', website: 'Website gelesen', join: 'Wer ist wer: geklärt', check: 'Geprüft' },
  kinds: {
    customer: 'Kunden',
    product: 'Artikel',
    sale: 'Verkäufe',
    saleLine: 'Verkaufszeilen',
    payment: 'Zahlungen',
    buyer: 'Besteller',
    stock: 'Bestände',
    price: 'Website-Preise',
  },
  soFar: (done) => done,
  of: (done, whole) => `${done} von ${whole}`,
  rate: (perSecond) => `${perSecond} in der Sekunde`,
  left: (span) => `noch etwa ${span}`,
  pause: {
    title: 'Pause',
    hour: 'Für eine Stunde',
    tomorrow: 'Bis morgen früh',
    resume: 'Jetzt weitermachen',
    until: (time) => `Pausiert bis ${time}. Es geht nichts verloren; „Jetzt abgleichen“ geht trotzdem.`,
  },
  guard: {
    title: 'Vor dem Senden angehalten. Bitte ansehen.',
    count: (count, of) => `${count} von ${of}`,
    cause: 'Wahrscheinliche Ursache',
    examples: 'Zum Beispiel',
    hold: 'Alles zurückhalten',
    holdThese: 'Nur diese zurückhalten, den Rest senden',
    holdTheseMeans: 'Was zurückgehalten wird, bleibt hier, und der nächste Lauf fragt wieder.',
    noHoldingThese:
      'Nur diese zurückzuhalten geht nicht: Solange schon das Gelesene zweifelhaft ist, weiß niemand, was der Rest ist.',
    ownersToSay: 'Was nun geschieht, entscheidet die Inhaberin oder der Inhaber. Nichts ist hinausgegangen.',
    held: 'Nichts ist hinausgegangen. Der nächste Lauf sieht wieder nach.',
    allow: 'Einmal durchlassen',
    allowTitle: 'Einmal durchlassen?',
    allowBody: (what) =>
      `Der Lauf, der jetzt beginnt, lässt es durch: ${what}. Das lässt sich hier nicht zurücknehmen.`,
    allowYes: (what) => `Ja, durchlassen: ${what}`,
  },
  waits: {
    title: 'Was wartet, und warum',
    waiting: (count) => `${count} warten`,
    held: (count) => `${count} zurückgehalten, bis behoben ist, wovon sie abhängen`,
    parked: (count) => `${count} abgelehnt oder aufgegeben`,
    nothing: 'Nichts wartet.',
    lastAccepted: 'hat zuletzt etwas angenommen',
    never: 'hat noch nichts angenommen',
    states: { ready: 'bereit', paused: 'bittet um Geduld', halted: 'nimmt nichts an' },
  },
  sources: {
    title: 'Was gelesen wurde',
    till: 'Kasse',
    read: 'gelesen',
    notYet: 'noch nicht gelesen',
  },
  runs: {
    title: 'Letzte Läufe',
    when: 'Wann',
    outcome: 'Ergebnis',
    sent: 'Gesendet',
    mended: 'Behoben',
    found: 'Neu zu beheben',
    took: 'Dauer',
    keptBack: (count) => `${count} von Ihnen zurückgehalten`,
    outcomes: { completed: 'Fertig', stopped: 'Angehalten', failed: 'Nicht zu Ende gekommen' },
    none: 'Es gab noch keinen Lauf. „Jetzt abgleichen“ beginnt den ersten.',
    all: 'Alle Läufe',
  },
};
