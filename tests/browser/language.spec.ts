import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { Bench } from './workbench.ts';

/** Pages that are read, and the workbench. */
const pages = ['/', '/gallery/', '/checks/', '/fidelity/'];
const widths = { phone: { width: 360, height: 740 }, wide: { width: 1440, height: 900 } };

/**
 * What a person sees or hears of a page and that is in no message: a word of two letters that the pseudo-language would have
 * accented. Left out is the machine's (code, output, the editor's text, names of files, steps and images, which stand in
 * elements made for them), content that is marked with its language, and names that are the same everywhere.
 */
async function plainWords(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const machine = 'code, pre, kbd, samp, bdi, .mono, script, style, noscript, option, [lang]:not(html), [role=log], .cm-editor, .code, [role=tree][aria-label]';
    const names = /\b(?:Layerscope|Docker|Dockerfile|BuildKit|Deutsch|English|JavaScript|Python|Go|Rust|Java|NET|PHP|Ruby|Elixir|linux|amd64|arm64|laptop|ci|kB|MB|GB)\b/g;
    const words = (text: string) => text.replaceAll(/⟦[^⟧]*⟧/g, ' ').replace(names, ' ').replaceAll(/\S*[./:_=]\S*/g, ' ').match(/[a-z]{2,}/gi) ?? [];
    const seen = (element: Element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden';
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement;
      if (!element || element.closest(machine) || !seen(element)) continue;
      const said = node instanceof Element ? ['aria-label', 'title', 'placeholder', 'aria-valuetext'].map((name) => node.getAttribute(name) ?? '') : [node.textContent ?? ''];
      for (const text of said) if (words(text).length > 0) found.push(text.trim());
    }
    return [...new Set(found)];
  });
}

for (const [name, viewport] of Object.entries(widths)) {
  test(`${name}: every word is in the catalogue, and words that are two fifths longer break nothing`, async ({ browser }) => {
    const context = await browser.newContext({ viewport });
    const page = await context.newPage();
    for (const path of pages) {
      await page.goto(`${path}?lang=pseudo`);
      if (path === '/') await expect(page.getByRole('button', { name: /^⟦BBûûî/ })).toBeEnabled();
      else await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^⟦/);
      expect(await plainWords(page), path).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(viewport.width);
    }
    await context.close();
  });
}

test('German is chosen in the page, keeps the work, is kept itself, and goes again', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open();
  await bench.append('main.go', '// bleibt\n');
  await page.getByRole('combobox', { name: 'Language' }).selectOption('de');
  const html = page.locator('html');
  await expect(html).toHaveAttribute('lang', 'de');
  await expect(page.getByRole('button', { name: 'Bauen', exact: true })).toBeEnabled();
  await expect(page.getByRole('region', { name: 'Dateien' })).toBeVisible();
  await expect(page.locator('#editor')).toContainText('// bleibt');
  await page.getByRole('button', { name: 'Bauen', exact: true }).click();
  await expect(page.getByRole('status').first()).toContainText('Build 2');
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);

  await page.goto('/gallery/');
  await expect(html).toHaveAttribute('lang', 'de');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Reihenfolge');
  await expect(page.getByRole('rowheader', { name: 'Erster Build' }).first()).toBeVisible();
  await page.getByRole('combobox', { name: 'Sprache' }).selectOption('en');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('What the order');
  await expect(html).toHaveAttribute('lang', 'en');
});

test('a link asks for a language, and numbers are written as it writes them', async ({ page }) => {
  await page.goto('/gallery/?lang=de');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.getByRole('row', { name: /Erster Build/ }).first()).toHaveText(/\d,\d\s*s/);
});
