import type { Texts } from '../words.ts';

/** What several screens say. */
export const common: Omit<Texts, 'today'> = {
  product: 'Tillbridge',
  justNow: 'gerade eben',
  waitingForEngine: 'Tillbridge startet …',
  lineLost: 'Dieses Fenster hat die Verbindung zu Tillbridge verloren. Es versucht es von selbst wieder.',
  skipToContent: 'Zum Inhalt',
  screens: {
    today: 'Heute',
    problems: 'Zu beheben',
    find: 'Suchen',
    activity: 'Verlauf',
    settings: 'Einstellungen',
    firstRun: 'Willkommen',
  },
  states: {
    'up-to-date': 'Auf dem Stand',
    working: 'Arbeitet',
    waiting: 'Wartet',
    'needs-you': 'Braucht Sie',
    paused: 'Pausiert',
    stopped: 'Steht',
  },
  preferences: {
    title: 'Aussehen und Sprache',
    look: 'Aussehen',
    looks: { auto: 'Wie dieser Computer', light: 'Hell', dark: 'Dunkel' },
    language: 'Sprache',
    languages: { en: 'English', de: 'Deutsch' },
    logOut: 'Abmelden',
  },
  keys: { title: 'Tasten', search: 'Suchen', close: 'Schließen' },
  toMend: (count) => `${count} zu beheben`,
  copy: 'Kopieren',
  copied: 'Kopiert',
  details: 'Einzelheiten',
  cancel: 'Abbrechen',
  tryAgain: 'Noch einmal',
  couldNotShow: 'Das konnte nicht angezeigt werden.',
};
