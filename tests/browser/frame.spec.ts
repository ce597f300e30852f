/** The frame `/embed/` in pages of somebody else, what it answers to their messages, and the page that makes the text for it. */
import AxeBuilder from '@axe-core/playwright';
import type { FrameLocator, Page } from '@playwright/test';
import type { Layerscope } from '../../src/embed/frame/host.ts';
import type { EventName } from '../../src/embed/vocabulary.ts';
import { serveHosts, type Hosts } from '../embed/serve.ts';
import { expect, test } from './fixtures.ts';

interface HostWindow {
  readonly embeds: Readonly<Record<string, Layerscope>>;
  readonly events: readonly { readonly event: EventName; readonly on: string; readonly detail: Readonly<Record<string, unknown>> }[];
  readonly connectLayerscope: (iframe: HTMLIFrameElement) => Promise<Layerscope>;
}

let hosts: Hosts;
test.beforeAll(async ({ baseURL }) => {
  hosts = await serveHosts(baseURL!);
});
test.afterAll(() => hosts.close());

const dryRun = (frame: FrameLocator) => frame.getByRole('region', { name: /a dry run of docker build$/ });

/** Details of the events of a frame, in order. */
const heard = (page: Page, on: string, event: EventName) =>
  page.evaluate(([on, event]) => (window as unknown as HostWindow).events.filter((one) => one.on === on && one.event === event).map(({ detail }) => detail), [on, event] as const);

async function visit(page: Page, id: string) {
  await page.goto(`${hosts.origin}/frames.html`);
  await page.locator(`#${id}`).scrollIntoViewIfNeeded();
  const frame = page.frameLocator(`#${id}`);
  await expect(dryRun(frame)).toBeVisible({ timeout: 45_000 });
  await expect.poll(() => page.evaluate((id) => id in ((window as unknown as Partial<HostWindow>).embeds ?? {}), id)).toBe(true);
  return frame;
}

for (const id of ['boxed', 'open']) {
  test(`${id === 'boxed' ? 'in a sandbox without an origin' : 'without a sandbox'}: edited and built by hand and by script, and the page is told`, async ({ page }) => {
    const frame = await visit(page, id);
    await expect.poll(() => heard(page, id, 'ready')).toHaveLength(1);
    const says = await page.evaluate(async (id) => {
      const api = (window as unknown as HostWindow).embeds[id]!;
      await api.editFile('README.md', 'Another line.\n');
      return (await api.build()).says;
    }, id);
    expect(says).toMatch(/^Build 2: /);
    expect((await heard(page, id, 'change')).at(-1)).toMatchObject({ path: 'README.md' });
    await frame.getByRole('button', { name: 'Build', exact: true }).click();
    await expect.poll(async () => (await heard(page, id, 'build')).at(-1)?.['build']).toBe(3);
    await page.evaluate((id) => (window as unknown as HostWindow).embeds[id]!.present({ theme: 'dark', lang: 'de' }), id);
    await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(frame.getByRole('link', { name: 'In Layerscope öffnen' })).toBeVisible();
  });
}

test('is as high as its content, narrow and wide', async ({ page }) => {
  const frame = await visit(page, 'boxed');
  const gap = async () => Math.abs((await page.locator('#boxed').evaluate((iframe) => iframe.clientHeight)) - (await dryRun(frame).boundingBox())!.height);
  await expect.poll(gap).toBeLessThan(3);
  await page.setViewportSize({ width: 420, height: 800 });
  await expect.poll(gap).toBeLessThan(3);
  await expect.poll(() => frame.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth)).toBe(0);
});

test('refuses with a sentence what it does not understand, and is none the worse for it', async ({ page }) => {
  await visit(page, 'open');
  const refusals = await page.evaluate(async () => {
    const { embeds } = window as unknown as HostWindow;
    const api = embeds['open'] as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
    const said = (call: Promise<unknown>) => call.then(() => 'done', (error: Error) => error.message);
    return [
      await said(api['editFile']!('README.md', { toString: 'x' })),
      await said(api['step']!('__proto__')),
      await said(api['load']!({ kind: 'scene', scene: 'go-two-stages', then: 'alert(1)' })),
      await said(api['editFile']!('README.md', 'x'.repeat(8_000_001))),
    ];
  });
  expect(refusals).toEqual([
    'editFile was called with values that it does not take (at 1).',
    'There is no step __proto__.',
    'load was called with values that it does not take (at 0.then).',
    'editFile was given more than a frame takes: at most 8,000,000 characters.',
  ]);
  const flood = await page.evaluate(async () => {
    const api = (window as unknown as HostWindow).embeds['open']!;
    const answers = await Promise.all(Array.from({ length: 10_000 }, () => api.explain().then(() => 'answered', (error: Error) => error.message)));
    return Object.entries(Object.groupBy(answers, (answer) => answer)).map(([answer, all]) => [answer, all!.length] as const);
  });
  expect(flood.reduce((sum, [, n]) => sum + n, 0)).toBe(10_000);
  expect(flood.map(([answer]) => answer)).toContain('At most 64 calls wait for a reply at once.');
  expect(await page.evaluate(async () => (await (window as unknown as HostWindow).embeds['open']!.build()).says)).toMatch(/^Build \d+: /);
});

test('listens to the window around it alone, and to the origins that it is told', async ({ page }) => {
  await visit(page, 'open');
  // Another window of the same page has the frame's window and sends what the page would send.
  const answered = await page.locator('#stranger').evaluate(
    (stranger: HTMLIFrameElement) =>
      new Promise<unknown[]>((resolve) => {
        const answers: unknown[] = [];
        const script = stranger.contentDocument!.createElement('script');
        script.textContent = `
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = ({ data }) => parent.postMessage({ stranger: data }, '*');
          parent.document.querySelector('#open').contentWindow.postMessage({ ls: 1, type: 'connect', id: 'stranger' }, '*', [port2]);
          port1.postMessage({ ls: 1, type: 'call', id: 'a', detail: { method: 'build', args: [] } });
        `;
        addEventListener('message', ({ data }: MessageEvent<{ stranger?: unknown } | null>) => data?.stranger !== undefined && answers.push(data.stranger));
        stranger.contentDocument!.body.append(script);
        // Whatever the frame does for the stranger it has done before it answers the page.
        void (window as unknown as HostWindow).embeds['open']!.getState().then(({ builds }) => resolve([builds.length, ...answers]));
      }),
  );
  expect(answered).toEqual([1]);

  const said = (origin: string) =>
    page.evaluate(async (origin) => {
      const iframe = document.querySelector<HTMLIFrameElement>('#open')!;
      const src = new URL(iframe.src);
      src.searchParams.set('origin', origin);
      iframe.src = src.href;
      return (window as unknown as HostWindow).connectLayerscope(iframe).then((api) => (api.disconnect(), 'connected'), (error: Error) => error.message);
    }, origin);
  await expect.poll(() => said('https://docs.example'), { timeout: 30_000 }).toBe('This frame answers only to https://docs.example.');
  await expect.poll(() => said(hosts.origin), { timeout: 30_000 }).toBe('connected');
});

test('waits for a touch where it is told to, keeps nothing, and leaves its address alone', async ({ page, baseURL }) => {
  const asked: string[] = [];
  page.on('request', (request) => void asked.push(request.url()));
  await page.goto('/embed/go-two-stages/?load=click&height=400');
  await expect(page.getByRole('img', { name: /Go, two stages/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Try it' })).toBeVisible();
  expect(asked.filter((url) => /engine/.test(url))).toEqual([]);
  await page.getByRole('button', { name: 'Try it' }).press('Enter');
  await expect(page.getByRole('region', { name: /a dry run of docker build$/ })).toBeVisible({ timeout: 45_000 });
  await page.getByRole('button', { name: 'README.md' }).click();
  await page.getByRole('button', { name: 'Build', exact: true }).click();
  await expect(page.getByText(/^\d of \d rebuilt/)).toBeVisible();
  expect(page.url()).toBe(`${baseURL}/embed/go-two-stages/?load=click&height=400`);
  expect(await page.evaluate(() => [Object.keys(localStorage), document.cookie])).toEqual([[], '']);
  expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
});

test('without scripts it is a picture and a text', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/embed/go-two-stages/');
  await expect(page.getByText('COPY --from=build /app /app').first()).toBeVisible();
  await expect(page.getByRole('img', { name: /Go, two stages/ })).toBeVisible();
  await expect(page.locator('noscript span')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Open in Layerscope' })).toHaveAttribute('href', /\/e\/go-two-stages\/?$/);
  await context.close();
});

test('the text for a page is chosen, seen and copied, by keyboard too', async ({ browser }) => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await page.goto('/embedding/');
  const preview = page.frameLocator('iframe[title="Preview of the embed"]');
  const text = page.getByRole('region', { name: 'Text to copy' });
  await expect(text).toContainText('<layer-scope scene="go-two-stages">');
  await page.getByLabel('Scene', { exact: true }).last().selectOption('node-express');
  await page.getByRole('radio', { name: 'Graph', exact: true }).check({ force: true });
  await page.getByRole('textbox', { name: 'Edit first' }).fill('README.md');
  await page.getByRole('textbox', { name: 'Edit first' }).press('Enter');
  await page.locator('iframe').scrollIntoViewIfNeeded();
  await expect(dryRun(preview)).toBeVisible({ timeout: 45_000 });
  await page.getByRole('button', { name: 'Take from the preview' }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'Promise' })).toHaveValue(/^(hit|miss|skip)(,(hit|miss|skip))+$/);
  await page.getByRole('tab', { name: 'HTML element' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'iframe' })).toHaveAttribute('aria-selected', 'true');
  await expect(text).toContainText('/embed/node-express/?view=graph&amp;expect=');
  await page.getByRole('button', { name: 'Copy', exact: true }).press('Enter');
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await text.textContent());

  await page.getByRole('radio', { name: 'Dockerfile', exact: true }).first().check({ force: true });
  await page.getByRole('textbox', { name: 'Dockerfile' }).fill('FROM alpine:3.22\nCOPY notes.txt /\nRUN cat /notes.txt\n');
  await page.getByRole('tab', { name: 'Markdown' }).click();
  await expect(text).toContainText('```dockerfile layerscope view="graph"');
  await page.locator('iframe').scrollIntoViewIfNeeded();
  await expect(preview.getByText('notes.txt').first()).toBeVisible({ timeout: 45_000 });
  await context.close();
});

test('a link from the workbench is taken over, and one that is none is refused with a sentence', async ({ page }) => {
  await page.goto('/embedding/#ls1.AAAA');
  await expect(page.getByRole('textbox', { name: 'Link to a scene' })).toHaveValue('ls1.AAAA');
  await page.locator('iframe').scrollIntoViewIfNeeded();
  await expect(page.frameLocator('iframe').getByText('The link is cut off or damaged.')).toBeVisible({ timeout: 45_000 });
  await page.getByRole('textbox', { name: 'Link to a scene' }).fill('javascript:alert(1)');
  await expect(page.getByText('This is no link to a scene or a lesson.')).toBeVisible();
  await expect(page.getByText('There is nothing to show yet.')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`${colorScheme}: axe finds nothing in the frame and on its page, wide and on a phone`, async ({ browser }) => {
    for (const width of [1280, 360]) {
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
      const page = await context.newPage();
      const check = async () => {
        const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
      };
      await page.goto('/embed/go-two-stages/?load=click');
      await expect(page.getByRole('button', { name: 'Try it' })).toBeVisible();
      await check();
      await page.getByRole('button', { name: 'Try it' }).click();
      await expect(page.getByRole('region', { name: /a dry run of docker build$/ })).toBeVisible({ timeout: 45_000 });
      await check();
      await page.goto('/embedding/');
      await expect(page.getByRole('region', { name: 'Text to copy' })).toBeVisible();
      await check();
      await context.close();
    }
  });
}
