import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator } from './fixtures.ts';
import { Bench, scene } from './workbench.ts';

/** The history, in the words of who goes back in it. */
class History extends Bench {
  readonly tree: Locator = this.page.getByRole('tree', { name: /^History of this scene/ });
  readonly line = this.page.getByRole('textbox', { name: /^Command/ });
  readonly screen = this.page.getByRole('log', { name: 'Terminal' });

  async show(view: 'History' | 'Graph' | 'Layers' | 'Registry'): Promise<void> {
    await this.page.getByRole('tab', { name: view, exact: true }).click();
  }

  item(name: RegExp): Locator {
    return this.tree.getByRole('treeitem', { name });
  }

  panel(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  async goBack(item: RegExp, panel: string): Promise<void> {
    await this.show('History');
    await this.item(item).click();
    await this.panel(panel).getByRole('button', { name: 'Go back to here', exact: true }).first().click();
    await this.went();
  }

  /** What is said after going back. */
  async went(): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: /^Went to/ })).toBeAttached();
  }

  async run(line: string): Promise<void> {
    await this.line.fill(line);
    await this.line.press('Enter');
    await expect(this.screen).toContainText(line);
    await expect(this.line).toBeEditable({ timeout: 20_000 });
  }
}

test('going back restores editor, files, cache, images, terminal and registry, and loses nothing', async ({ page }) => {
  const bench = new History(page);
  await bench.open();
  await bench.append('README.md', 'A first line of mine\n');
  await bench.build(2);
  await page.getByRole('tab', { name: 'Terminal' }).click();
  await bench.run('rm README.md && echo "// more" >> main.go');
  await bench.run('docker build -t localhost:5000/me/app:9 . && docker push localhost:5000/me/app:9');
  await bench.run('docker builder prune -af');
  await expect(bench.file('README.md')).toHaveCount(0);
  await bench.show('Registry');
  await expect(page.getByText('Nothing was pushed yet.', { exact: false })).toHaveCount(0);

  await bench.goBack(/^Build 2:/, 'Build 2');
  await expect(bench.item(/^Build 2:.*You are here/)).toBeVisible();
  await expect(bench.item(/^Build 3:/)).toBeVisible();
  await bench.show('Registry');
  await expect(page.getByText('Nothing was pushed yet.', { exact: false })).toBeVisible();
  await expect(bench.screen).not.toContainText('app:9');
  await bench.run('docker images');
  await expect(bench.screen).not.toContainText('localhost:5000/me/app');
  await bench.show('Graph');
  await bench.file('README.md').click();
  await expect(bench.editor('README.md')).toContainText('A first line of mine');
  await bench.states({ [scene.download]: /cached/i, [scene.compile]: /cached/i });

  await bench.show('History');
  await bench.item(/^3 actions|^docker builder prune/).first().click();
  await page.getByRole('button', { name: /^Go back to here/ }).last().click();
  await bench.went();
  await expect(bench.screen).toContainText('app:9');
  await bench.show('Graph');
  await expect(bench.file('README.md')).toHaveCount(0);
  await bench.states({ [scene.download]: /Will rebuild/ });
  await bench.file('main.go').click();
  await expect(bench.editor('main.go')).toContainText('// more');
});

test('two branches are made, told apart and compared, with the keyboard alone', async ({ page }) => {
  const bench = new History(page);
  await bench.open();
  await bench.append('Dockerfile', '\nLABEL one=1\n');
  await expect(page.getByRole('button', { name: 'Undo edit Dockerfile' }).first()).toBeEnabled();
  await bench.build(2);
  await page.keyboard.press('Escape');
  await bench.show('History');
  await bench.item(/^Build 2:/).focus();
  await page.keyboard.press('Home');
  await expect(bench.item(/^Build 1:/)).toBeFocused();
  await page.keyboard.press('r');
  await expect(bench.item(/^Build 1:.*You are here/)).toBeVisible();
  await bench.show('Graph');
  await bench.append('README.md', 'Another branch\n');
  await bench.build(2);

  await bench.show('History');
  await bench.item(/^Build 1:/).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(bench.item(/^Build 2:/)).toBeFocused();
  await page.keyboard.press('c');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect(bench.item(/^Build 2b:/)).toBeFocused();
  await page.keyboard.press('c');
  const comparison = bench.panel('Build 2 and build 2b');
  await expect(comparison.getByRole('row', { name: /^Time/ })).toContainText(/s.*s/);
  await expect(comparison.getByRole('row', { name: /^COPY \. \./ })).toContainText('Rebuilt');
  await expect(comparison).toContainText('The images differ');
  await expect(comparison.getByRole('region', { name: 'Lines of README.md' })).toContainText('+Another branch');
  await expect(comparison.getByRole('region', { name: 'Lines of Dockerfile' })).toContainText('−LABEL one=1');
  await comparison.getByRole('combobox', { name: 'To' }).selectOption('Build 1');
  await expect(bench.panel('Build 2 and build 1')).toContainText('Dockerfile');
  await page.reload();
  await bench.ready();
  await bench.show('History');
  await expect(bench.item(/^Build 2b:.*You are here/)).toBeVisible();
});

const looks = [
  ['wide', { width: 1440, height: 900 }],
  ['a tablet', { width: 820, height: 1180 }],
  ['a phone', { width: 360, height: 740 }],
] as const;

for (const [name, viewport] of looks) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${name}, ${colorScheme}: axe finds nothing in a history and a comparison, and nothing is wider than the window`, async ({ browser }) => {
      const context = await browser.newContext({ viewport, colorScheme });
      const bench = new History(await context.newPage());
      await bench.page.goto('/');
      await expect(bench.page.getByRole('button', { name: 'Build', exact: true })).toBeEnabled();
      await bench.page.getByRole('button', { name: 'Build', exact: true }).click();
      await expect(bench.said).toContainText('Build 2:');
      await bench.show('History');
      const check = async () => {
        const { violations } = await new AxeBuilder({ page: bench.page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
      };
      await bench.item(/^Build 2:/).click();
      await check();
      await bench.panel('Build 2').getByRole('combobox', { name: 'Compare build 2 with…' }).selectOption('Build 1');
      await expect(bench.panel('Build 2 and build 1')).toContainText('Both builds made the same image.');
      await check();
      expect(await bench.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
      await context.close();
    });
  }
}
