import { pino } from 'pino';
import type { Clock } from './clock.ts';
import { TillbridgeError } from './errors.ts';
import { openLogFile, type LogFileOptions } from './log-file.ts';
import { redact } from './redact.ts';

/** What a line of the log may carry besides its sentence: counts, durations, kinds, ids; never a customer's data. */
export type LogFacts = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** The diary of one home folder, for support. Every text passes `redact` on its way. */
export interface Log {
  info(sentence: string, facts?: LogFacts): void;
  warn(sentence: string, facts?: LogFacts): void;
  /** Notes something that was thrown, with its causes. */
  error(sentence: string, thrown: unknown, facts?: LogFacts): void;
  close(): void;
}

/** What a log is made from. */
export interface LogParts extends LogFileOptions {
  readonly now: Clock;
  /** Passwords and keys in use: taken out of every text, whatever they look like. */
  readonly secrets?: readonly string[];
}

const deepest = 5;

function described(thrown: unknown, depth = 0): Record<string, unknown> {
  if (!(thrown instanceof Error)) return { message: String(thrown) };
  return {
    message: thrown.message,
    ...(thrown instanceof TillbridgeError ? { reason: thrown.reason, hint: thrown.hint } : { stack: thrown.stack }),
    ...(thrown.cause !== undefined && depth < deepest ? { cause: described(thrown.cause, depth + 1) } : {}),
  };
}

/** Opens the log of a home folder: one JSON document a line, in files of bounded number and size. */
export function createLog({ now, secrets = [], ...file }: LogParts): Log {
  const target = openLogFile(file);
  const clean = (value: unknown): unknown => {
    if (typeof value === 'string') return redact(value, secrets);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, clean(inner)]));
  };
  const logger = pino(
    {
      base: { pid: process.pid },
      timestamp: () => `,"time":"${new Date(now()).toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    target,
  );

  return {
    info: (sentence, facts = {}) => logger.info(clean(facts), redact(sentence, secrets)),
    warn: (sentence, facts = {}) => logger.warn(clean(facts), redact(sentence, secrets)),
    error: (sentence, thrown, facts = {}) =>
      logger.error(clean({ ...facts, error: described(thrown) }), redact(sentence, secrets)),
    close: () => target.close(),
  };
}
