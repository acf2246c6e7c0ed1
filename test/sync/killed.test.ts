import { expect, test } from 'vitest';
import type { DestinationId } from '../../src/model/ids.ts';
import { recordKinds } from '../../src/model/record.ts';
import { shopEdits } from '../../src/sandbox/shop/edits.ts';
import { shopHome } from './shop-home.ts';
import { syncAndKill } from './sync-and-kill.ts';

const genieai = 'genieai' as DestinationId;

test(
  'killed at random instants again and again, both sides end as if nothing had happened',
  { timeout: 240_000 },
  async () => {
    const calm = await shopHome({ size: 1200, realTime: true });
    const rough = await shopHome({ size: 1200, realTime: true });
    // How long a whole run takes on this machine, from the start of the process: the kills are spread over it.
    const began = performance.now();
    expect(await syncAndKill(calm, 60_000)).toBe(0);
    const length = performance.now() - began;

    let killed = 0;
    for (let round = 0; round < 10; round++) {
      // Starting, reading, checking, sending; what a run has done is not done again, so a later one is shorter.
      if ((await syncAndKill(rough, length * (0.2 + 0.06 * round))) === null) killed++;
      else break;
    }
    expect(killed).toBeGreaterThan(1);
    expect(await syncAndKill(rough, 60_000)).toBe(0);
    expect(rough.sandbox.state.contents()).toEqual(calm.sandbox.state.contents());

    const edits = shopEdits(rough.shop, 'sqlite').flatMap(({ statements }) => statements);
    calm.till(...edits);
    rough.till(...edits);
    await calm.sync({ full: true });
    for (let round = 0; round < 4; round++) await syncAndKill(rough, length * (0.1 + 0.08 * round));
    expect(await syncAndKill(rough, 60_000)).toBe(0);
    expect(rough.sandbox.state.contents()).toEqual(calm.sandbox.state.contents());
    const after = await rough.sync();
    const still = await calm.sync();
    expect(after.account).toEqual(still.account);
    for (const kind of recordKinds) expect(after.delivered[genieai]?.[kind]).toMatchObject({ created: 0, updated: 0 });
  },
);
