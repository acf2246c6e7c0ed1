import type { Progress } from '../sync/agent-contract.ts';
import type { Clock } from '../support/clock.ts';
import { nothingSeen, progressLines, progressSentence, withNews, type ProgressWording } from './progress-lines.ts';
import type { Screen } from './screen.ts';

/** Shows how a run comes along: rewritten lines on a terminal, now and then a plain one elsewhere. */
export interface ProgressDisplay {
  onProgress(news: Progress): void;
  /** How long each source was read. */
  readFor(): ReadTimes;
  /** Takes the live lines away, so that the summary can stand in their place. */
  done(): void;
}

/** How long the till was read, and the website after it, in milliseconds. */
export interface ReadTimes {
  readonly till: number;
  readonly website: number;
}

/** What a display is made from. */
export interface ProgressParts extends ProgressWording {
  readonly screen: Screen;
  readonly now: Clock;
}

// Faster than this nobody reads; slower, and a bar seems to stand still.
const liveEvery = 100;
const plainEvery = 5_000;

/** Makes the display of one run. */
export function createProgress({ screen, now, ...wording }: ProgressParts): ProgressDisplay {
  let seen = nothingSeen;
  let shownAt = Number.NEGATIVE_INFINITY;
  const startedAt = now();
  let tillUntil = startedAt;
  let websiteUntil = startedAt;

  return {
    onProgress(news) {
      seen = withNews(seen, news);
      if (news.stage === 'read') {
        websiteUntil = now();
        if (news.source === undefined) tillUntil = websiteUntil;
      }
      if (now() - shownAt < (screen.isTerminal ? liveEvery : plainEvery)) return;
      shownAt = now();
      if (screen.isTerminal) screen.live(progressLines(seen, wording, screen.width ?? 80));
      else screen.say(progressSentence(news, wording));
    },
    readFor: () => ({ till: tillUntil - startedAt, website: websiteUntil - tillUntil }),
    done: () => screen.live([]),
  };
}
