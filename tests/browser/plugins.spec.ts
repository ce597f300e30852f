/** A page of documentation that a generator made with a plug-in, on an origin of its own and under a strict policy. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';

const documents = join(import.meta.dirname, 'documents');
const markdown = readFileSync(join(documents, 'order.md'), 'utf8');

let server: Server;
let pages: string;

test.beforeAll(async ({ baseURL }) => {
  const site = `${baseURL}/`;
  const html = new Map(['remark', 'markdown-it'].map((plugin) => [`/${plugin}`, execFileSync(process.execPath, [join(documents, 'render.mjs'), plugin, site], { input: markdown, encoding: 'utf8' })]));
  const origin = new URL(site).origin;
  server = createServer((request, response) => {
    const body = html.get(request.url ?? '');
    response.statusCode = body === undefined ? 404 : 200;
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('content-security-policy', `default-src 'none'; script-src ${origin}; img-src data:; worker-src blob: ${origin}`);
    response.end(`<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Cache order</title><body>${body ?? ''}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  pages = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

test.afterAll(() => {
  server.closeAllConnections();
  server.close();
});

for (const plugin of ['remark', 'markdown-it']) {
  test(`a page made with ${plugin} shows source and picture where no script runs, also on a phone`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    await page.goto(`${pages}/${plugin}`);
    await expect(page).toHaveTitle('Cache order');
    await expect(page.getByText('RUN npm ci')).toBeVisible();
    await expect(page.getByText('document.title = "hostile"')).toBeVisible();
    const picture = page.getByRole('img', { name: 'Dockerfile. 1 of 5 steps will rebuild' });
    await picture.scrollIntoViewIfNeeded();
    const drawn = () => picture.evaluate((image: HTMLImageElement) => (image.complete ? image.naturalWidth : 0));
    await expect.poll(drawn).toBeGreaterThan(100);
    expect(await picture.evaluate((image) => image.getBoundingClientRect().right - innerWidth)).toBeLessThanOrEqual(0);
    const narrow = await drawn();
    await page.setViewportSize({ width: 1000, height: 800 });
    await expect.poll(drawn).toBeGreaterThan(narrow);
    await context.close();
  });

  test(`a page made with ${plugin} comes alive: the promised step waits, and a build runs it`, async ({ page }) => {
    const refused: string[] = [];
    page.on('console', (message) => message.text().includes('Content Security Policy') && refused.push(message.text()));
    await page.goto(`${pages}/${plugin}`);
    const [first, second] = [page.locator('layer-scope').first(), page.locator('layer-scope').last()];
    await expect(first.getByRole('button', { name: 'index.js' })).toHaveAttribute('aria-pressed', 'true');
    await expect(first.getByText('1 of 5 will rebuild')).toBeVisible();
    await expect(page.getByRole('img', { name: 'Dockerfile. 1 of 5 steps will rebuild' })).toBeHidden();
    await first.getByRole('button', { name: 'Build', exact: true }).click();
    await expect(first.getByText(/^Build 2/)).toBeAttached();
    await second.getByRole('button', { name: 'greeting.txt' }).click();
    await second.getByRole('button', { name: 'Build', exact: true }).click();
    await expect(second.getByText(/^Build 2/)).toBeAttached();
    await expect(page).toHaveTitle('Cache order');
    expect(refused).toEqual([]);
  });
}
