import { describe, expect, test } from 'vitest';
import type { HomeKeeper, OpenedHome } from '../../../src/sync/host/opened-home.ts';
import { createRunner } from '../../../src/sync/host/runner.ts';
import { createUnderway } from '../../../src/sync/host/under-way.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** A home that can be opened anew; whoever was open before is closed then, and does no work. */
function reopening() {
  const home = temporaryFolder();
  const did: string[] = [];
  const open = (name: string): OpenedHome => {
    const work = () => {
      if (holding !== made) throw new Error(`${name} is closed`);
      did.push(name);
      return Promise.resolve();
    };
    const made = { engine: { home }, agent: { sync: work, preview: work } } as unknown as OpenedHome;
    return made;
  };
  let holding = open('the first');
  const keeper = { opened: () => holding } as unknown as HomeKeeper;
  return { keeper, did, reopen: () => (holding = open('the second')) };
}

describe('what is asked for while the home is opened anew', () => {
  test('is done by whoever is open when it begins', async () => {
    const failed: unknown[] = [];
    const state = { revise: () => undefined, failed: (thrown: unknown) => failed.push(thrown) };
    const { keeper, did, reopen } = reopening();
    const underway = createUnderway({ now: () => 0, tell: () => undefined });
    const runner = createRunner({ keeper, underway, state });
    runner.sync({});
    reopen();
    await underway.idle();
    const rehearsing = runner.preview(new AbortController().signal);
    reopen();
    await rehearsing;
    expect([did, failed]).toEqual([['the second', 'the second'], [undefined]]);
  });
});
