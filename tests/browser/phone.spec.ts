import { expect, test } from './fixtures.ts';
import { Bench } from './workbench.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

test('on a phone one view stands at a time, and an edit can be followed to its reason', async ({ page }) => {
  const bench = new Bench(page);
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Build', exact: true })).toBeEnabled();
  const view = (name: string) => page.getByRole('navigation').or(page.getByRole('tablist')).getByText(name, { exact: true }).first();
  await view('Files').tap();
  await bench.file('README.md').tap();
  await bench.editor('README.md').tap();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('From a phone.');
  await page.getByRole('button', { name: 'Build', exact: true }).tap();
  await expect(bench.said).toContainText('Build 2:');
  await view('Why').tap();
  await expect(bench.why).toContainText('came out byte for byte the same');
  await view('Log').tap();
  await expect(bench.log).toContainText('CACHED');
});

test('everything that can be touched is at least 44 pixels high, and nothing is wider than the screen', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Build', exact: true })).toBeEnabled();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  const small = await page.getByRole('button').evaluateAll((buttons) =>
    buttons.filter((button) => button.getClientRects().length > 0 && button.getBoundingClientRect().height < 43.5 && getComputedStyle(button).position !== 'absolute').map((button) => `${button.textContent?.trim() || button.getAttribute('aria-label')} ${button.getBoundingClientRect().height}`),
  );
  expect(small).toEqual([]);
});
