import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';
import { Bench } from './workbench.ts';

const sheet = { name: 'Keys' };

test('? lists every key by place; letters go between views, and wait while text is typed', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open();
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', sheet);
  for (const place of ['Everywhere', 'Go to a view', 'In the graph', 'In the files', 'In the editor', 'In the terminal']) await expect(keys.getByRole('region', { name: place })).toBeVisible();
  await page.keyboard.press('l');
  await expect(keys).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(keys).toBeHidden();

  await page.keyboard.press('l');
  await expect(page.getByRole('tab', { name: 'Layers' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('t');
  await expect(page.getByRole('tab', { name: 'Timeline' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('g');
  await expect(page.getByRole('tab', { name: 'Graph' })).toHaveAttribute('aria-selected', 'true');

  await bench.append('main.go', '// l?\n');
  await expect(bench.editor('main.go')).toContainText('// l?');
  await expect(page.getByRole('tab', { name: 'Graph' })).toHaveAttribute('aria-selected', 'true');
});

test('every letter of the sheet goes where the sheet says', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open();
  await page.getByRole('banner').getByRole('button', sheet).click();
  const rows = page.getByRole('dialog', sheet).getByRole('region', { name: 'Go to a view' }).getByRole('button', { name: /goes to/ });
  const letters = (await rows.allInnerTexts()).map((text) => text.trim());
  const names = await Promise.all((await rows.all()).map(async (row) => /goes to (.+)\. Choose/.exec((await row.getAttribute('aria-label')) ?? '')?.[1] ?? ''));
  expect(new Set(letters).size).toBe(letters.length);
  expect(letters.length).toBeGreaterThanOrEqual(4);
  await page.keyboard.press('Escape');
  for (const [at, letter] of letters.entries()) {
    await page.keyboard.press(letter);
    await expect(page.getByRole('tab', { name: names[at]! })).toHaveAttribute('aria-selected', 'true');
  }
});

test('a letter can be changed, is refused where another has it, is kept, and can be switched off', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open();
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', sheet);
  await keys.getByRole('button', { name: 'l goes to Layers. Choose another letter' }).press('Enter');
  await page.keyboard.press('g');
  await expect(keys.getByRole('alert')).toHaveText('“g” is taken: Graph.');
  await page.keyboard.press('x');
  await expect(keys.getByRole('button', { name: /^x goes to Layers/ })).toBeVisible();
  await expect(keys.getByText('is taken')).toBeHidden();

  await page.reload();
  await bench.ready();
  await page.keyboard.press('x');
  const layers = page.getByRole('tab', { name: 'Layers' });
  await expect(layers).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('g');
  await page.keyboard.press('?');
  await keys.getByRole('button', { name: 'Reset the letters' }).click();
  await expect(keys.getByRole('button', { name: /^l goes to Layers/ })).toBeVisible();
  await keys.getByRole('checkbox', { name: 'Letters go to views' }).uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('l');
  await expect(layers).toHaveAttribute('aria-selected', 'false');
});

test('the edges of panes move by keyboard, and stay where they were put', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open();
  const edge = page.getByRole('separator', { name: 'Width of the files' });
  const before = Number(await edge.getAttribute('aria-valuenow'));
  await edge.press('ArrowRight');
  await expect(edge).toHaveAttribute('aria-valuenow', String(before + 16));
  await page.reload();
  await bench.ready();
  await expect(edge).toHaveAttribute('aria-valuenow', String(before + 16));
  await edge.press('Enter');
  await expect(edge).toHaveAttribute('aria-valuenow', String(before));
});

test('on a phone undo and redo, keys and language are at hand, and tabs without room are in a list', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true });
  const page = await context.newPage();
  const bench = new Bench(page);
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Build', exact: true })).toBeEnabled();
  const next = page.getByRole('region', { name: 'Next' });
  await expect(next.getByRole('button', { name: /undo/i })).toBeDisabled();
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Files' }).tap();
  await bench.file('README.md').tap();
  await bench.editor('README.md').tap();
  await page.keyboard.type('x');
  await next.getByRole('button', { name: /^Undo / }).tap();
  await next.getByRole('button', { name: /^Redo / }).tap();
  await expect(next).toContainText('1 edited');

  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Graph' }).tap();
  await page.getByRole('button', { name: 'Views of the build: all' }).tap();
  await page.getByRole('menuitem', { name: 'Registry' }).tap();
  await expect(page.getByRole('tab', { name: 'Registry' })).toBeInViewport({ ratio: 0.9 });

  await page.getByRole('button', { name: 'More' }).tap();
  await expect(page.getByRole('combobox', { name: 'Language' })).toBeVisible();
  await page.getByRole('button', sheet).tap();
  await expect(page.getByRole('dialog', sheet)).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await context.close();
});
