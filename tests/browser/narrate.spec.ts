import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from './fixtures.ts';
import { Bench } from './workbench.ts';

class Narrator {
  readonly page: Page;
  readonly bench: Bench;
  readonly panel: Locator;
  readonly caption: Locator;
  readonly words: Locator;

  constructor(page: Page) {
    this.page = page;
    this.bench = new Bench(page);
    this.panel = page.getByRole('region', { name: 'Narrate' });
    this.caption = page.getByRole('region', { name: /^Narration: / });
    this.words = this.caption.getByRole('region', { name: 'What is said here' });
  }

  async open(): Promise<void> {
    await this.page.getByRole('tab', { name: 'Narrate' }).click();
    await expect(this.panel.getByRole('button', { name: 'Record stop' })).toBeEnabled();
  }

  async record(text: string): Promise<void> {
    await this.panel.getByRole('textbox', { name: /^Say something for stop / }).fill(text);
    await this.page.keyboard.press('Tab');
    await this.page.keyboard.press('Enter');
    await expect(this.panel.getByRole('textbox', { name: 'Words of stop' }).last()).toHaveValue(text);
  }

  /** Three stops: as the scene begins, after an edit, after the build of it with its layers. */
  async threeStops(): Promise<void> {
    await this.bench.open();
    await this.open();
    await this.record('Everything is cached.');
    await this.bench.append('README.md', 'More words.');
    await expect(this.bench.said).toContainText('will rebuild');
    await this.record('One word changed.\n\nWatch the copy.');
    await this.bench.build(2);
    await this.page.getByRole('tab', { name: 'Layers' }).click();
    await this.record('The image is the same.');
  }

  async file(): Promise<Buffer> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.panel.getByRole('button', { name: 'Save as file' }).click()]);
    expect(download.suggestedFilename()).toMatch(/\.layerscope-narration\.json$/);
    return readFileSync(await download.path());
  }

  async choose(buffer: Buffer): Promise<void> {
    await this.page.getByLabel('Open a narration').and(this.page.locator('input')).setInputFiles({ name: 'walk.layerscope-narration.json', mimeType: 'application/json', buffer });
  }

  async readsWell(): Promise<void> {
    const { violations } = await new AxeBuilder({ page: this.page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
  }
}

test('a walk is recorded in words, put in order, and shown with a remote', async ({ page }) => {
  const narrator = new Narrator(page);
  await narrator.threeStops();
  await narrator.panel.getByRole('button', { name: 'Move stop 3 up' }).click();
  await expect(narrator.panel.getByRole('textbox', { name: 'Words of stop 2' })).toHaveValue('The image is the same.');
  await narrator.panel.getByRole('button', { name: 'Move stop 2 down' }).click();
  await narrator.panel.getByRole('button', { name: 'Delete stop 1' }).click();
  await narrator.panel.getByRole('button', { name: 'Undo', exact: true }).click();
  await narrator.panel.getByRole('textbox', { name: 'Words of stop 1' }).fill('Nothing will rebuild.');
  await page.reload();
  await narrator.bench.ready();
  await narrator.open();
  await narrator.panel.getByRole('button', { name: 'Show narration' }).click();
  await expect(narrator.words).toHaveText('Nothing will rebuild.');
  await narrator.bench.states({ 'COPY everything to': /Cached/ });
  await page.keyboard.press('PageDown');
  await expect(narrator.words).toHaveText(/One word changed\.\s*Watch the copy\./);
  await narrator.bench.states({ 'COPY everything to': /Will rebuild/ });
  await page.keyboard.press('PageDown');
  await expect(narrator.words).toHaveText('The image is the same.');
  await expect(page.getByRole('tab', { name: 'Layers' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('PageUp');
  await expect(page.getByRole('tab', { name: 'Graph' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(narrator.caption).toHaveCount(0);
  await expect(narrator.bench.editor('README.md')).toContainText('More words.');
});

test('a narration that was sent is shown beside one’s own work, which stays', async ({ page, browser }) => {
  const narrator = new Narrator(page);
  await narrator.threeStops();
  const file = await narrator.file();
  const other = await browser.newContext();
  const reader = new Narrator(await other.newPage());
  await reader.bench.open();
  await reader.bench.append('go.mod', '// mine');
  await expect(reader.bench.said).toContainText('will rebuild');
  await expect(reader.page.getByText('Saved', { exact: true })).toBeVisible();
  await reader.page.goto('/teach/', { waitUntil: 'networkidle' });
  await reader.choose(Buffer.from(file.toString().replace('"parent": 0', '"parent": 7')));
  await expect(reader.page.getByRole('alert')).toContainText('This file is no narration that can be read.');
  await reader.choose(file);
  await expect(reader.words).toHaveText('Everything is cached.');
  await expect(reader.page.getByRole('button', { name: 'Record stop' })).toBeHidden();
  await reader.caption.getByRole('button', { name: 'Next stop' }).click();
  await expect(reader.words).toContainText('Watch the copy.');
  await reader.bench.append('README.md', 'And mine.');
  await reader.caption.getByRole('button', { name: 'End narration' }).click();
  await reader.bench.file('go.mod').click();
  await expect(reader.bench.editor('go.mod')).toContainText('// mine');
  await reader.page.reload();
  await reader.bench.ready();
  await reader.bench.file('README.md').click();
  await expect(reader.bench.editor('README.md')).not.toContainText('And mine.');
  await other.close();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`recorder and narration have nothing that hinders, ${colorScheme}`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme, reducedMotion: 'reduce', viewport: { width: 1440, height: 900 } });
    const narrator = new Narrator(await context.newPage());
    await narrator.threeStops();
    await narrator.readsWell();
    await narrator.panel.getByRole('button', { name: 'Show narration' }).click();
    await expect(narrator.words).toBeVisible();
    for (const width of [1440, 768, 360]) {
      await narrator.page.setViewportSize({ width, height: 800 });
      await narrator.readsWell();
      expect(await narrator.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    }
    await context.close();
  });
}
