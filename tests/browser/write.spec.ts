import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from './fixtures.ts';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

class Writer {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.goto('/learn/write/', { waitUntil: 'networkidle' });
  }

  /** The starter as its readers download it, with some texts of it replaced. */
  async starter(changed: Readonly<Record<string, (text: string) => string>> = {}): Promise<Uint8Array> {
    const found = await this.page.request.get('/learn/write/starter.zip');
    const files = unzipSync(new Uint8Array(await found.body()));
    for (const [path, change] of Object.entries(changed)) {
      const name = `my-first-lesson/${path}`;
      files[name] = strToU8(change(strFromU8(files[name]!)));
    }
    return zipSync(files);
  }

  async drop(zip: Uint8Array): Promise<void> {
    await this.page.evaluate((bytes) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(bytes)], 'my-first-lesson.zip', { type: 'application/zip' }));
      for (const type of ['dragenter', 'dragover', 'drop']) document.body.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
    }, [...zip]);
  }

  async readsWell(): Promise<void> {
    const { violations } = await new AxeBuilder({ page: this.page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
    expect(await this.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  }
}

test('the starter is dropped, proved and previewed; a mistake in it has its file and line; a false claim is found', async ({ page }) => {
  const writer = new Writer(page);
  await writer.open();
  await writer.drop(await writer.starter());
  await expect(page.getByText(/^All \d+ claims of this lesson come out as it says$/)).toBeVisible({ timeout: 40_000 });
  const preview = page.getByRole('region', { name: 'Preview' });
  await expect(preview.getByRole('heading', { name: 'My first lesson' })).toBeVisible();
  await expect(preview.getByRole('heading', { name: 'Exercise: Order' })).toBeVisible();

  await writer.drop(await writer.starter({ 'lesson.md': (text) => text.replace('minutes: 5', 'minuts: 5') }));
  await expect(page.getByRole('heading', { name: '2 problems keep this lesson from being read' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'lesson.md:5:1' })).toContainText('unknown key minuts; did you mean minutes?');
  await expect(page.getByRole('figure', { name: 'lesson.md:5:1, with the lines around it' })).toContainText('minuts: 5');
  await writer.readsWell();

  await writer.drop(await writer.starter({ 'questions.yaml': (text) => text.replace('npm ci: miss', 'npm ci: hit'), 'exercises/a-order.yaml': (text) => text.replace('hint: order', 'hint: stale') }));
  await expect(page.getByText('2 claims do not come out as they say')).toBeVisible({ timeout: 40_000 });
  await expect(page.getByRole('listitem').filter({ hasText: 'every file that ends in js or json' })).toContainText('gets the hints "order" and not "stale"');
});

test('a folder that means harm is refused with its line, and runs nothing', async ({ page }) => {
  const writer = new Writer(page);
  await writer.open();
  page.on('dialog', (dialog) => { throw new Error(dialog.message()); });
  await writer.drop(await writer.starter({ 'lesson.md': (text) => `${text}\n<script>alert(1)</script>\n\n[a](javascript:alert(1))\n`, 'scene.yaml': () => 'files: &a\n  Dockerfile: x\n  b: *a\n' }));
  await expect(page.getByRole('heading', { name: '3 problems keep this lesson from being read' })).toBeVisible();
  await expect(page.getByText('scene.yaml:3:6')).toBeVisible();
});

test('a folder that was opened is read again when its author comes back to the page', async ({ page }) => {
  const writer = new Writer(page);
  await writer.open();
  const files = Object.entries(unzipSync(await writer.starter())).flatMap(([path, bytes]) => (path.includes('.schemas') || path.endsWith('/') ? [] : [[path.split('/').slice(1), strFromU8(bytes)] as const]));
  // The browser's own folder stands in for one on the disk: its picker cannot be pressed here.
  await page.evaluate(async (texts) => {
    const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('kept-order', { create: true });
    for (const [path, text] of texts) {
      const folder = path.length > 1 ? await root.getDirectoryHandle(path[0]!, { create: true }) : root;
      const writable = await (await folder.getFileHandle(path.at(-1)!, { create: true })).createWritable();
      await writable.write(text);
      await writable.close();
    }
    Object.assign(globalThis, { showDirectoryPicker: () => Promise.resolve(root) });
  }, files);
  await page.getByRole('button', { name: 'Open a folder' }).click();
  await expect(page.getByText(/come out as it says$/)).toBeVisible({ timeout: 40_000 });
  await expect(page.getByText('kept-order')).toBeVisible();

  await page.evaluate(async () => {
    const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('kept-order');
    const writable = await (await root.getFileHandle('scene.yaml')).createWritable();
    await writable.write('fils: {}\n');
    await writable.close();
    window.dispatchEvent(new Event('focus'));
  });
  await expect(page.getByRole('listitem').filter({ hasText: 'scene.yaml:1:1' }).first()).toContainText('unknown key fils; did you mean files?');
});

test('works with the keyboard alone, and without scripts the guide is there', async ({ page, browser }) => {
  const writer = new Writer(page);
  await writer.open();
  const start = page.getByRole('button', { name: 'Try it with the starter' });
  await start.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'My first lesson' })).toBeVisible({ timeout: 40_000 });

  const context = await browser.newContext({ javaScriptEnabled: false });
  const bare = await context.newPage();
  await bare.goto('/learn/write/');
  await expect(bare.getByRole('heading', { name: 'In ten minutes' })).toBeVisible();
  await expect(bare.getByRole('rowheader', { name: 'no-ghost' })).toBeVisible();
  await context.close();
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [name, viewport] of [['desktop', { width: 1440, height: 900 }], ['tablet', { width: 820, height: 1180 }], ['phone', { width: 360, height: 740 }]] as const) {
    test(`${name}, ${colorScheme}: axe finds nothing, and nothing goes sideways`, async ({ browser }) => {
      const context = await browser.newContext({ colorScheme, viewport, reducedMotion: 'reduce' });
      const writer = new Writer(await context.newPage());
      await writer.open();
      await writer.readsWell();
      await writer.page.getByRole('button', { name: 'Try it with the starter' }).click();
      await expect(writer.page.getByText(/come out as it says$/)).toBeVisible({ timeout: 40_000 });
      await writer.readsWell();
      await context.close();
    });
  }
}
