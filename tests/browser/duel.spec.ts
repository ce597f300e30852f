import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from './fixtures.ts';
import { readFile } from 'node:fs/promises';

/** The comparison, in the words of who looks at it. */
class Duel {
  readonly page: Page;
  readonly view: Locator;
  readonly rounds: Locator;

  constructor(page: Page) {
    this.page = page;
    this.view = page.getByRole('region', { name: 'Compare two Dockerfiles' });
    this.rounds = this.view.getByRole('group', { name: 'Results, round by round' }).getByRole('button');
  }

  async open(path: string): Promise<void> {
    await this.page.goto(path);
    await this.page.getByRole('tab', { name: 'Compare' }).click();
    await expect(this.rounds.first()).toBeVisible();
  }

  side(name: 'Left' | 'Right'): Locator {
    return this.view.getByRole('region', { name, exact: true });
  }

  text(name: 'Left' | 'Right'): Locator {
    return this.view.getByRole('textbox', { name: `${name} Dockerfile` });
  }

  async begin(name: 'Left' | 'Right', start: string): Promise<void> {
    await this.view.getByRole('combobox', { name: `${name} side begins with` }).selectOption(start);
  }
}

test('the scene’s two Dockerfiles race over its commits; the outcome can be copied and saved', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const duel = new Duel(page);
  await duel.open('/e/node-express');
  await expect(duel.view).toContainText(/The right one takes [\d.]+\ss less a commit\s+over these 10 edits/);
  await expect(duel.rounds).toHaveCount(10);
  await duel.view.getByRole('button', { name: 'Copy as Markdown' }).click();
  await expect(duel.view.getByRole('status')).toHaveText('Copied.');
  const table = await page.evaluate(() => navigator.clipboard.readText());
  expect(table.split('\n').filter((line) => /^\| \d+ \|/.test(line))).toHaveLength(10);
  const download = page.waitForEvent('download');
  await duel.view.getByRole('button', { name: 'Save as picture' }).click();
  expect(await readFile(await (await download).path(), 'utf8')).toMatch(/^<svg .*<title id="[^"]+">Two Dockerfiles compared in .*The right one takes/s);
  await duel.view.getByText('Every round as a table').click();
  await expect(duel.view.getByRole('table').getByRole('row')).toHaveCount(14);
});

test('a presenter’s keys go through the race: nothing is given away before its round', async ({ page }) => {
  const duel = new Duel(page);
  await duel.open('/e/node-express');
  await duel.view.focus();
  for (let i = 0; i < 10; i++) await page.keyboard.press('PageUp');
  await expect(duel.view).toContainText('Both machines have built once. Now 10 edits follow.');
  await expect(duel.rounds.first()).toHaveAccessibleName('Round 1, not run yet');
  await page.keyboard.press('.');
  await expect(duel.view).toContainText('Round 1 of 10:');
  await expect(duel.view.getByRole('list', { name: 'Left build' })).toContainText('Waiting');
  await page.keyboard.press('PageDown');
  await expect(duel.rounds.first()).toHaveAccessibleName(/^Round 1, .*: [\d.]+\ss on the left, [\d.]+\ss on the right\.$/);
  await expect(duel.rounds.nth(1)).toHaveAccessibleName('Round 2, not run yet');
  await page.keyboard.press('Space');
  await expect(duel.view.getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect(duel.rounds.nth(1)).toHaveAccessibleName(/on the right/);
  await page.keyboard.press('Space');
  for (let i = 0; i < 10; i++) await page.keyboard.press('PageDown');
  await expect(duel.view).toContainText('The right one takes');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.keyboard.press('Space');
  await expect(duel.view).toContainText('Round 1 of 10:');
  await expect(duel.view.getByRole('button', { name: 'Next event' })).toBeVisible();
});

test('a line that is moved changes the totals, and the same lines make it even', async ({ page }) => {
  const duel = new Duel(page);
  await duel.open('/e/node-express');
  await duel.begin('Right', 'As often written');
  await expect(duel.view).toContainText(/Both take [\d.]+\ss a commit/);
  await duel.text('Right').click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.insertText('FROM node:22\nWORKDIR /app\nCOPY package*.json ./\nCOPY . .\nRUN npm install\n');
  await page.keyboard.press('Control+Shift+End');
  await page.keyboard.press('Delete');
  await expect(duel.view).toContainText('Both take');
  await page.keyboard.press('Control+Home');
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(duel.view).toContainText(/The right one takes [\d.]+\ss less a commit/);
  await duel.side('Right').getByRole('button', { name: 'Apply to the project' }).click();
  await page.getByRole('tab', { name: 'Graph', exact: true }).first().click();
  await expect(page.getByRole('tree', { name: 'Build graph' })).toContainText('COPY package*.json');
});

test('a side that cannot be read says why, and the other still runs', async ({ page }) => {
  const duel = new Duel(page);
  await duel.open('/e/node-express');
  await duel.text('Left').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('FROM node:22\nCOPPY . .\n');
  await expect(duel.view).toContainText('The left one cannot be built, so there is nothing to set against the other.');
  await expect(duel.view).toContainText('unknown instruction: COPPY');
  await expect(duel.rounds.nth(9)).toHaveAccessibleName(/no build on the left, [\d.]+\ss on the right/);
});

for (const [name, viewport] of Object.entries({ wide: { width: 1440, height: 900 }, medium: { width: 1024, height: 768 }, phone: { width: 360, height: 740 } })) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${name}, ${colorScheme}: axe finds nothing in a comparison, and nothing is wider than the window`, async ({ browser }) => {
      const context = await browser.newContext({ viewport, colorScheme });
      const page = await context.newPage();
      const duel = new Duel(page);
      await duel.open('/e/node-express');
      await expect(duel.text('Right')).toBeVisible();
      await duel.view.getByRole('combobox', { name: 'Edits' }).selectOption('Files of my choice');
      await duel.view.getByRole('button', { name: 'Add a file' }).click();
      await expect(duel.view.getByRole('spinbutton')).toHaveCount(2);
      await duel.view.getByText('Every round as a table').click();
      const check = async () => {
        const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
      };
      await check();
      await duel.view.focus();
      await page.keyboard.press('.');
      await page.keyboard.press('.');
      await check();
      expect(await duel.view.evaluate((view) => view.scrollWidth - view.clientWidth)).toBeLessThanOrEqual(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      await context.close();
    });
  }
}
