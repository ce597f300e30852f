import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';

test('every misconception is a card with a link that shows what is so', async ({ page }) => {
  await page.goto('/misconceptions/');
  const cards = page.getByRole('article');
  expect(await cards.count()).toBeGreaterThanOrEqual(39);
  await expect(cards.getByRole('link', { name: /^See it happen/ })).toHaveCount(await cards.count());
  const card = page.getByRole('article', { name: 'A newer modified time makes COPY run again.' });
  await card.getByRole('heading').getByRole('link').click();
  await expect(page).toHaveURL(/#mtime-breaks-cache$/);
  await card.getByRole('link', { name: /^See it happen/ }).click();
  await expect(page).toHaveURL(/\?demo=mtime-breaks-cache$/);
  await expect(page.getByText('Modified times are in no key.').first()).toBeVisible();
});

test('the deck is reached from the workbench', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('tab', { name: 'Predict', exact: true }).click();
  await page.getByRole('tabpanel', { name: 'Predict' }).getByRole('link', { name: 'All misconceptions' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'What is believed of builds, and what is so.' })).toBeVisible();
});

for (const width of [1440, 390, 360]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`at ${width} pixels, ${colorScheme}: axe finds nothing in the deck, and nothing hangs over the edge`, async ({ browser }) => {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
      const page = await context.newPage();
      await page.goto('/misconceptions/');
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
      await context.close();
    });
  }
}
