import { expect, test } from 'vitest';
import { multiplyProblems } from '../../bench/many-problems.ts';
import { openApp } from './open-app.ts';

const many = 100_000;

/** In the page: turns the wheel from frame to frame and jumps about; answers the most rows that the page held at any time. */
const scroll = `
  (async () => {
    let most = 0;
    const frame = async () => {
      await new Promise(requestAnimationFrame);
      most = Math.max(most, document.querySelectorAll('[role="row"]').length);
    };
    for (let turn = 0; turn < 240; turn++) { window.scrollBy(0, 140); await frame(); }
    for (let jump = 1; jump <= 10; jump++) {
      window.scrollTo(0, (document.documentElement.scrollHeight * jump) / 11);
      for (let wait = 0; wait < 12; wait++) await frame();
    }
    return most;
  })()
`;

test('of 100,000 problems the page holds no more than a few screens, wherever one scrolls; the last one is there', async () => {
  const app = await openApp();
  await app.sync();
  multiplyProblems(app.home, many);
  const page = await app.page({ role: 'staff', path: '/problems' });
  await page.getByRole('status').getByText('100,000 to mend').waitFor();
  await page.locator('[data-problem]').nth(5).waitFor();
  const most = await page.evaluate<number>(scroll);
  expect(most).toBeGreaterThan(5);
  expect(most).toBeLessThan(60);

  await page.evaluate('window.scrollTo(0, document.documentElement.scrollHeight)');
  const [last] = app.host.problems.page({ state: 'open', sort: 'money', offset: many - 1, limit: 1 }).problems;
  await page.locator(`[data-index="${many - 1}"][data-problem="${last?.id}"]`).waitFor();
  expect(app.complaints).toEqual([]);
}, 180_000);
