import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';
import { Bench } from './workbench.ts';

test('advice says what it would save in this Dockerfile, and is applied and taken back with one press each', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open();
  await page.getByRole('tab', { name: /Advice/ }).click();
  const advice = page.getByRole('region', { name: 'Advice', exact: true });
  const item = advice.getByRole('listitem').filter({ hasText: 'cache mount' });
  await expect(item).toContainText(/Saves [\d.]+\ss on each edit of main\.go, modelled; the image keeps its files\./);
  await item.getByRole('button', { name: 'Apply to Dockerfile' }).click();
  await expect(bench.editor('Dockerfile')).toContainText('--mount=type=cache');
  await expect(advice.getByRole('listitem').filter({ hasText: 'cache mount' })).toHaveCount(0);
  await page.getByRole('button', { name: /^Undo / }).click();
  await expect(bench.editor('Dockerfile')).not.toContainText('--mount=type=cache');
  await expect(advice.getByRole('listitem').filter({ hasText: 'cache mount' })).toHaveCount(1);
});

test('every check has a page with an example of each side and the words that BuildKit says', async ({ page }) => {
  await page.goto('/checks/');
  await expect(page.getByRole('article')).toHaveCount(22);
  const article = page.getByRole('article', { name: 'StageNameCasing' });
  await expect(article).toContainText('Stage names should be lowercase');
  await expect(article.getByText('Reported', { exact: true })).toBeVisible();
  await expect(article.getByRole('listitem').first()).toContainText('Line 1');
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});
