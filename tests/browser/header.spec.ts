/** The bar at the top is as wide as the window, whatever the language, the type and the number of builds: nothing of it hangs over. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { Bench } from './workbench.ts';

const widths = [320, 360, 640, 780, 1100, 1280, 1366, 1440, 1520, 1920, 2080, 2560];

/** What of the bar ends beyond it, or begins before it, at each width and in both sizes of type. */
async function hanging(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const density of ['normal', 'projector']) {
    await page.evaluate((value) => (document.documentElement.dataset['density'] = value), density);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      const names = await page.locator('header').first().evaluate((bar) => {
        const edge = bar.getBoundingClientRect();
        const scrolls = '[role="radiogroup"] *, .select *, h1 button *, p *, svg *, [popover], [popover] *, dialog, dialog *';
        return [...bar.querySelectorAll('*')]
          .filter((part) => !part.matches(scrolls) && part.checkVisibility())
          .filter((part) => part.getBoundingClientRect().right > edge.right + 0.5 || part.getBoundingClientRect().left < edge.left - 0.5)
          .map((part) => `${part.tagName} ${part.getAttribute('class') ?? ''}`);
      });
      found.push(...names.map((name) => `${density}, ${width} px: ${name}`));
    }
  }
  await page.evaluate(() => delete document.documentElement.dataset['density']);
  await page.setViewportSize({ width: 1440, height: 900 });
  return found;
}

/** Builds, and goes on as soon as the build stands among the others. */
async function build(page: Page, number: number): Promise<void> {
  const button = page.locator('header .build button');
  await expect(async () => {
    if (await page.locator(`header [data-build="${number}"]`).isVisible()) return;
    await button.click();
    await expect(page.locator(`header [data-build="${number}"]`)).toBeVisible({ timeout: 4_000 });
  }).toPass();
}

// The two with the longest words.
for (const language of ['de', 'pseudo']) {
  test(`nothing hangs over the edge of the header: ${language}`, async ({ page }) => {
    await page.goto(`/?lang=${language}`);
    await expect(page.locator('header .build button')).toBeEnabled();
    expect(await hanging(page)).toEqual([]);
    for (let number = 1; number <= 12; number++) await build(page, number);
    expect(await hanging(page)).toEqual([]);
    await page.setViewportSize({ width: 1100, height: 900 });
    await expect(page.locator('header [data-build].on')).toBeInViewport({ ratio: 0.9 });
  });
}

test('Share stands in the bar of a wide window, and once behind More otherwise', async ({ page }) => {
  await new Bench(page).open();
  const share = page.getByRole('button', { name: 'Share', exact: true });
  await expect(share).toHaveCount(0);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await expect(share).toHaveCount(1);
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 1600, height: 900 });
  await expect(share).toHaveCount(1);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await expect(share).toHaveCount(1);
  await page.keyboard.press('Escape');
  await share.click();
  await expect(page.getByRole('dialog', { name: 'Share' })).toBeVisible();
});
