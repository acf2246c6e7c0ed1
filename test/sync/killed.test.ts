import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import type { DestinationId } from '../../src/model/ids.ts';
import { recordKinds } from '../../src/model/record.ts';
import { shopEdits } from '../../src/sandbox/shop/edits.ts';
import { apiKey, shopHome, type ShopHome } from './shop-home.ts';

/** Starts `tillbridge sync` as its owner would, and kills it after so long unless it is done before. Answers its exit code, null where it was killed. */
async function syncAndKill({ home }: ShopHome, after: number): Promise<number | null> {
  const child = spawn(process.execPath, ['src/cli.ts', 'sync', '--home', home, '--json'], {
    env: { ...process.env, TILLBRIDGE_SECRET_GENIEAI: apiKey },
    stdio: 'ignore',
  });
  const kill = setTimeout(() => child.kill('SIGKILL'), after);
  const [code] = (await once(child, 'exit')) as [number | null];
  clearTimeout(kill);
  return code;
}

const genieai = 'genieai' as DestinationId;

test(
  'killed at random instants again and again, both sides end as if nothing had happened',
  { timeout: 240_000 },
  async () => {
    const calm = await shopHome({ size: 1200, realTime: true });
    const rough = await shopHome({ size: 1200, realTime: true });
    expect((await calm.sync()).run.outcome).toBe('completed');

    let killed = 0;
    const seed = 20261121;
    for (let round = 0; round < 12; round++) {
      // Spread over the whole length of a run: starting, reading, checking, sending.
      const after = 250 + ((seed * (round + 1) * 7919) % 2600);
      if ((await syncAndKill(rough, after)) === null) killed++;
    }
    expect(killed).toBeGreaterThan(3);
    expect(await syncAndKill(rough, 60_000)).toBe(0);
    expect(rough.sandbox.state.contents()).toEqual(calm.sandbox.state.contents());

    const edits = shopEdits(rough.shop, 'sqlite').flatMap(({ statements }) => statements);
    calm.till(...edits);
    rough.till(...edits);
    await calm.sync({ full: true });
    for (let round = 0; round < 4; round++) await syncAndKill(rough, 300 + round * 250);
    expect(await syncAndKill(rough, 60_000)).toBe(0);
    expect(rough.sandbox.state.contents()).toEqual(calm.sandbox.state.contents());
    const after = await rough.sync();
    const still = await calm.sync();
    expect(after.account).toEqual(still.account);
    for (const kind of recordKinds) expect(after.delivered[genieai]?.[kind]).toMatchObject({ created: 0, updated: 0 });
  },
);
