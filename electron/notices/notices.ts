import { Notification } from 'electron';
import type { StateName } from '../../src/sync/agent-contract.ts';
import { nextNotice, type Told } from './next-notice.ts';

/** Tells people of changes of state, through the system. */
export interface Notices {
  /** How it stands: tells where that is news. */
  state(name: StateName, title: string, sentence: string): void;
  /** Something else that a person should know; never held back. */
  say(title: string, body: string): void;
}

/** What notices are made with. */
export interface NoticeParts {
  readonly now: () => number;
  readonly isQuiet: () => boolean;
  readonly onClick: () => void;
}

/** The notices of one app. What stands at its first word is no news, save trouble. */
export function createNotices({ now, isQuiet, onClick }: NoticeParts): Notices {
  let told: Told = { known: 'up-to-date', standing: 'up-to-date', since: now() };

  function say(title: string, body: string): void {
    if (!Notification.isSupported()) return;
    const notice = new Notification({ title, body });
    notice.on('click', onClick);
    notice.show();
  }

  return {
    state(name, title, sentence) {
      const next = nextNotice(told, name, { now: now(), isQuiet: isQuiet() });
      told = next.told;
      if (next.tell) say(title, sentence);
    },
    say,
  };
}
