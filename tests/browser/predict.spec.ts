import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from './fixtures.ts';
import { Bench } from './workbench.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

const list = (page: Page) => page.getByRole('region', { name: 'Steps to predict' });
const score = (page: Page) => page.getByRole('region', { name: 'Your score' });

/** Goes to the view and begins; leaves the focus on the first step. */
async function predictFirst(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Predict', exact: true }).click();
  await page.getByRole('tabpanel', { name: 'Predict' }).getByRole('button', { name: 'Predict first' }).click();
  await list(page).getByRole('radio').first().focus();
}

async function noViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
}

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('a build is predicted with the keyboard alone, hidden until it has run, and the wrong guess gets its name', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open();
  await bench.append('README.md', 'more');
  await expect(bench.said).toContainText('steps will rebuild');
  await page.getByRole('tab', { name: 'Graph', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Predict', exact: true })).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('tabpanel', { name: 'Predict' }).getByRole('button', { name: 'Predict first' }).focus();
  await page.keyboard.press('Enter');

  // Nothing on the page tells.
  await expect(list(page)).toContainText('You changed README.md. Which steps run again?');
  await expect(bench.said).toHaveText('Predicting. 8 steps to mark.');
  await expect(bench.why).toContainText('Hidden until the build has been predicted.');
  await expect(page.getByText('0 of 8 marked').first()).toBeVisible();
  await expect(page.locator('.cm-gutters, .cm-content').getByText(/cached|will rebuild/)).toHaveCount(0);
  await bench.append('main.go', '\n');
  await expect(bench.said).toContainText('What the next build does stays hidden; 8 steps are unmarked');
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await page.getByRole('tab', { name: 'Timeline' }).click();
  await expect(page.getByRole('tabpanel', { name: 'Timeline' })).toContainText('Hidden until the build has been predicted.');

  await list(page).getByRole('radio').first().focus();
  for (const key of ['h', 'h', 'm', 'ArrowUp', 'h', 'h', 'm', 'm', 'h', 'm']) await page.keyboard.press(key);
  await expect(list(page).getByText('8 of 8 marked')).toBeVisible();
  await page.keyboard.press('Control+Enter');

  await expect(page.getByRole('heading', { name: '7 of 8 right; step 8 stayed cached.' })).toBeVisible();
  await expect(bench.said).toHaveText('7 of 8 right.');
  const card = page.getByRole('article', { name: 'Once one step runs again, everything below it does.' });
  await expect(card).toContainText('byte for byte');
  await expect(bench.why).not.toContainText('Hidden');

  await card.getByRole('link', { name: /^See it happen/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/e\/go-two-stages\/\?demo=miss-kills-everything$/);
  await expect(bench.step('COPY from build')).toHaveText(/cached/i);
  await expect(bench.why).toContainText('came out byte for byte the same');
});

test('the score is kept by misconception, exported, thrown away and brought back, and survives junk', async ({ page }) => {
  const bench = new Bench(page);
  await page.addInitScript(() => {
    if (sessionStorage.getItem('seen')) return;
    sessionStorage.setItem('seen', '1');
    localStorage.setItem('layerscope:predictions', '{"version":1,"sessions":7');
  });
  await bench.open();
  await bench.append('README.md', 'more');
  await predictFirst(page);
  await list(page).getByRole('button', { name: 'Mark the rest as cached' }).click();
  await list(page).getByRole('button', { name: 'Build and reveal' }).click();
  await expect(page.getByRole('heading', { name: '6 of 8 right.' })).toBeVisible();

  await page.reload();
  await bench.ready();
  await page.getByRole('tab', { name: 'Predict', exact: true }).click();
  await expect(score(page)).toContainText('6 of 8 steps right in 1 prediction.');
  await expect(score(page).getByRole('row', { name: /Only code counts/ })).toContainText('2');
  const download = page.waitForEvent('download');
  await score(page).getByRole('button', { name: 'Export as JSON' }).click();
  expect((await download).suggestedFilename()).toBe('layerscope-predictions.json');
  await score(page).getByRole('button', { name: 'Reset the score' }).click();
  await expect(score(page)).toContainText('The score is empty.');
  await score(page).getByRole('button', { name: 'Undo the reset' }).click();
  await expect(score(page)).toContainText('6 of 8 steps right in 1 prediction.');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`predicting can be used by everybody, ${colorScheme}, on three widths`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const bench = new Bench(page);
    await bench.open();
    await predictFirst(page);
    for (const key of 'hhmn') await page.keyboard.press(key);
    for (const size of [{ width: 1440, height: 900 }, { width: 900, height: 800 }, { width: 360, height: 740 }]) {
      await page.setViewportSize(size);
      await expect(list(page)).toBeVisible();
      await noViolations(page);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    const choices = await list(page).locator('label').all();
    expect(choices.length).toBe(8 * 3);
    for (const choice of choices) {
      const box = (await choice.boundingBox())!;
      expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
    }
    await list(page).getByRole('button', { name: 'Build and reveal' }).click();
    await expect(page.getByRole('button', { name: 'Predict the next build' })).toBeVisible();
    for (const size of [{ width: 360, height: 740 }, { width: 900, height: 800 }, { width: 1440, height: 900 }]) {
      await page.setViewportSize(size);
      await noViolations(page);
    }
  });
}
