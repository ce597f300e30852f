import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';

test('the ledger says how many recorded scenarios agree, and needs no scripts', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Fidelity' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Held against what BuildKit did.' })).toBeVisible();
  await expect(page.getByRole('img', { name: /^All of \d+ scenarios agree$/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /configDigest/ }).getByRole('img', { name: 'all', exact: true })).toHaveCount(4);
  await expect(page.getByRole('listitem').filter({ hasText: 'copy-heredoc-file' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Times in the log' })).toBeVisible();
  await context.close();
});

test('the ledger asks for neither engine nor editor: its scripts are there for its language', async ({ request }) => {
  const html = await (await request.get('/fidelity/')).text();
  const scripts = [...new Set([...html.matchAll(/(?:href|src)="([^"]+\.js)"|import\("([^"]+\.js)"\)/g)].map((match) => match[1] ?? match[2] ?? ''))];
  expect(scripts.length).toBeGreaterThan(1);
  let total = 0;
  for (const path of scripts) {
    const text = await (await request.get(new URL(path, 'http://localhost/fidelity/').pathname)).text();
    total += text.length;
    expect(text, path).not.toMatch(/cm-editor|cm-content/);
  }
  expect(total).toBeLessThan(400_000);
});

for (const width of [1440, 390]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`at ${width} pixels, ${colorScheme}: axe finds nothing in the ledger, and nothing hangs over the edge`, async ({ browser }) => {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
      const page = await context.newPage();
      await page.goto('/fidelity/');
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
      await context.close();
    });
  }
}
