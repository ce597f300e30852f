import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';
import { Bench, scene } from './workbench.ts';

const widths = { wide: { width: 1440, height: 900 }, medium: { width: 1024, height: 768 }, phone: { width: 390, height: 844 } };

for (const [name, viewport] of Object.entries(widths)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${name}, ${colorScheme}: axe finds nothing, before and after a build`, async ({ browser }) => {
      const context = await browser.newContext({ viewport, colorScheme });
      const page = await context.newPage();
      await page.goto('/');
      await expect(page.getByRole('button', { name: 'Build', exact: true })).toBeEnabled();
      const check = async () => {
        const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
      };
      await check();
      await page.getByRole('button', { name: 'Build', exact: true }).click();
      await expect(page.getByRole('status').first()).toContainText('Build 2:');
      await check();
      await context.close();
    });
  }
}

test('an edit, a build and its reason need no pointer', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open();
  await bench.file('README.md').focus();
  await page.keyboard.press('Enter');
  await expect(bench.editor('README.md')).toBeVisible();
  await bench.editor('README.md').focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('By keyboard.');
  await expect(bench.step(scene.sources)).toContainText('Will rebuild');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(bench.editor('README.md')).not.toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(bench.said).toContainText('Build 2:');
  await bench.select(scene.binary);
  await expect(bench.why).toContainText('came out byte for byte the same');
});

test('with reduced motion a build is stepped through, event by event', async ({ browser }) => {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  const bench = new Bench(page);
  await bench.open();
  await bench.append('main.go', '// still\n');
  await page.getByRole('button', { name: 'Build', exact: true }).click();
  await expect(bench.said).toContainText('Build 2:');
  const playhead = page.getByRole('slider', { name: 'Playhead' });
  await playhead.press('Home');
  const seen = new Set<string>();
  for (let i = 0; i < 6; i++) {
    seen.add((await playhead.getAttribute('aria-valuetext')) ?? '');
    await page.getByRole('button', { name: 'Next event' }).click();
  }
  expect(seen.size).toBeGreaterThan(3);
  await context.close();
});
