/**
 * Every view as it is drawn, next to a picture of how it was: the gallery's drawings, which need no scripts, and the workbench where it
 * is looked at. README says how the pictures are taken anew.
 */
import { expect, test, type Locator, type Page } from './fixtures.ts';
import { Bench } from './workbench.ts';

test.use({ viewport: { width: 1200, height: 900 }, contextOptions: { reducedMotion: 'reduce' } });

const still = { animations: 'disabled', caret: 'hide', threshold: 0.3 } as const;
/** Lines and letters of a drawing are where they are in every Chromium: what may differ is less than a sign. */
const exactly = { ...still, maxDiffPixels: 60 } as const;
/** In the workbench letters stand a part of a pixel apart where another system sets them. */
const closely = { ...still, maxDiffPixelRatio: 0.03 } as const;

/** Pictures of the gallery: its page, and ids of figures on it. */
const drawings: Readonly<Record<string, readonly string[]>> = {
  'go-two-stages': ['foreseen-graph', 'built-graph', 'built-timeline', 'built-radius', 'built-layers', 'built-history', 'built-registry'],
  'multi-arch': ['built-graph', 'built-timeline', 'built-radius'],
  'secrets-leak': ['built-graph', 'built-radius', 'built-layers', 'built-history', 'built-duel', 'built-registry'],
  'spring-layered': ['built-graph', 'built-timeline', 'built-radius', 'built-layers'],
  hard: ['hard-0-graph', 'hard-0-layers', 'hard-1-graph', 'hard-1-timeline', 'hard-1-radius', 'hard-2-graph', 'hard-2-radius', 'hard-3-graph', 'hard-3-layers', 'hard-4-graph', 'hard-4-timeline', 'hard-history-0-history'],
  // One where a change stops because the content came out the same, one that fails.
  'recorded-cur': ['cur-planner-recipe-graph', 'cur-planner-recipe-timeline', 'cur-fail-cached-marks-2-graph', 'cur-fail-cached-marks-2-timeline'],
};

/** The same in the dark: one of each view. */
const dark: Readonly<Record<string, readonly string[]>> = {
  'go-two-stages': ['foreseen-graph', 'built-timeline', 'built-radius'],
  'secrets-leak': ['built-layers', 'built-history', 'built-duel', 'built-registry'],
};

/** Once its fonts are there. */
async function show(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.evaluate(() => document.fonts.ready);
}

for (const [colorScheme, list] of [['light', drawings], ['dark', dark]] as const) {
  for (const [subject, figures] of Object.entries(list)) {
    test(`the views of ${subject} are drawn as they were, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await show(page, `/views/${subject}/`);
      for (const id of figures) await expect.soft(page.locator(`[id="${id}"]`)).toHaveScreenshot(`${subject}-${id}${colorScheme === 'dark' ? '-dark' : ''}.png`, exactly);
    });
  }
}

/** Texts of the pictures in a page that stand outside their picture, in the browser's own measure. */
const lettersOutside = (figures: Locator) =>
  figures.evaluateAll((all) =>
    all.flatMap((figure) => {
      const picture = figure.querySelector('svg')!;
      const frame = picture.getBoundingClientRect();
      return [...picture.querySelectorAll('text')].flatMap((text) => {
        const { left, top, right, bottom, width } = text.getBoundingClientRect();
        const beyond = width > 0 && (left < frame.left - 1 || top < frame.top - 1 || right > frame.right + 1 || bottom > frame.bottom + 1);
        return beyond ? [`${figure.id}: ${text.textContent.slice(0, 60)}`] : [];
      });
    }),
  );

for (const subject of [...Object.keys(drawings), 'pnpm-monorepo', 'horror-file', 'recorded-random']) {
  test(`every letter of ${subject} is inside its picture, and every id is one`, async ({ page }) => {
    await show(page, `/views/${subject}/`);
    const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    expect(await lettersOutside(page.locator('figure'))).toEqual([]);
  });
}

test('the gallery of views needs no scripts and leads to every page', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/views/');
  await page.getByRole('link', { name: 'go-two-stages' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'go-two-stages' })).toBeVisible();
  expect(await page.getByRole('img').count()).toBeGreaterThan(7);
  expect(await page.locator('script[src], link[rel="modulepreload"]').count()).toBe(0);
  await context.close();
});

test.describe('the workbench is drawn as it was', () => {
  test('at a laptop', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    const bench = new Bench(page);
    await bench.open();
    await page.evaluate(() => document.fonts.ready);
    await expect(page).toHaveScreenshot('workbench.png', closely);
  });

  test('at a projector, with a question', async ({ page }) => {
    await page.setViewportSize({ width: 1920, height: 1080 });
    await page.goto('/e/node-express/');
    await page.getByRole('button', { name: 'Present' }).click();
    const dialog = page.getByRole('dialog', { name: 'Presentation' });
    await dialog.getByRole('button', { name: 'Prepare a walk' }).click();
    await expect(dialog.getByText(/^Stop 1 of \d{2}$/)).toBeVisible();
    await page.keyboard.press('PageDown');
    await expect(dialog.getByRole('heading', { level: 2 })).toHaveText(/Which steps run again\?$/);
    await page.evaluate(() => document.fonts.ready);
    await expect(page).toHaveScreenshot('projector-question.png', { ...closely, mask: [dialog.locator('time')] });
  });

  test('on a phone', async ({ browser }) => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto('/');
    await expect(page.getByRole('button', { name: 'Build', exact: true })).toBeEnabled();
    await page.evaluate(() => document.fonts.ready);
    await expect(page).toHaveScreenshot('phone.png', closely);
    await context.close();
  });
});
