/** What the tray, its menu and the notifications say, in English. Sentences of the engine are shown as they come. */
export const english = {
  language: 'en',
  product: 'Tillbridge',
  starting: 'Tillbridge is starting.',
  engineGone: 'The engine has stopped by itself. It is being started again; nothing is lost.',
  engineStays: (reason: string) => `Tillbridge cannot start: ${reason}`,
  notSetUp: 'Not set up yet. Open Tillbridge to begin.',
  lastProof: (ago: string) => `Last proof ${ago}`,
  noProof: 'No proof yet',
  justNow: 'just now',
  toMend: (count: number) => `${count.toLocaleString('en-GB')} to mend`,
  menu: {
    open: 'Open Tillbridge',
    sync: 'Sync now',
    working: 'A run is under way',
    pause: 'Pause',
    pauseHour: 'For an hour',
    pauseTomorrow: 'Until tomorrow, 08:00',
    resume: 'Resume',
    nothingToMend: 'Nothing to mend',
    install: (version: string) => `Install ${version} and start again`,
    atLogIn: 'Start when I log in',
    looksForUpdates: 'Look for new versions',
    quietHours: (from: string, until: string) => `No notifications from ${from} to ${until}`,
    quit: 'Quit (nothing is read or sent until you open it again)',
  },
  states: {
    'up-to-date': 'Everything is up to date again',
    working: 'Working',
    waiting: 'Waiting',
    'needs-you': 'Please look',
    paused: 'Paused',
    stopped: 'Tillbridge has stopped',
  },
  update: {
    ready: (version: string) => `Version ${version} is ready`,
    readyBody: 'Install it from the menu of the tray icon when it suits you.',
    rolledBack: (version: string) => `Version ${version} did not start`,
    rolledBackBody: (from: string) =>
      `The data of ${from} is back in place; what the new version left is kept beside it. Install ${from} again if this one still does not start.`,
    notKept: 'The update was not installed',
    notStarted: 'Its installer did not start. Tillbridge goes on as before, and tries again in some hours.',
    notKeptBody: (what: string) => `The data could not be kept first: ${what}. Nothing was changed.`,
  },
  notNow: 'That cannot be done now',
};

/** The words of the tray in one language. */
export type Words = typeof english;
