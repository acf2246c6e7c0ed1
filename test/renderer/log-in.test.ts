import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from 'vitest';
import { openNewApp } from './open-app.ts';

test('the page before the door can be used by everybody, in both languages, light and dark, by keyboard alone', async () => {
  const app = await openNewApp();
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const locale of ['en-GB', 'de-DE']) {
      const context = await app.browser.newContext({ colorScheme, locale, viewport: { width: 390, height: 800 } });
      const page = await context.newPage();
      await page.goto(app.console.address);
      await page.keyboard.type('not-the-pin');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').waitFor();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [colorScheme, locale, id, nodes[0]?.target])).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false);
      expect(await page.locator('html').getAttribute('lang')).toBe(locale.slice(0, 2));
      await context.close();
    }
  }
});
