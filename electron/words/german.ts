import type { Words } from './english.ts';

/** What the tray, its menu and the notifications say, in German. */
export const german: Words = {
  language: 'de',
  product: 'Tillbridge',
  starting: 'Tillbridge startet.',
  engineGone: 'Der Motor ist von selbst stehen geblieben. Er wird neu gestartet; nichts geht verloren.',
  engineStays: (reason) => `Tillbridge kann nicht starten: ${reason}`,
  notSetUp: 'Noch nicht eingerichtet. Öffnen Sie Tillbridge, um zu beginnen.',
  lastProof: (ago) => `Letzter Nachweis ${ago}`,
  noProof: 'Noch kein Nachweis',
  justNow: 'gerade eben',
  toMend: (count) => `${count.toLocaleString('de-DE')} zu beheben`,
  menu: {
    open: 'Tillbridge öffnen',
    sync: 'Jetzt abgleichen',
    working: 'Ein Lauf ist im Gang',
    pause: 'Pause',
    pauseHour: 'Für eine Stunde',
    pauseTomorrow: 'Bis morgen, 08:00',
    resume: 'Weitermachen',
    nothingToMend: 'Nichts zu beheben',
    install: (version) => `${version} einrichten und neu starten`,
    atLogIn: 'Beim Anmelden starten',
    looksForUpdates: 'Nach neuen Versionen suchen',
    quietHours: (from, until) => `Keine Mitteilungen von ${from} bis ${until}`,
    quit: 'Beenden (bis zum nächsten Öffnen wird nichts gelesen oder gesendet)',
  },
  states: {
    'up-to-date': 'Alles ist wieder auf dem Stand',
    working: 'Arbeitet',
    waiting: 'Wartet',
    'needs-you': 'Bitte sehen Sie nach',
    paused: 'Pausiert',
    stopped: 'Tillbridge steht',
  },
  update: {
    ready: (version) => `Version ${version} liegt bereit`,
    readyBody: 'Richten Sie sie über das Menü des Symbols ein, wann es Ihnen passt.',
    rolledBack: (version) => `Version ${version} ist nicht gestartet`,
    rolledBackBody: (from) =>
      `Die Daten von ${from} stehen wieder an ihrem Platz; was die neue Version hinterließ, liegt daneben. Richten Sie ${from} wieder ein, falls diese weiterhin nicht startet.`,
    notKept: 'Die neue Version wurde nicht eingerichtet',
    notStarted:
      'Das Installationsprogramm ist nicht gestartet. Tillbridge arbeitet weiter wie zuvor und versucht es in einigen Stunden wieder.',
    notKeptBody: (what) => `Die Daten konnten vorher nicht gesichert werden: ${what}. Es wurde nichts verändert.`,
  },
  notNow: 'Das geht jetzt nicht',
};
