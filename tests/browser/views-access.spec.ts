/** The views that have no page of tests of their own for it: nothing that hinders, in both themes and at three widths. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';
import { Bench } from './workbench.ts';

const widths = { wide: { width: 1440, height: 900 }, medium: { width: 1024, height: 768 }, phone: { width: 360, height: 740 } };
const rows = [['view', 'Graph', ['graph', 'registry']], ['dock', 'Log', ['timeline', 'terminal', 'log', 'problems', 'advice']]] as const;

for (const [name, viewport] of Object.entries(widths)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${name}, ${colorScheme}: axe finds nothing in graph, registry and the panels`, async ({ browser }) => {
      const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' });
      const page = await context.newPage();
      const bench = new Bench(page);
      await page.goto('/');
      await expect(page.getByRole('button', { name: 'Build', exact: true })).toBeEnabled();
      const show = (on: string) => (name === 'phone' ? page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: on }).click() : undefined);
      await show('Graph');
      await page.locator('#view-tab-registry').click();
      for (const line of [/^docker build/, /^docker push/]) await page.getByRole('button', { name: line }).click();
      await expect(bench.said).toContainText('Build 2:');
      for (const [row, on, ids] of rows) {
        await show(on);
        for (const id of ids) {
          await page.locator(`#${row}-tab-${id}`).click();
          await expect(page.locator(`#${row}-panel-${id}`)).toContainText(/\p{L}{3}/u);
          const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
          expect(violations.map((found) => `${id}: ${found.id}: ${found.nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
        }
      }
      await context.close();
    });
  }
}
