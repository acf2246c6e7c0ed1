/** What the app says to the engine's process. `port` comes with a port on which the engine is to answer. */
export type ToEngine = 'port' | 'close';

/** What the engine's process says to the app: it takes ports now. */
export type FromEngine = 'ready';
