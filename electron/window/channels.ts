/** Both the page's word for wanting a port and the channel on which the preload script passes that on. */
export const portPlease = 'engine-port-please';

/** Both the channel on which the port comes and the word with which the page gets it. */
export const portComes = 'engine-port';

/** On which the page says in which language it speaks: the tray speaks the same. */
export const languageSpoken = 'language-spoken';
