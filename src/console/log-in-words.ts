/** What was wrong with the last try. */
export type Trouble = 'usedLink' | 'wrongPin' | { readonly waitSeconds: number };

/** Everything that the page says to whoever is not let in yet. */
export interface LogInWords {
  readonly pin: string;
  readonly open: string;
  /** Where the owner comes in; `command` is to be typed as it stands. */
  readonly owner: { readonly before: string; readonly command: string; readonly after: string };
  readonly usedLink: string;
  readonly wrongPin: string;
  readonly wait: (seconds: string) => string;
}

const command = 'tillbridge console';

const english: LogInWords = {
  pin: 'Staff PIN',
  open: 'Open the list of problems',
  owner: {
    before: 'The owner opens Tillbridge on the shop’s computer, or with the link that',
    command,
    after: 'prints there.',
  },
  usedLink: 'This link was used already, or is too old.',
  wrongPin: 'That is not the staff PIN.',
  wait: (seconds) => `Too many wrong tries. Wait ${seconds} seconds, then try again.`,
};

const german: LogInWords = {
  pin: 'PIN der Mitarbeitenden',
  open: 'Liste der Probleme öffnen',
  owner: {
    before: 'Die Inhaberin oder der Inhaber öffnet Tillbridge am Computer des Geschäfts oder mit dem Link, den dort',
    command,
    after: 'ausgibt.',
  },
  usedLink: 'Dieser Link wurde schon benutzt oder ist zu alt.',
  wrongPin: 'Das ist nicht die PIN der Mitarbeitenden.',
  wait: (seconds) => `Zu viele falsche Versuche. Warten Sie ${seconds} Sekunden und versuchen Sie es dann noch einmal.`,
};

/** A language that the page can be read in. */
export type LogInLanguage = 'en' | 'de';

/** The page's words in each language. */
export const logInWords: Readonly<Record<LogInLanguage, LogInWords>> = { en: english, de: german };

/** The language of a browser, by its `Accept-Language`: what it likes best of those that there are; English where it says nothing. */
export function logInLanguage(accepted: string | undefined): LogInLanguage {
  const liked = (accepted ?? '').split(',').map((each) => {
    const [tag = '', quality] = each.trim().split(';q=');
    return { language: tag.slice(0, 2).toLowerCase(), quality: quality === undefined ? 1 : Number(quality) };
  });
  const first = liked
    .filter(({ language, quality }) => ['en', 'de'].includes(language) && quality > 0)
    .toSorted((one, other) => other.quality - one.quality)[0];
  return first?.language === 'de' ? 'de' : 'en';
}
