import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from './fixtures.ts';

const begun = {
  version: 1,
  epoch: 0,
  lessons: { 'what-a-layer-is': { opened: 5, exercises: {}, questions: {}, notes: { versions: [{ by: 'tab', at: 1, text: 'A layer is a difference.' }], seen: { tab: 1 } } } },
  beliefs: { version: 1, resetAt: 0, sessions: [{ id: 's', at: 1, scene: 'go', right: 0, of: 1, beliefs: { 'mtime-breaks-cache': { met: 1, wrong: 1 } } }] },
};

async function open(page: Page, progress?: object): Promise<void> {
  if (progress) await page.addInitScript((value) => localStorage.setItem('layerscope:progress', value), JSON.stringify(progress));
  await page.goto('/learn/');
}

test('the path can be read without scripts: every lesson with its summary and the way to it', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/learn/');
  const lessons = page.getByRole('article');
  expect(await lessons.count()).toBeGreaterThan(10);
  const lesson = page.getByRole('article', { name: /Order for cache/ });
  await expect(lesson.getByText(/Dockerfile/).first()).toBeVisible();
  await lesson.getByRole('link', { name: 'Begin: Order for cache' }).click();
  await expect(page).toHaveURL(/\/learn\/order-for-cache\/?$/);
  await context.close();
});

test('the way on leads to where the reader left off, and the belief that misled them is offered with its builds', async ({ page }) => {
  await open(page, begun);
  await expect(page.getByRole('link', { name: 'Continue What a layer is' })).toHaveAttribute('href', /what-a-layer-is/);
  const deck = page.getByRole('region', { name: 'Misconceptions' });
  await expect(deck.getByText('A newer modified time makes COPY run again.')).toBeVisible();
  await expect(deck.getByRole('link', { name: /^See the two builds that refute it/ })).toHaveAttribute('href', /\?demo=mtime-breaks-cache$/);
  await expect(page.getByRole('region', { name: 'Your notes' }).getByText('A layer is a difference.')).toBeVisible();
});

test('a way through the course shows its lessons in the order in which they are taught, also by its link', async ({ page }) => {
  await open(page);
  await page.getByRole('radiogroup', { name: 'Ways through the course' }).getByText('First afternoon').click();
  const titles = page.getByRole('region', { name: 'Lessons' }).getByRole('article').getByRole('heading');
  await expect(titles.first()).toHaveText('1What a layer is');
  await expect(titles.last()).toHaveText('6Images & Registries');
  await expect(page).toHaveURL(/\?track=first-afternoon$/);
  await page.reload();
  await expect(titles).toHaveCount(6);
});

test('a place in a lesson is found with the keyboard alone, in spite of a typo', async ({ page }) => {
  await open(page);
  await page.keyboard.press('/');
  const field = page.getByRole('combobox', { name: 'Search the lessons' });
  await expect(field).toBeFocused();
  await page.keyboard.type('zzzzqq');
  await expect(page.getByText('Nothing is found for zzzzqq.')).toBeVisible();
  await field.fill('manifets');
  const results = page.getByRole('listbox', { name: 'Places in the lessons' }).getByRole('option');
  await expect(results.first()).toBeVisible();
  await expect(results.first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(results.nth(1)).toHaveAttribute('aria-selected', 'true');
  const target = await results.nth(1).getAttribute('href');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${target!.split('/').filter((part) => part !== '.' && part !== '..').join('/').replace('#', '/?#')}$`));
});

for (const width of [1440, 390, 360]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`at ${width} pixels, ${colorScheme}: axe finds nothing in the path, its search and its question, and nothing hangs over the edge`, async ({ browser }) => {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
      const page = await context.newPage();
      await open(page, begun);
      const faultless = async (state: string) => {
        const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
        expect(violations.map(({ id, nodes }) => `${state}: ${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
      };
      await faultless('path');
      await page.getByRole('combobox', { name: 'Search the lessons' }).fill('cache');
      await expect(page.getByRole('listbox', { name: 'Places in the lessons' }).getByRole('option').first()).toBeVisible();
      await faultless('search');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Throw away', exact: true }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await faultless('question');
      await context.close();
    });
  }
}
