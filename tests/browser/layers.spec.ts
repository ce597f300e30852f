import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from './fixtures.ts';
import { readFile } from 'node:fs/promises';
import { Bench } from './workbench.ts';

/** The layers view, in the words of who looks at it. */
class Layers {
  readonly page: Page;
  readonly view: Locator;
  readonly contents: Locator;

  constructor(page: Page) {
    this.page = page;
    this.view = page.getByRole('region', { name: 'Layers', exact: true });
    this.contents = this.view.getByRole('region', { name: /^Contents of/ });
  }

  async show(): Promise<void> {
    await this.page.getByRole('tab', { name: 'Layers' }).click();
    await expect(this.layer(1)).toBeVisible();
  }

  layer(number: number): Locator {
    return this.view.getByRole('button', { name: new RegExp(`^Layer ${number},`) });
  }

  file(name: string): Locator {
    return this.view.getByRole('treeitem', { name: new RegExp(`^${name.replace('.', '\\.')}`) });
  }

  /** Another part of the image in the pane at the right. */
  async part(name: RegExp): Promise<void> {
    await this.view.getByRole('radiogroup', { name: 'What to show of the image' }).getByRole('radio', { name }).check({ force: true });
  }

  /** Picks an archive to look into. */
  async openImage(name: string, buffer: Buffer): Promise<void> {
    const chosen = this.page.waitForEvent('filechooser');
    await this.view.getByRole('button', { name: 'Open a saved image…' }).click();
    await (await chosen).setFiles({ name, mimeType: 'application/x-tar', buffer });
  }
}

/** A build whose every byte is real, saved as an archive. */
async function savedImage(page: Page): Promise<{ readonly layers: Layers; readonly bytes: Buffer }> {
  const bench = new Bench(page);
  await bench.open();
  await bench.replace('Dockerfile', 'FROM scratch\nCOPY README.md go.mod /\nENV MODE=prod\n');
  await expect(bench.step('README.md')).toContainText('Will rebuild');
  await bench.build(2);
  const layers = new Layers(page);
  await layers.show();
  const download = page.waitForEvent('download');
  await layers.view.getByRole('button', { name: 'Save as archive' }).click();
  const saved = await download;
  await expect(layers.view.getByRole('status')).toContainText('Real tools can open it.');
  return { layers, bytes: await readFile(await saved.path()) };
}

test('a deleted secret is found, dug up and read', async ({ page }) => {
  await page.goto('/e/secrets-leak');
  const layers = new Layers(page);
  await layers.show();
  await expect(layers.view).toContainText('Deleting app/.env hid it and freed nothing: it can still be read from layer 5.');
  await layers.layer(6).click();
  await layers.file('.env').click();
  await expect(layers.contents).toContainText('This layer hides it. Layer 5 still has it.');
  await layers.contents.getByRole('button', { name: 'Dig it up' }).click();
  await expect(layers.contents).toContainText('DATABASE_URL=postgres://billing:');
  await layers.part(/^Config/);
  await expect(layers.view.getByRole('row', { name: 'WorkingDir /app' })).toBeVisible();
});

test('a part of the treemap opens in the tree, with its contents or the plain word that nobody has them', async ({ page }) => {
  await page.goto('/e/secrets-leak');
  const layers = new Layers(page);
  await layers.show();
  const node = layers.view.getByRole('button', { name: /^usr\/local\/bin\/node,/ });
  await expect(node).toHaveCount(0);
  await layers.view.getByRole('button', { name: 'Show the base: off' }).click();
  await node.click();
  await expect(layers.view.getByRole('heading', { name: 'Files of layer 1' })).toBeVisible();
  await expect(layers.contents).toContainText('Described: nobody has these bytes.');
  await expect(layers.contents).toContainText('From the image');
  await layers.view.getByText('Table', { exact: true }).click();
  await layers.view.getByRole('table', { name: 'Where the bytes are' }).getByRole('button', { name: 'app/.env' }).click();
  await expect(layers.contents).toContainText('DATABASE_URL=');
});

test('everything can be reached and read with the keyboard alone', async ({ page }) => {
  await page.goto('/e/secrets-leak');
  const layers = new Layers(page);
  await page.getByRole('tab', { name: 'Graph' }).focus();
  const tab = page.getByRole('tab', { name: 'Layers' });
  for (let i = 0; i < 12 && (await tab.getAttribute('aria-selected')) !== 'true'; i++) await page.keyboard.press('ArrowRight');
  await expect(layers.layer(5)).toBeVisible();
  await layers.layer(4).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(layers.layer(5)).toHaveAttribute('aria-pressed', 'true');
  await layers.file('app').focus();
  for (let i = 0; i < 8 && !(await layers.file('.env').evaluate((row) => row === document.activeElement)); i++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(layers.contents).toContainText('DATABASE_URL=');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowLeft');
  await expect(layers.file('.env')).toHaveCount(0);
});

test('a file leads through the stages to the command and the files it was made from, and these lead back', async ({ page }) => {
  await page.goto('/e/go-two-stages');
  const layers = new Layers(page);
  const bench = new Bench(page);
  await layers.show();
  await layers.file('app').click();
  const origin = layers.contents.getByRole('region', { name: 'Where it came from' });
  await expect(origin.getByRole('listitem').filter({ hasText: 'Copied in stage-1' })).toContainText('COPY --from=build');
  await expect(origin).toContainText(/Written in build, line \d+/);
  await origin.getByText(/^It read \d+ files of the context$/).click();
  await origin.getByRole('button', { name: 'main.go' }).click();
  await expect(bench.editor('main.go')).toBeVisible();
  await page.getByRole('tab', { name: 'Layers' }).click();
  await layers.file('app').click();
  await origin.getByRole('button', { name: /^Show RUN .*go build.* in the graph$/ }).click();
  await expect(bench.why).toContainText('go build');
});

test('a line leads to what would be missing without it', async ({ page }) => {
  await page.goto('/e/secrets-leak');
  const layers = new Layers(page);
  await layers.show();
  await layers.view.getByRole('button', { name: 'Without this line…' }).click();
  await expect(layers.view.getByRole('region', { name: 'Error of the build' })).toContainText(/ERROR: failed to build: failed to solve: process "\/bin\/sh -c rm \.env" did not complete successfully/);
  await layers.view.getByRole('button', { name: /^Line \d+ RUN npm ci/ }).click();
  await expect(layers.view).toContainText(/Without it: \d+ files missing/);
  await layers.part(/^Files/);
  await layers.layer(6).click();
  await layers.view.getByText('Everything', { exact: true }).click();
  await layers.file('app').click();
  await expect(layers.file('node_modules')).toBeVisible();
});

test('two builds are set side by side', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open();
  await bench.append('main.go', '// longer\n');
  await bench.build(2);
  const layers = new Layers(page);
  await layers.show();
  await layers.view.getByRole('combobox', { name: 'Compare with' }).selectOption({ label: await layers.view.getByRole('combobox', { name: 'Compare with' }).getByRole('option', { name: /^Build 1/ }).innerText() });
  await expect(layers.view).toContainText(/(?:Against|from) Build 1/);
});

test('layers and builds are compared, with the lines of their texts', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open();
  await bench.replace('Dockerfile', 'FROM scratch\nCOPY go.mod main.go /\nCOPY main.go /go.mod\n');
  await expect(bench.step('main.go').first()).toContainText('Will rebuild');
  await bench.build(2);
  const layers = new Layers(page);
  await layers.show();
  await layers.view.getByRole('combobox', { name: 'Compare with' }).selectOption('build 2');
  await expect(layers.view).toContainText('Against layer 1 of Build 2');
  await layers.view.getByRole('button', { name: /^changed go\.mod/ }).click();
  const diff = layers.view.getByRole('region', { name: 'Differences in go.mod' });
  await expect(diff).toContainText(/\d+ lines added, \d+ removed/);
  await expect(diff.getByRole('row', { name: /added package main$/ })).toBeVisible();
  await layers.view.getByText('Their own files', { exact: true }).click();
  await expect(layers.view.getByRole('button', { name: /^removed main\.go/ })).toBeVisible();
});

test('an opened archive is read again by itself after the engine was started again', async ({ page }) => {
  const { layers, bytes } = await savedImage(page);
  await layers.openImage('mine.tar', bytes);
  await expect(layers.view.getByRole('combobox', { name: 'Image' })).toContainText('mine.tar');
  await page.workers()[0]!.evaluate(() => self.close());
  await expect(layers.view.getByRole('status')).toContainText('mine.tar was read again');
  await layers.part(/^Files/);
  await layers.file('go.mod').click();
  await expect(layers.contents).toContainText('module');
});

test('an image whose every byte is real is saved, opened again and found the same; a damaged one is refused in a sentence', async ({ page }) => {
  const { layers, bytes } = await savedImage(page);
  await layers.openImage('mine.tar', bytes);
  await expect(layers.view.getByRole('combobox', { name: 'Image' })).toContainText('mine.tar');
  await expect(layers.view.getByRole('status')).toContainText('gone when the tab closes');
  await layers.view.getByRole('combobox', { name: 'Compare with' }).selectOption('build 2');
  await expect(layers.view).toContainText('Nothing differs');
  await layers.part(/^Files/);
  await layers.file('go.mod').click();
  await expect(layers.contents).toContainText('module');
  const broken = Buffer.from(bytes);
  const at = broken.indexOf('"architecture"');
  broken[at + 1] = broken[at + 1]! ^ 1;
  await layers.openImage('broken.tar', broken);
  await expect(page.getByRole('dialog')).toContainText(/The archive is damaged: the contents of sha256:[0-9a-f]{64} are others\./);
  await page.getByRole('button', { name: 'Close', exact: true }).first().click();
  await expect(layers.view.getByRole('combobox', { name: 'Image' })).toContainText('mine.tar');
});

test('a saved image that is dropped is an image and no project', async ({ page }) => {
  const { layers, bytes } = await savedImage(page);
  await page.getByRole('tab', { name: 'Graph' }).click();
  const transfer = await page.evaluateHandle((base64) => {
    const data = new DataTransfer();
    data.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], 'dropped.tar'));
    return data;
  }, bytes.toString('base64'));
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await expect(layers.view.getByRole('combobox', { name: 'Image' })).toContainText('dropped.tar');
  await expect(page.getByRole('heading', { level: 1 }).or(page.getByRole('button', { name: /Go/ })).first()).toBeVisible();
});

test('an image with modelled layers cannot be saved, and says which', async ({ page }) => {
  await page.goto('/e/secrets-leak');
  const layers = new Layers(page);
  await layers.show();
  await layers.view.getByRole('button', { name: 'Save as archive' }).click();
  await expect(layers.view.getByRole('status')).toContainText(/cannot be saved: the layer [0-9a-f]{12} stands for files whose contents are not in this page/);
});

test('a real build is replayed from its output, and Why says what a recorded log cannot', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open();
  await page.getByRole('button', { name: 'Open a folder or archive' }).click();
  await page.getByRole('menuitem', { name: 'Replay a real build…' }).click();
  const field = page.getByRole('textbox', { name: 'Output of the build' });
  await field.fill('#1 [internal] load build definition\n');
  await page.getByRole('button', { name: 'Replay', exact: true }).last().click();
  await expect(page.getByRole('alert')).toContainText('This is the plain log.');
  const lines = [
    { CreatedAt: '2026-03-01T10:00:20Z', CreatedBy: 'RUN /bin/sh -c make # buildkit', Size: '12MB' },
    { CreatedAt: '2026-03-01T10:00:05Z', CreatedBy: '/bin/sh -c #(nop) ADD file:abc in / ', Size: '5MB' },
  ];
  await field.fill(lines.map((line) => JSON.stringify(line)).join('\n'));
  await page.getByRole('button', { name: 'Replay', exact: true }).last().click();
  await expect(bench.said).toContainText('Build 2:');
  await expect(bench.said).toContainText('A real build, replayed.');
  await page.getByRole('slider', { name: 'Playhead' }).press('End');
  await bench.select('RUN make');
  await expect(bench.why).toContainText('does not tell why.');
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await expect(bench.builds.getByRole('radio', { name: /^Build 2/ })).toHaveCount(0);
});

for (const [name, viewport] of Object.entries({ wide: { width: 1440, height: 900 }, medium: { width: 1024, height: 768 }, phone: { width: 360, height: 780 } })) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${name}, ${colorScheme}: axe finds nothing in the layers of an image, and nothing is wider than the window`, async ({ browser }) => {
      const context = await browser.newContext({ viewport, colorScheme });
      const page = await context.newPage();
      await page.goto('/e/secrets-leak');
      const layers = new Layers(page);
      await layers.show();
      const check = async () => {
        const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
      };
      await layers.part(/^Ghosts/);
      await check();
      await layers.view.getByRole('button', { name: /^Dig up/ }).click();
      await expect(layers.contents).toContainText('DATABASE_URL=');
      await expect(layers.contents).toContainText('From the context');
      // What is in the file stands below the tree and on none of its rows.
      const last = (await layers.file('README.md').boundingBox())!;
      if (viewport.width < 860) expect((await layers.contents.boundingBox())!.y).toBeGreaterThanOrEqual(last.y + last.height - 1);
      await check();
      await layers.part(/^Lines/);
      await layers.view.getByRole('button', { name: /^Line \d+ RUN npm ci/ }).click();
      await expect(layers.view).toContainText(/Without it: \d+ files missing/);
      await layers.view.getByText('Table', { exact: true }).click();
      await check();
      await layers.view.getByRole('combobox', { name: 'Compare with' }).selectOption('build 1');
      await layers.view.getByRole('button', { name: /^removed app\/\.env/ }).click();
      await expect(layers.view.getByRole('region', { name: 'Differences in app/.env' })).toContainText('1 removed');
      await check();
      expect(await layers.view.evaluate((view) => view.scrollWidth - view.clientWidth)).toBeLessThanOrEqual(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      await context.close();
    });
  }
}
