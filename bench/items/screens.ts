import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchChromium } from '../../scripts/chromium/launch-chromium.ts';
import { createSampleMaker } from '../../src/cli/sample/create-sample-maker.ts';
import { openShopConsole } from '../../src/cli/shop-console.ts';
import { systemClock } from '../../src/support/clock.ts';
import type { Figure } from '../figure.ts';
import { multiplyProblems } from '../many-problems.ts';
import { median } from '../measure.ts';

const many = 100_000;
const visits = 7;

/** In the page, before anything of it runs: notes when the first row of the list has been painted. */
const notePaint = `
  new MutationObserver((_changes, observer) => {
    if (!document.querySelector('[data-problem]')) return;
    observer.disconnect();
    requestAnimationFrame(() => requestAnimationFrame(() => { window.paintedAt = performance.now(); }));
  }).observe(document, { childList: true, subtree: true });
`;

/** In the page: waits for that moment. */
const painted = `
  new Promise((resolve) => {
    const look = () => (window.paintedAt ? resolve(window.paintedAt) : setTimeout(look, 10));
    look();
  })
`;

/** In the page: turns the wheel for 240 frames, then jumps about, and answers how long every task over 50 ms was. */
const scroll = `
  (async () => {
    const long = [];
    const observer = new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration)));
    observer.observe({ type: 'longtask' });
    const frame = () => new Promise(requestAnimationFrame);
    for (let turn = 0; turn < 240; turn++) { window.scrollBy(0, 140); await frame(); }
    for (let jump = 1; jump <= 10; jump++) {
      window.scrollTo(0, (document.documentElement.scrollHeight * jump) / 11);
      for (let wait = 0; wait < 12; wait++) await frame();
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
    return long;
  })()
`;

async function paintedAfter(page: Page, address: string): Promise<number> {
  await page.goto('about:blank');
  await page.goto(address);
  return await page.evaluate<number>(painted);
}

/** (l) How soon a browser shows the first of 100,000 problems, and (m) how long its longest task is while they are scrolled. */
export async function measureScreens(): Promise<Figure[]> {
  const home = await mkdtemp(join(tmpdir(), 'tillbridge-bench-'));
  const sample = createSampleMaker({ now: systemClock, size: 300 });
  const shop = await openShopConsole({ home, environment: process.env, now: systemClock, port: 0, sample });
  const browser = await launchChromium(process.env);
  try {
    await shop.host.desk.makeSample();
    shop.host.sync({});
    for await (const { underway } of shop.host.watch(AbortSignal.timeout(120_000))) if (!underway) break;
    multiplyProblems(home, many);
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.addInitScript(notePaint);
    await page.goto(shop.console.link());
    const address = new URL('/problems', shop.console.address).href;
    const paints: number[] = [];
    for (let visit = 0; visit < visits; visit += 1) paints.push(await paintedAfter(page, address));
    await page.waitForTimeout(1000);
    const long = await page.evaluate<readonly number[]>(scroll);
    return [
      {
        item: 'l',
        what: 'a browser’s first sight of 100,000 problems',
        value: median(paints) / 1000,
        unit: 's',
        target: { atMost: 1.5 },
        repetitions: paints.map((paint) => paint / 1000),
      },
      {
        item: 'm',
        what: 'longest task of the browser while 100,000 problems are scrolled; none is over 50 ms',
        value: Math.max(0, ...long),
        unit: 'ms',
        target: { atMost: 50 },
        repetitions: [...long],
      },
    ];
  } finally {
    await browser.close();
    await shop.close();
    await rm(home, { recursive: true, force: true });
  }
}
