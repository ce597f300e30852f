import AxeBuilder from '@axe-core/playwright';
import { readFile } from 'node:fs/promises';
import { readGif } from '../../src/lib/picture/gif-file.fixture.ts';
import { expect, test, type Download, type Locator, type Page } from './fixtures.ts';
import { Bench } from './workbench.ts';

/** The dialog that saves pictures, in the words of who uses it. */
class Picture {
  readonly page: Page;
  readonly dialog: Locator;
  readonly preview: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog', { name: 'Save a picture' });
    this.preview = this.dialog.getByRole('img');
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: 'More', exact: true }).click();
    await this.page.getByRole('button', { name: 'Picture', exact: true }).click();
    await expect(this.dialog).toBeVisible();
  }

  async choose(name: 'What' | 'Colours' | 'Width', option: string): Promise<void> {
    await this.dialog.getByRole('combobox', { name }).selectOption(option);
  }

  async press(group: 'Format' | 'Scale' | 'Ground' | 'Speed', option: string): Promise<void> {
    await this.dialog.getByRole('radiogroup', { name: group }).getByText(option, { exact: true }).click();
  }

  async save(button = 'Save'): Promise<Download> {
    const download = this.page.waitForEvent('download');
    await this.dialog.getByRole('button', { name: button, exact: true }).click();
    return download;
  }
}

const bytesOf = async (download: Download): Promise<Buffer> => readFile(await download.path());

/** Size of an image file as the browser decodes it, its colour in the corner, and how many colours it has. */
function decoded(page: Page, bytes: Buffer, type: string): Promise<{ readonly width: number; readonly height: number; readonly corner: readonly number[]; readonly colours: number }> {
  return page.evaluate(async ({ data, type }) => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))], { type }));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
    context.drawImage(image, 0, 0);
    const { data: pixels } = context.getImageData(0, 0, image.width, image.height);
    const colours = new Set(new Uint32Array(pixels.buffer));
    return { width: image.width, height: image.height, corner: [...pixels.slice(0, 4)], colours: colours.size };
  }, { data: bytes.toString('base64'), type });
}

test('a picture is saved as it is seen: SVG with a name, PNG in the dark at twice its size', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open();
  const picture = new Picture(page);
  await picture.open();
  await expect(picture.preview).toHaveAccessibleName(/^Go, two stages, next build\. /);

  const svg = await picture.save();
  expect(svg.suggestedFilename()).toBe('layerscope-go-two-stages-next-build-graph.svg');
  const text = (await bytesOf(svg)).toString();
  const read = await page.evaluate((source) => {
    const root = new DOMParser().parseFromString(source, 'image/svg+xml');
    return { broken: root.querySelector('parsererror') !== null, role: root.documentElement.getAttribute('role'), title: root.querySelector('title')?.textContent, words: root.documentElement.textContent };
  }, text);
  expect(read).toMatchObject({ broken: false, role: 'img', title: 'Go, two stages, next build' });
  expect(read.words).toContain('Layerscope');

  await picture.press('Format', 'PNG');
  await picture.choose('Colours', 'dark');
  await expect(picture.dialog).toContainText('layerscope-go-two-stages-next-build-graph-dark.png');
  const [, width, height] = /(\d+) × (\d+) pixels/.exec(await picture.dialog.innerText())!;
  const png = await picture.save();
  const image = await decoded(page, await bytesOf(png), 'image/png');
  expect(image).toMatchObject({ width: Number(width), height: Number(height) });
  expect(image.width).toBeGreaterThan(1_200);
  expect(Math.max(...image.corner.slice(0, 3))).toBeLessThan(60);
  expect(image.corner[3]).toBe(255);
  expect(image.colours).toBeGreaterThan(50);

  await picture.press('Ground', 'Transparent');
  await picture.press('Scale', '1×');
  await expect(picture.dialog).toContainText(`${Number(width) / 2} × `);
  const bare = await decoded(page, await bytesOf(await picture.save()), 'image/png');
  expect(bare.width).toBe(Number(width) / 2);
  expect(bare.corner[3]).toBe(0);
});

test('every view can be saved, or says in words why there is nothing to save', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open('/e/secrets-leak/');
  await bench.build(2);
  const picture = new Picture(page);
  await picture.open();
  const views = await picture.dialog.getByRole('combobox', { name: 'What' }).getByRole('option').evaluateAll((all) => all.map((option) => (option as HTMLOptionElement).value));
  expect(views.length).toBeGreaterThan(12);
  const without: string[] = [];
  for (const view of views) {
    await picture.choose('What', view);
    const save = picture.dialog.getByRole('button', { name: 'Save', exact: true });
    const none = picture.dialog.getByText(/^(Nothing |No build |There (is|are) no|The steps |Select a step)/);
    await expect(save.and(page.locator(':enabled')).or(none).first()).toBeVisible();
    await expect(picture.dialog.getByText(`build-2-${view}.svg`).or(none).first()).toBeVisible();
    if (await none.isVisible()) without.push(view);
  }
  expect(without).toEqual(expect.arrayContaining(['predict', 'registry', 'terminal']));
  expect(without.filter((view) => ['graph', 'timeline', 'files', 'layers', 'history', 'duel', 'log', 'advice'].includes(view))).toEqual([]);
});

test('a rebuild is saved as a film that can be cancelled, and was drawn frame by frame', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open();
  await page.getByRole('button', { name: 'Make a commit' }).click();
  await page.getByRole('menuitem').first().click();
  await bench.build(2);
  const picture = new Picture(page);
  await picture.open();
  await picture.choose('What', 'why');
  await expect(picture.preview).toHaveAccessibleName(/rebuilt because/);
  await picture.press('Format', 'GIF');
  await picture.press('Speed', '2×');
  await picture.choose('Width', '480');
  await expect(picture.dialog.getByRole('button', { name: 'Play the preview' })).toBeVisible();

  await picture.dialog.getByRole('button', { name: 'Make and save' }).click();
  await picture.dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(picture.dialog).toContainText('Nothing was saved.');

  const download = await picture.save('Make and save');
  expect(download.suggestedFilename()).toBe('layerscope-go-two-stages-build-2-graph.gif');
  await expect(picture.dialog).toContainText(/Saved as .* frames, /);
  const bytes = await bytesOf(download);
  const gif = readGif(bytes);
  const [, width, height] = /(\d+) × (\d+) pixels/.exec(await picture.dialog.innerText())!;
  expect(gif).toMatchObject({ signature: 'GIF89a', width: Number(width), height: Number(height), repeat: 0 });
  expect(gif.frames.length).toBeGreaterThan(10);
  expect(gif.frames.at(-1)!.delay).toBe(2_000);
  expect((await decoded(page, bytes, 'image/gif')).colours).toBeGreaterThan(20);
  expect(bytes.length).toBeLessThan(1_000_000);
});

test('the dialog is used by keyboard alone, and the focus returns', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open();
  const more = page.getByRole('button', { name: 'More', exact: true });
  await more.press('Enter');
  await page.getByRole('button', { name: 'Picture', exact: true }).press('Enter');
  const picture = new Picture(page);
  await expect(picture.preview).toBeVisible();
  await picture.dialog.getByRole('radio', { name: 'SVG' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(picture.dialog.getByRole('radio', { name: 'PNG' })).toBeChecked();
  const save = picture.dialog.getByRole('button', { name: 'Save', exact: true });
  await expect(save).toBeEnabled();
  const download = page.waitForEvent('download');
  await save.press('Enter');
  expect((await download).suggestedFilename()).toMatch(/\.png$/);
  await page.keyboard.press('Escape');
  await expect(picture.dialog).toBeHidden();
});

for (const [colorScheme, width] of [['light', 1440], ['dark', 1440], ['light', 360]] as const) {
  test(`nothing for axe to find in the dialog, ${colorScheme}, ${width} wide`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 } });
    const page = await context.newPage();
    await page.goto('/');
    await expect(page.getByRole('button', { name: 'Build', exact: true })).toBeEnabled();
    const picture = new Picture(page);
    await picture.open();
    for (const format of ['SVG', 'PNG', 'GIF']) {
      await picture.press('Format', format);
      await expect(picture.preview.or(picture.dialog.getByText('Build first')).first()).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).include('dialog').withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await context.close();
  });
}
