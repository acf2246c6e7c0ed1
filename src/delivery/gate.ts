import type { Backoff } from './backoff.ts';
import { backoffDelay } from './backoff.ts';
import type { DestinationEffect } from './next-state.ts';
import type { Stop } from './tally.ts';

/** How a run meets a destination that does not answer, or asks for time. */
export interface GatePolicy {
  /** After so many failed rounds in a row the run ends, and everything waits for the next. */
  readonly failures: number;
  readonly backoff: Backoff;
  /** The longest single wait of a run, in milliseconds. */
  readonly patience: number;
}

/**
 * Five rounds with waits of up to 1 s, 2 s, 4 s and 8 s: long enough for a far side that restarts a process, short enough
 * that nobody watches a command hang because the shop's line is down. A minute of patience is GenieAI's whole window.
 */
export const gatePolicy: GatePolicy = { failures: 5, backoff: { base: 1_000, cap: 15_000 }, patience: 60_000 };

/** Said where no record is to blame any more: so many in a row are not all bad. */
const refusesAll =
  'It refuses every record without saying why. Look for a newer version of Tillbridge, or ask for help.';

/** The way to one destination during one run: open, shut until a moment, or shut for this run. */
export interface Gate {
  /** Says what an answer means for the requests after it. `round` is the one in which its request was made. */
  note(effect: DestinationEffect, round: number, at: { readonly now: number; readonly random: number }): void;
  /** A record that was alone in its request was refused with it, or (null) something was taken. Too many in a row end the run. */
  noteRefusal(reason: string | null): void;
  /** Ends the run. */
  stop(stop: Stop): void;
  readonly stopped: Stop | null;
  /** Requests of one round fail together: that is one failure of the line, not several. */
  readonly round: number;
  /** Epoch milliseconds before which nothing may be sent; 0 where nothing is in the way. */
  readonly shutUntil: number;
}

/** A gate that is open. */
export function createGate(policy: GatePolicy): Gate {
  let stopped: Stop | null = null;
  let round = 0;
  let failures = 0;
  let shutUntil = 0;
  let refusals = 0;

  function shut(until: number, now: number): void {
    if (until - now > policy.patience) {
      stopped ??= { why: 'paused', reason: `It asked us to wait until ${new Date(until).toISOString()}.`, hint: null };
    } else shutUntil = Math.max(shutUntil, until);
  }

  function failed(reason: string, { now, random }: { now: number; random: number }): void {
    failures += 1;
    round += 1;
    if (failures >= policy.failures) stopped ??= { why: 'silent', reason, hint: null };
    else shut(now + Math.min(policy.patience, backoffDelay(policy.backoff, failures, random)), now);
  }

  return {
    note(effect, madeInRound, at) {
      switch (effect.state) {
        case 'as-before':
          break;
        case 'ready':
          failures = 0;
          break;
        case 'silent':
          if (madeInRound === round) failed(effect.reason, at);
          break;
        case 'paused':
          shut(Date.parse(effect.until), at.now);
          break;
        case 'halted':
          stopped ??= { why: 'halted', reason: effect.reason, hint: effect.hint };
          break;
      }
    },
    noteRefusal(reason) {
      refusals = reason === null ? 0 : refusals + 1;
      if (reason !== null && refusals >= policy.failures) stopped ??= { why: 'halted', reason, hint: refusesAll };
    },
    stop(stop) {
      stopped ??= stop;
    },
    get stopped() {
      return stopped;
    },
    get round() {
      return round;
    },
    get shutUntil() {
      return shutUntil;
    },
  };
}
