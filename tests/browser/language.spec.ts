import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from './fixtures.ts';
import { english, type MessageId } from '../../src/messages/index.ts';
import { pseudoPattern } from '../../src/messages/pseudo.ts';
import { Bench } from './workbench.ts';

/** Pages that are read, and the workbench. */
const pages = ['/', '/gallery/', '/checks/', '/fidelity/', '/misconceptions/'];
/** A label in the pseudo-language. */
const pseudo = (id: MessageId): string => pseudoPattern(english.messages[id]);
const widths = { phone: { width: 360, height: 740 }, wide: { width: 1440, height: 900 } };

/**
 * What a person sees or hears of a page and that is in no message: words of two letters and more that the pseudo-language would
 * have accented. Left out are the machine's words (set in mono, or in an element for them), content that is marked with its
 * language, names of files, and names that are the same everywhere, those of the scene's stages and machines among them.
 */
async function plainWords(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const machine = 'code, pre, kbd, samp, bdi, script, style, noscript, option, [lang]:not(html), [role=log], .cm-editor';
    const names = /\b(?:Layerscope|Docker|Dockerfile|BuildKit|JavaScript|Python|Go|Rust|Java|NET|PHP|Ruby|Elixir|build|stage-0|stage-1|laptop|ci|kB|MB|GB|min)\b/g;
    const bare = (text: string): string => {
      const rest = text.replaceAll(/⟦[^⟦⟧]*⟧/g, ' ');
      return rest === text ? text : bare(rest);
    };
    // A word with letters that have an accent in the pseudo-language, and none of them has.
    const words = (text: string) => (bare(text).replaceAll(/\S*[./:_=@]\w\S*/g, ' ').replace(names, ' ').match(/\p{L}{2,}/gu) ?? []).filter((word) => /^[a-z]+$/i.test(word) && /[aceinosuy]/i.test(word));
    const seen = (element: Element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden';
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement;
      if (!element || element.closest(machine) || !seen(element) || /^"?JetBrains Mono/.test(getComputedStyle(element).fontFamily)) continue;
      // A step is named by its instruction.
      const instruction = /^(?:FROM|RUN|COPY|WORKDIR) /;
      const said = node instanceof Element ? ['aria-label', 'title', 'placeholder', 'aria-valuetext'].map((name) => node.getAttribute(name) ?? '') : [node.textContent ?? ''];
      for (const text of said) if (!instruction.test(text) && words(text).length > 0) found.push(text.trim());
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
      if (path === '/') await expect(page.getByRole('tree', { name: /⟦/ })).not.toHaveCount(0);
      else await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^⟦/);
      expect.soft(await plainWords(page), path).toEqual([]);
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(viewport.width);
    }
    await context.close();
  });
}

test('no view, panel or dialog has words of its own, before a build and after it', async ({ page }) => {
  await page.goto('/?lang=pseudo');
  await expect(page.locator('.cm-editor').first()).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  expect.soft(await plainWords(page), 'keys').toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('status').first()).toContainText('⟦');
  for (const row of ['view', 'dock']) {
    const ids = await page.locator(`[role=tab][id^=${row}-tab]`).evaluateAll((tabs) => tabs.map(({ id }) => id));
    expect(ids.length).toBeGreaterThanOrEqual(4);
    for (const id of ids) {
      await page.locator(`#${id}`).click();
      await expect(page.locator(`#${id.replace('-tab-', '-panel-')}`)).not.toBeEmpty();
      expect.soft(await plainWords(page), id).toEqual([]);
    }
  }
});

test('a prediction has no words of its own, from the first mark to the score', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/?lang=pseudo');
  await page.locator('#view-tab-predict').click();
  const panel = page.locator('#view-panel-predict');
  await panel.getByRole('button').first().click();
  await expect(panel.getByRole('radio').first()).toBeVisible();
  expect.soft(await plainWords(page), 'marking').toEqual([]);
  await panel.getByRole('radio').first().focus();
  // All of them wrong: each reason and card is there to be read.
  for (let step = 0; step < 8; step++) await page.keyboard.press('m');
  await page.keyboard.press('Control+Enter');
  await expect(panel.getByRole('article').first()).toBeVisible();
  expect.soft(await plainWords(page), 'revealed').toEqual([]);
});

test('a talk has no words of its own, from its question to its reason', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/e/node-express/?lang=pseudo');
  await page.locator('header').getByRole('button', { name: pseudo('present.start') }).click();
  const talk = page.getByRole('dialog');
  await talk.getByRole('button', { name: pseudo('present.rehearse') }).click();
  await expect(talk.getByRole('button', { name: pseudo('present.next') })).toBeEnabled();
  const heading = talk.getByRole('heading', { level: 2 });
  for (const stop of ['start', 'question', 'answer', 'reason']) {
    await expect(heading).toContainText('⟦');
    expect.soft(await plainWords(page), stop).toEqual([]);
    const before = await heading.textContent();
    await page.keyboard.press('PageDown');
    await expect(heading).not.toHaveText(before ?? '');
  }
  await page.keyboard.press('n');
  await expect(talk.getByRole('textbox')).toBeVisible();
  expect.soft(await plainWords(page), 'notes').toEqual([]);
});

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
  await expect(page.getByRole('status').first()).toContainText(/^Build 2: 5 im Cache, 3 neu gebaut\. Schritt 5 COPY \. \. wurde neu gebaut, weil main\.go geändert wurde\. Dauer: \d+,\d\s*s\. Das Image ist neu\.$/);
  await expect(page.getByRole('region', { name: 'Warum' })).toContainText('COPY . . wurde neu gebaut, weil main.go geändert wurde.');
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
