import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from './fixtures.ts';
import { Bench } from './workbench.ts';

const axe = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
};

/** Stages that work side by side and one that gathers them. */
const stages = (count: number, each: number) =>
  [
    ...Array.from({ length: count }, (_, s) => [`FROM alpine:3.20 AS s${s}`, ...Array.from({ length: each }, (_, i) => `RUN mkdir -p /out && echo ${s} > /out/${i}`)]).flat(),
    'FROM alpine:3.20',
    ...Array.from({ length: count }, (_, s) => `COPY --from=s${s} /out /parts/${s}`),
  ].join('\n');

const zoom = (page: Page) => page.getByRole('group', { name: 'Detail' });

test('a large graph is zoomed, fitted, folded and read with the keyboard alone', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open();
  await bench.replace('Dockerfile', stages(3, 10));
  await expect(bench.graph.getByRole('treeitem').filter({ hasText: /^\s*Step/ })).toHaveCount(37);
  await expect(zoom(page)).toContainText('Compact');
  await expect(page.getByText('Map, 37 steps')).toBeVisible();

  await bench.graph.focus();
  await page.keyboard.press('-');
  await expect(zoom(page)).toContainText('Overview');
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await expect(zoom(page)).toContainText('Full');
  await page.keyboard.press('0');
  await expect(zoom(page)).not.toContainText('Full');

  await page.keyboard.press('+');
  await expect(zoom(page)).toContainText(/Full|Compact/);
  await page.keyboard.press('Home');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  const lane = bench.graph.getByRole('treeitem').filter({ hasText: /^\s*Stage s0/ });
  await expect(lane).toContainText('Drawn as cores');
  await page.keyboard.press('Enter');
  await expect(lane).not.toContainText('Drawn as cores');
});

test('the legend holds back all but one state, pressed or focused, and stays', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open();
  const cached = page.getByRole('list', { name: /^Legend/ }).getByRole('button', { name: 'cached' });
  await cached.focus();
  await expect(page.locator('svg.ls-graph').first()).toHaveAttribute('data-only', 'cached');
  await page.keyboard.press('Enter');
  await expect(cached).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Enter');
  await bench.graph.focus();
  await expect(page.locator('svg.ls-graph').first()).not.toHaveAttribute('data-only', /./);
});

test('four stages stand in the pane of a laptop', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open();
  await bench.replace('Dockerfile', stages(3, 2));
  await expect(bench.graph.getByRole('treeitem').filter({ hasText: /^\s*Stage/ })).toHaveCount(4);
  const [drawing, pane] = [await page.locator('svg.ls-graph').first().boundingBox(), await page.locator('.graph .scroll').boundingBox()];
  expect(drawing!.width).toBeLessThanOrEqual(pane!.width);
});

test('the timeline and the graph share one playhead, and the timeline is a table too', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open();
  await bench.append('main.go', '// Edited.');
  await expect(bench.step('RUN CGO_ENABLED=0')).toHaveText(/Will rebuild/);
  await bench.build(2);
  await page.getByRole('tab', { name: 'Timeline' }).click();
  const timeline = page.getByRole('region', { name: 'Timeline' });
  const bar = timeline.getByRole('button', { name: /^RUN CGO_ENABLED=0.*Rebuilt/ });
  await expect(bar).toBeVisible();

  // In the middle of the longest step: it runs, in the graph as well.
  const [axis, at] = [await timeline.locator('.axis').boundingBox(), await bar.boundingBox()];
  await page.mouse.click(at!.x + at!.width / 2, axis!.y + axis!.height / 2);
  await expect(bench.step('RUN CGO_ENABLED=0')).toHaveText(/Running/);
  await timeline.focus();
  await page.keyboard.press(']');
  await expect(bench.step('RUN CGO_ENABLED=0')).toHaveText(/Rebuilt/);

  await timeline.getByText('Table', { exact: true }).click();
  const row = timeline.getByRole('row').filter({ hasText: 'RUN CGO_ENABLED=0' });
  await expect(row).toContainText('Rebuilt');
  await row.getByRole('button').click();
  await expect(bench.why).toContainText('CGO_ENABLED=0');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`graph and timeline are accessible in ${colorScheme}, wide and narrow`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const bench = new Bench(page);
    await bench.open();
    await bench.replace('Dockerfile', stages(5, 8));
    await expect(page.getByText('Map, 51 steps')).toBeVisible();
    await page.getByRole('tab', { name: 'Timeline' }).click();
    await expect(page.getByRole('region', { name: 'Timeline' })).toBeVisible();
    for (const width of [1440, 1024]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await axe(page)).toEqual([]);
    }
    await page.getByText('Table', { exact: true }).click();
    expect(await axe(page)).toEqual([]);
  });
}
