import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from './fixtures.ts';
import { Bench } from './workbench.ts';

const axe = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
};

test('a scene is found from the header, put in order, and a commit on it is made and taken back', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open();
  await page.getByRole('heading', { level: 1 }).getByRole('button').click();
  const scenes = page.getByRole('dialog', { name: 'Scenes' });
  await expect(scenes.getByRole('link', { name: /The horror file/ })).toBeAttached();
  const [frame, last] = [await scenes.boundingBox(), await scenes.getByRole('link', { name: /The horror file/ }).boundingBox()];
  expect(last!.x + last!.width).toBeLessThanOrEqual(frame!.x + frame!.width);
  await scenes.getByRole('searchbox', { name: 'Find a scene' }).fill('express');
  await expect(scenes.getByRole('link', { name: /Node\.js/ })).toHaveCount(1);
  await scenes.getByRole('link', { name: /Node\.js and Express/ }).click();
  await expect(page).toHaveURL(/\/e\/node-express\/$/);
  await bench.ready();

  const bar = page.getByRole('region', { name: 'Scene' });
  await expect(bar).toContainText('Everything is copied first');
  await bar.getByText('Well ordered', { exact: true }).click();
  await expect(bar).toContainText('The manifests are copied first');
  await expect(bench.editor('Dockerfile')).toContainText('npm ci');
  await bench.build(2);

  await bar.getByRole('button', { name: 'Make a commit' }).click();
  await page.getByRole('menuitem', { name: /a source file.*71 of 100/ }).click();
  await expect(bench.step('RUN --mount')).toHaveText(/stay cached|Cached/);
  await expect(bench.step('COPY src to')).toHaveText(/Will rebuild/);
  await page.getByRole('button', { name: /^Undo / }).click();
  await expect(bench.step('COPY src to')).not.toHaveText(/Will rebuild/);
  await expect(bar).toContainText('The manifests are copied first');
});

test('what can be tried in a scene is one press, and the graph shows it', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open('/e/go-monorepo/');
  await bench.why.getByRole('button', { name: 'Edit another service' }).click();
  await expect(bench.step('RUN go mod download')).toHaveText(/Will rebuild/);
});

test('files of one folder that different steps read stand in the graph under different names', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const bench = new Bench(page);
  await bench.open('/e/dotnet/');
  await page.getByText('Well ordered', { exact: true }).click();
  await expect(bench.step('RUN dotnet restore')).toHaveText(/Will rebuild/);
  await expect(bench.graph.getByRole('treeitem').filter({ hasText: /^src\/\*\.csproj, 5 files/ })).toHaveCount(1);
  expect(errors).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`${colorScheme}: axe finds nothing in a scene, in the list of scenes and in the gallery`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme });
    const page = await context.newPage();
    const bench = new Bench(page);
    await bench.open('/e/flask-pip/');
    expect(await axe(page)).toEqual([]);
    await page.getByRole('heading', { level: 1 }).getByRole('button').click();
    await expect(page.getByRole('link', { name: /Flask and pip/ })).toBeVisible();
    expect(await axe(page)).toEqual([]);
    await page.goto('/gallery/');
    expect(await axe(page)).toEqual([]);
    await context.close();
  });
}

test('without scripts the gallery says what each kind of commit costs in both versions, also on a phone', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto('/gallery/');
  const scene = page.getByRole('article', { name: 'Node.js and Express' });
  await expect(scene.getByRole('rowheader', { name: /a source file.*71 of 100/ })).toBeVisible();
  const seconds = (await scene.getByRole('row', { name: /The average commit/ }).getByRole('cell').allInnerTexts()).map((text) => Number.parseFloat(text));
  expect(seconds).toHaveLength(2);
  expect(seconds[0]).toBeGreaterThan(5 * seconds[1]!);
  await expect(scene.getByRole('link', { name: /Open in Layerscope/ })).toHaveAttribute('href', /\/e\/node-express\/?$/);
  const width = await page.getByRole('main').evaluate((main) => main.ownerDocument.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  await context.close();
});
