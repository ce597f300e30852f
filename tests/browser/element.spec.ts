/** `<layer-scope>` in pages of somebody else, on another origin than the site: what it costs them, what it does there, and what it leaves alone. */
import AxeBuilder from '@axe-core/playwright';
import type { Page, Request } from '@playwright/test';
import { gzipSync } from 'node:zlib';
import { serveHosts, type Hosts } from '../embed/serve.ts';
import { expect, test } from './fixtures.ts';

interface Told {
  readonly event: string;
  readonly on: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

let hosts: Hosts;
test.beforeAll(async ({ baseURL }) => {
  hosts = await serveHosts(baseURL!);
});
test.afterAll(() => hosts.close());

/** Opens a page of somebody else, and keeps all that it asks for, is told, and complains about. */
async function visit(page: Page, path: string) {
  const asked: Request[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => void asked.push(request));
  page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
  page.on('pageerror', (error) => void complaints.push(String(error)));
  await page.addInitScript(() => {
    const told: unknown[] = [];
    Object.assign(window, { told });
    const names = ['ready', 'change', 'build', 'step', 'explain', 'predict', 'share', 'resize', 'expect', 'error', 'statement'];
    for (const name of names) addEventListener(`ls:${name}`, (event) => told.push({ event: name, on: (event.target as Element).id, detail: (event as CustomEvent).detail }));
    addEventListener('securitypolicyviolation', (event) => told.push({ event: 'violation', on: '', detail: { directive: event.violatedDirective, blocked: event.blockedURI } }));
  });
  await page.goto(`${hosts.origin}/${path}`);
  const told = (event: string): Promise<readonly Told[]> => page.evaluate((name) => (window as unknown as { told: Told[] }).told.filter((one) => one.event === name), event);
  return {
    complaints,
    told,
    /** Scripts of the site that were asked for. */
    scripts: () => asked.filter((request) => request.url().includes('/embed/')).map((request) => request.url()),
    ready: (n = 1) => expect.poll(async () => (await told('ready')).length, { timeout: 30_000 }).toBe(n),
  };
}

const dryRun = (page: Page) => page.getByRole('region', { name: /a dry run of docker build$/ });

test('costs a page one small script until it is near the window', async ({ page }) => {
  const { scripts, ready, complaints } = await visit(page, 'plain.html');
  await expect(page.getByRole('button', { name: 'Try it' })).toBeAttached();
  await page.waitForLoadState('networkidle');
  expect(scripts()).toHaveLength(1);
  const body = await (await page.request.get(scripts()[0]!)).body();
  expect(gzipSync(body, { level: 9 }).length).toBeLessThan(25_600);
  await page.getByRole('link', { name: 'To the end' }).click();
  await ready();
  await expect(dryRun(page)).toBeVisible();
  await expect(page.getByRole('img', { name: 'Three of eight steps will rebuild.' })).toBeHidden();
  expect(complaints).toEqual([]);
});

test('is edited and built by hand and by script, and tells the page', async ({ page }) => {
  const { told, ready } = await visit(page, 'plain.html#end');
  await ready();
  expect((await told('ready'))[0]).toMatchObject({ on: 'first', detail: { predicted: true, failed: false } });
  await expect(page.getByRole('button', { name: 'app.js', pressed: true })).toBeVisible();
  await page.getByRole('button', { name: 'README.md' }).click();
  await expect.poll(async () => (await told('change')).at(-1)?.detail['path']).toBe('README.md');
  await page.getByRole('button', { name: 'Build', exact: true }).click();
  await expect.poll(async () => (await told('build')).at(-1)?.detail['rebuilt']).toBeGreaterThan(0);
  const answers = await page.locator('layer-scope').evaluate(async (node: HTMLElement) => {
    const element = node as HTMLElement & Record<string, (...args: unknown[]) => Promise<never>>;
    const state = (await element['getState']!()) as { files: string[] };
    return { url: String(await element['getShareUrl']!()), step: (await element['step']!(1)) as { text: string }, svg: String(await element['exportSvg']!()), files: state.files, says: String(await element['explain']!()), wrong: await element['step']!(99).catch((error: Error) => error.message) };
  });
  expect(answers.url).toContain('#ls1.');
  expect(answers.step.text).toMatch(/^FROM node/);
  expect(answers.svg).toMatch(/^<svg/);
  expect(answers.files).toContain('src/app.js');
  expect(answers.says.length).toBeGreaterThan(10);
  expect(answers.wrong).toBe('There is no step 99.');
});

test('breaks no strict policy, and is styled under it, the editor too', async ({ page }) => {
  const { ready, told, complaints } = await visit(page, 'strict.html?engine=page');
  await ready();
  await expect(dryRun(page)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Build', exact: true })).toHaveCSS('background-color', 'rgb(28, 26, 23)');
  await page.getByRole('region', { name: 'Dockerfile, text' }).focus();
  const editor = page.getByRole('textbox', { name: 'Dockerfile, text' });
  await expect(editor).toBeVisible();
  await expect(page.locator('layer-scope .cm-scroller')).toHaveCSS('display', 'flex');
  await editor.press('Control+End');
  await editor.pressSequentially('LABEL a=b');
  await expect.poll(async () => (await told('change')).length).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Build', exact: true }).click();
  await expect.poll(async () => (await told('build')).length).toBe(1);
  expect(await told('violation')).toEqual([]);
  expect(complaints).toEqual([]);
  expect(page.workers()).toHaveLength(0);
});

test('lives without a worker where a policy forbids it, and with one where it does not', async ({ page }) => {
  const forbidden = await visit(page, 'strict.html');
  await forbidden.ready();
  expect((await forbidden.told('violation')).map(({ detail }) => detail)).toEqual([{ directive: 'worker-src', blocked: 'blob' }]);
  const allowed = await visit(page, 'strict.html?workers');
  await allowed.ready();
  expect(await allowed.told('violation')).toEqual([]);
  expect(page.workers()).toHaveLength(1);
});

test('three on one page share their code and one worker', async ({ page }) => {
  const { ready, scripts, told } = await visit(page, 'three.html');
  await ready(3);
  await expect(dryRun(page)).toHaveCount(3);
  expect(page.workers()).toHaveLength(1);
  // The page asks for a script once, and the worker may need the same one.
  const times = (name: RegExp) => scripts().filter((url) => name.test(url)).length;
  expect(times(/\/parts\/live-/)).toBe(1);
  expect(scripts().filter((url) => scripts().filter((other) => other === url).length > 2)).toEqual([]);
  await expect(page.locator('#my-code')).toBeVisible();
  await page.locator('#scene').evaluate((node) => node.remove());
  await page.locator('#files').getByRole('button', { name: 'Build', exact: true }).click();
  await expect.poll(async () => (await told('build')).map(({ on }) => on)).toEqual(['files']);
  await page.locator('#files, #block').evaluateAll((nodes) => nodes.forEach((node) => node.remove()));
  await expect.poll(() => page.workers().length).toBe(0);
});

test('works in a frame without an origin', async ({ page }) => {
  const { complaints } = await visit(page, 'frame.html');
  const inside = page.frameLocator('iframe');
  await expect(inside.getByRole('region', { name: /a dry run of docker build$/ })).toHaveCount(3);
  const scene = inside.locator('#scene');
  await scene.getByRole('button', { name: 'app.js' }).click();
  await expect(scene.getByRole('button', { name: 'app.js', pressed: true })).toBeVisible();
  await scene.getByRole('button', { name: 'Build', exact: true }).click();
  await expect(scene.getByRole('button', { name: 'app.js', pressed: false })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('waits for a touch where it is told to, and loses neither it nor the focus', async ({ page }) => {
  const { scripts, ready, told } = await visit(page, 'touch.html');
  await page.waitForLoadState('networkidle');
  expect(scripts()).toHaveLength(1);
  const height = async () => (await page.locator('#touched').boundingBox())!.height;
  const before = await height();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: /Try it|Loading/ })).toBeFocused();
  await ready();
  await expect(page.getByRole('button', { name: 'main.go', pressed: true })).toBeFocused();
  expect(await height()).toBeGreaterThanOrEqual(before);
  await page.getByRole('button', { name: 'Build', exact: true }).press('Enter');
  await expect.poll(async () => (await told('build')).length).toBe(1);
  await page.locator('#touched').evaluate((node: HTMLElement & { destroy?: () => Promise<void> }) => node.destroy?.());
  await expect(dryRun(page)).toHaveCount(0);
  await expect(page.locator('#touched pre')).toBeVisible();
  await page.getByRole('button', { name: 'Try it' }).click();
  await ready(2);
});

test('asks which steps will rebuild, is answered with the keyboard, and tells the page what was right', async ({ page }) => {
  const { ready, told, complaints } = await visit(page, 'ask.html');
  await ready();
  await expect(page.getByText('0 of 8 marked')).toBeVisible();
  expect(JSON.stringify(await told('ready'))).not.toMatch(/"(cached|rebuilt)"[,}]/);
  expect((await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()).violations.map(({ id }) => id)).toEqual([]);
  const tree = page.getByRole('tree', { name: /outcome hidden/ });
  await tree.focus();
  // Six steps of the first stage, then its head, and the two of the other.
  for (const key of ['Home', 'h', 'ArrowDown', 'h', 'ArrowDown', 'h', 'ArrowDown', 'h', 'ArrowDown', 'm', 'ArrowDown', 'm', 'Escape', 'ArrowRight', 'ArrowDown', 'h', 'ArrowDown', 'm']) await page.keyboard.press(key);
  await expect(page.getByText('8 of 8 marked')).toBeVisible();
  await page.getByRole('button', { name: 'Reveal' }).press('Enter');
  await expect(page.getByText('7 of 8 right', { exact: true })).toBeVisible();
  await expect(page.getByText('Not as marked: COPY --from=build /app /app')).toBeVisible();
  expect((await told('predict'))[0]).toMatchObject({ on: 'asked', detail: { right: 7, of: 8 } });
  expect((await told('statement')).at(-1)?.detail).toEqual({ verb: 'answered', object: 'go-two-stages', result: { score: 7 / 8, success: false } });
  await page.getByRole('button', { name: 'Start over' }).click();
  await expect(page.getByText('0 of 8 marked')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('follows its attributes and the page around it, and begins once wherever it is moved', async ({ page }) => {
  const { ready, told } = await visit(page, 'dark.html');
  await ready();
  const view = page.locator('#dark .ls-embed');
  await expect(view).toHaveCSS('color-scheme', 'dark');
  await page.evaluate(() => document.documentElement.classList.remove('dark'));
  await expect(view).toHaveCSS('color-scheme', 'light');
  const element = page.locator('#dark');
  await element.evaluate((node) => node.setAttribute('theme', 'dark'));
  await expect(view).toHaveCSS('color-scheme', 'dark');
  await element.evaluate((node) => document.body.append(node));
  await element.evaluate((node) => Object.assign(node, { view: 'graph' }));
  await expect(view.getByRole('region', { name: 'Dockerfile and files' })).toHaveCount(0);
  expect(await told('ready')).toHaveLength(1);
  await element.evaluate((node) => Object.assign(node, { state: '', scene: 'node-express', view: 'both' }));
  await page.evaluate(() => document.querySelector('layer-scope')!.replaceChildren());
  await element.evaluate((node) => {
    node.remove();
    return new Promise((resolve) => setTimeout(resolve)).then(() => document.body.append(node));
  });
  await expect.poll(async () => (await told('ready')).length, { timeout: 30_000 }).toBeGreaterThan(1);
  await expect(page.getByRole('region', { name: /^Node.js and Express/ })).toBeVisible();
});

test('takes what somebody wrote for text', async ({ page }) => {
  const { ready, told } = await visit(page, 'hostile.html');
  await ready();
  await expect(page.locator('#nothing').getByRole('status')).toHaveText('Nothing was given to show: a scene, a lesson, a link or a Dockerfile.');
  await expect(page.locator('#broken').getByRole('status')).toContainText('The link');
  await expect(page.getByText('What the page says by itself.')).toBeVisible();
  await expect(page.locator('#hostile')).toContainText('../../etc/passwd');
  expect((await told('error')).map(({ on }) => on)).toContain('broken');
  expect(await page.evaluate(() => ['hurt' in window, Object.keys(Object.prototype), ({} as { polluted?: unknown }).polluted])).toEqual([false, [], undefined]);
});

test('leaves the page’s own content where it cannot be loaded, and tries again', async ({ page }) => {
  await page.route('**/embed/parts/**', (route) => route.abort());
  const { told, ready } = await visit(page, 'touch.html');
  await page.getByRole('button', { name: 'Try it' }).click();
  await expect(page.locator('#touched').getByRole('status')).toHaveText(/^The dry run could not be loaded/);
  await expect(page.locator('#touched pre')).toBeVisible();
  expect((await told('error')).length).toBe(1);
  await page.unroute('**/embed/parts/**');
  await page.getByRole('button', { name: 'Try again' }).click();
  await ready();
  await expect(dryRun(page)).toBeVisible();
});

test('is the page’s own content without scripts', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${hosts.origin}/plain.html`);
  await expect(page.getByRole('img', { name: 'Three of eight steps will rebuild.' })).toBeVisible();
  await page.goto(`${hosts.origin}/touch.html`);
  await expect(page.getByText('RUN go mod download')).toBeVisible();
  await context.close();
});

for (const path of ['touch.html', 'dark.html'] as const) {
  test(`can be read and used by everyone: ${path}`, async ({ page }) => {
    const { ready } = await visit(page, path);
    const check = async () => (await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    if (path === 'touch.html') {
      expect(await check()).toEqual([]);
      await page.getByRole('button', { name: 'Try it' }).click();
    }
    await ready();
    await expect(dryRun(page)).toBeVisible();
    expect(await check()).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await check()).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
}
