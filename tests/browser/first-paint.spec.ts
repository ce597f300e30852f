import { expect, test } from '@playwright/test';

test('the scene is painted before any script has arrived', async ({ page }) => {
  await page.route('**/*.js', (route) => route.abort());
  await page.goto('/');
  await expect(page.getByRole('group', { name: 'Dockerfile, text' })).toContainText('COPY --from=build /app /app');
  await expect(page.getByRole('img', { name: /build graph/i })).toBeVisible();
  await expect(page.getByRole('treeitem', { name: /^main\.go/ })).toBeVisible();
  await expect(page.getByRole('log')).toContainText('[build 6/6] RUN CGO_ENABLED=0 go build -o /app');
});

test('engine, editor and D3 are not among the scripts that the first paint asks for', async ({ page, request }) => {
  const html = await (await request.get('/')).text();
  const first = [...html.matchAll(/(?:href|src)="([^"]+\.js)"|import\("([^"]+\.js)"\)/g)].map((match) => match[1] ?? match[2] ?? '');
  expect(first.length).toBeGreaterThan(2);
  let total = 0;
  for (const path of first) {
    const text = await (await request.get(new URL(path, 'http://localhost/').pathname)).text();
    total += text.length;
    expect(text, path).not.toMatch(/cm-editor|cm-content/);
  }
  expect(total).toBeLessThan(400_000);
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Build', exact: true })).toBeEnabled();
});

test('without scripts there is the promise, a drawing of a build, and the same build as text', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'See what your Dockerfile rebuilds, and why.' })).toBeVisible();
  await expect(page.getByRole('img', { name: /README\.md/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'The same build as text' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Build', exact: true })).toBeHidden();
  await context.close();
});
