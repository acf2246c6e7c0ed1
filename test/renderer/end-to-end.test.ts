import { expect, test } from 'vitest';
import { openApp } from './open-app.ts';

test('staff see what is theirs to do, and nothing of the owner’s', async () => {
  const app = await openApp();
  const page = await app.page({ role: 'staff' });
  const screens = page.getByRole('navigation').getByRole('link');
  await expect.poll(() => screens.allTextContents()).toContain('Problems');
  expect(await screens.allTextContents()).not.toContain('Settings');
  expect(app.complaints).toEqual([]);
}, 60_000);
