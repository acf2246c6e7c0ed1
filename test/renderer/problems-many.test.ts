import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { multiplyProblems } from '../../bench/many-problems.ts';
import { openApp } from './open-app.ts';

const many = 100_000;

/** One thing that a page's own thread did; times in microseconds. */
interface Task {
  readonly name: string;
  /** Of the processor: other programs on a busy machine do not count. */
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args: { readonly name?: string };
}

/** Milliseconds of every task longer than 50 ms on a page's main thread while something is done. */
async function longTasksOf(page: Page, work: () => Promise<unknown>): Promise<readonly number[]> {
  const session = await page.context().newCDPSession(page);
  const events: Task[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as Task[])));
  const collected = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.start', {
    traceConfig: { includedCategories: ['toplevel', 'devtools.timeline', '__metadata'] },
  });
  await work();
  await session.send('Tracing.end');
  await collected;
  const threads = events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const main = new Set(threads.map(({ pid, tid }) => `${pid} ${tid}`));
  const tasks = events.filter(({ name, pid, tid }) => name.endsWith('RunTask') && main.has(`${pid} ${tid}`));
  const times = tasks.flatMap(({ tdur }) => (tdur === undefined ? [] : [Math.round(tdur / 1000)]));
  expect(times.length).toBeGreaterThan(100);
  return times.filter((duration) => duration > 50);
}

/** In the page: turns the wheel from frame to frame, a screen each tenth of a second, and then jumps about. */
const scroll = `
  (async () => {
    const frame = () => new Promise(requestAnimationFrame);
    for (let turn = 0; turn < 240; turn++) { window.scrollBy(0, 140); await frame(); }
    for (let jump = 1; jump <= 10; jump++) {
      window.scrollTo(0, (document.documentElement.scrollHeight * jump) / 11);
      for (let wait = 0; wait < 12; wait++) await frame();
    }
  })()
`;

test('100,000 problems are scrolled through without a stutter, and the last one is soon there', async () => {
  const app = await openApp();
  await app.sync();
  multiplyProblems(app.home, many);
  const page = await app.page({ role: 'staff', path: '/problems' });
  await page.getByRole('status').getByText('100,000 to mend').waitFor();
  await page.locator('[data-problem]').nth(5).waitFor();
  await page.waitForTimeout(1000);
  const longTasks = await longTasksOf(page, () => page.evaluate(scroll));

  await page.evaluate('window.scrollTo(0, document.documentElement.scrollHeight)');
  const [last] = app.host.problems.page({ state: 'open', sort: 'money', offset: many - 1, limit: 1 }).problems;
  await page.locator(`[data-index="${many - 1}"][data-problem="${last?.id}"]`).waitFor();
  await expect.poll(() => page.locator('[role="row"]').count()).toBeLessThan(60);
  expect(longTasks).toEqual([]);
  expect(app.complaints).toEqual([]);
}, 180_000);
