import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from './fixtures.ts';
import { zipSync } from 'fflate';
import { Bench } from './workbench.ts';

const made = mkdtempSync(join(tmpdir(), 'layerscope-'));
const project = join(made, 'my-app');
const bytes = (text: string) => new TextEncoder().encode(text);

const files = {
  Dockerfile: 'FROM node:22-alpine\nWORKDIR /app\nCOPY package.json ./\nRUN npm install\nCOPY . .\n',
  '.dockerignore': 'node_modules\n',
  'package.json': '{"name":"my-app"}\n',
  'src/index.js': 'console.log(1)\n',
  'node_modules/left-pad/index.js': 'pad\n',
};

test.beforeAll(() => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(project, path, '..'), { recursive: true });
    writeFileSync(join(project, path), text);
  }
});

test.afterAll(() => rmSync(made, { recursive: true }));

/** Browsers without handles ask with a file input, and so can a test. */
async function withoutHandles(page: Page): Promise<void> {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'showDirectoryPicker'));
}

async function pick(page: Page, item: RegExp, path: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  await page.getByRole('button', { name: 'Open a folder or archive' }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('menuitem', { name: item }).click();
  await (await chooser).setFiles(path);
}

const folder = /^Open a folder/;
const archive = /^Open a zip or tar/;
const said = (page: Page) => page.getByRole('status').filter({ hasText: 'sent nowhere' });

test('a folder becomes the context, builds, and undo brings the scene back', async ({ page }) => {
  await withoutHandles(page);
  const bench = new Bench(page);
  await bench.open();
  await pick(page, folder, project);
  await expect(said(page)).toContainText(/4 files, 1\d\d\sB, read in this tab and sent nowhere\. What \.dockerignore keeps out was not read\./);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('my-app');
  await expect(bench.file('package.json')).toBeVisible();
  await expect(bench.file('main.go')).toHaveCount(0);
  await expect(bench.files.getByRole('tree', { name: 'Kept out by .dockerignore' })).toContainText('node_modules');
  await bench.states({ 'FROM node 22-alpine': /will/i, 'RUN npm install': /will/i });
  await bench.file('index.js').click();
  await expect(bench.editor('src/index.js')).toContainText('console.log(1)');

  await bench.build(1);
  await bench.states({ 'RUN npm install': /rebuilt/i });
  await bench.editor('src/index.js').click();
  await page.keyboard.type('// more');
  await bench.states({ 'RUN npm install': /cached/i, 'COPY everything': /will/i });

  for (let i = 0; i < 3; i++) await page.getByRole('button', { name: /^Undo/ }).first().click();
  await expect(bench.file('main.go')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText('my-app');
});

test('a zip keeps its bytes through a reload, and a tar.gz replaces it', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open();
  await pick(page, archive, { name: 'download.zip', mimeType: 'application/zip', buffer: Buffer.from(zipSync({ 'zipped/docker/Dockerfile': bytes('FROM alpine\nCOPY logo.png /\n'), 'zipped/logo.png': new Uint8Array([0x89, 0x50, 0xff]) })) });
  await expect(page.getByRole('heading', { level: 1 })).toContainText('zipped');
  await expect(bench.editor('docker/Dockerfile')).toContainText('COPY logo.png');
  await bench.states({ 'COPY logo.png': /will/i });
  await expect(page.getByText('Saved', { exact: true }).first()).toBeAttached();
  await page.reload();
  await expect(bench.editor('docker/Dockerfile')).toContainText('COPY logo.png');

  const tar = join(made, 'my-app.tar.gz');
  spawnSync('tar', ['-czf', tar, '-C', made, 'my-app']);
  await pick(page, archive, tar);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('my-app');
  await expect(bench.file('logo.png')).toHaveCount(0);
});

test('a bomb is refused with a sentence, and nothing has changed', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open();
  await pick(page, archive, { name: 'bomb.zip', mimeType: 'application/zip', buffer: Buffer.from(zipSync({ zeros: new Uint8Array(70_000_000) })) });
  const dialog = page.getByRole('dialog', { name: 'bomb.zip was not opened' });
  await expect(dialog).toContainText(/It has 70\.0\sMB to read, most of it in zeros; 64\.0\sMB is the most that a tab takes\./);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(bench.file('main.go')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Nothing to undo' }).first()).toBeDisabled();
});

test('reading can be cancelled, with the keyboard alone', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open();
  const button = page.getByRole('button', { name: 'Open a folder or archive' });
  await button.press('Enter');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();

  // The reader of archives arrives only after the test: reading cannot be done before it is cancelled.
  const held = new Promise<void>((resolve) => page.once('close', () => resolve()));
  await page.route(/archive\.worker/, async (route) => {
    await held;
    await route.abort().catch(() => undefined);
  });
  const many = { 'index.js': bytes('export default 1;\n') };
  await pick(page, archive, { name: 'many.zip', mimeType: 'application/zip', buffer: Buffer.from(zipSync(many, { level: 0 })) });
  const dialog = page.getByRole('dialog', { name: 'Opening many.zip' });
  await expect(dialog.getByRole('progressbar')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(bench.file('main.go')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Nothing to undo' }).first()).toBeDisabled();
});

test('a project without a Dockerfile is offered one', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open();
  await pick(page, archive, { name: 'site.zip', mimeType: 'application/zip', buffer: Buffer.from(zipSync({ 'index.html': bytes('<p>hi'), 'style.css': bytes('p{}') })) });
  await expect(page.getByRole('dialog', { name: 'site has no Dockerfile' })).toBeVisible();
  await expect(page.getByText('No Dockerfile yet').first()).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Create a Dockerfile' }).click();
  await expect(bench.editor('Dockerfile')).toContainText('FROM nginx:alpine');
  await bench.states({ 'COPY everything to /usr/share/nginx/html': /will/i });
});

test('what is dropped anywhere on the page is opened, and the page says so before', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open();
  await bench.append('Dockerfile', '# of the scene\n');
  const zip = [...zipSync({ Dockerfile: bytes('FROM alpine\nCOPY a /\n'), a: bytes('a') })];
  const transfer = await page.evaluateHandle((packed) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(packed)], 'dropped.zip'));
    return data;
  }, zip);
  await bench.graph.dispatchEvent('dragover', { dataTransfer: transfer });
  await expect(page.getByText('Drop a folder, a zip, a tar or a saved image.')).toBeVisible();
  await bench.editor('Dockerfile').dispatchEvent('drop', { dataTransfer: transfer });
  await expect(page.getByText('Drop a folder, a zip, a tar or a saved image.')).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('dropped');
  await bench.states({ 'COPY a': /will/i });

  // What was typed before is no part of this project's editor.
  await bench.editor('Dockerfile').click();
  await page.keyboard.press('Control+z');
  await expect(bench.editor('Dockerfile')).toHaveText(/^FROM alpine.*COPY a/);
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await expect(bench.editor('Dockerfile')).toContainText('# of the scene');
});
