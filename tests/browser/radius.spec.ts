import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from './fixtures.ts';
import { Bench } from './workbench.ts';

/** The blast radius, in the words of who looks at it. */
class Radius {
  readonly page: Page;
  readonly view: Locator;
  readonly grid: Locator;
  readonly why: Locator;

  constructor(page: Page) {
    this.page = page;
    this.view = page.getByRole('region', { name: 'Blast radius', exact: true });
    this.grid = this.view.getByRole('grid', { name: 'What an edit of each file does to each step' });
    this.why = this.view.getByRole('region', { name: 'Explanation of the chosen file' });
  }

  async show(path = '/'): Promise<Bench> {
    const bench = new Bench(this.page);
    await bench.open(path);
    await this.page.getByRole('tab', { name: 'Blast radius' }).click();
    await expect(this.view).toBeVisible();
    return bench;
  }

  row(name: string): Locator {
    return this.grid.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name, exact: true }) });
  }

  /** The words of a row's cells, one for each step. */
  async words(name: string): Promise<readonly string[]> {
    const cells = await this.row(name).getByRole('gridcell').allInnerTexts();
    return cells.slice(0, 8).map((cell) => cell.trim());
  }

  /** Where the focus is, by the words there. */
  get focused(): Locator {
    return this.grid.locator(':focus');
  }
}

test('the table says which steps read a file, follow and stop, and why; building says the same', async ({ page }) => {
  const radius = new Radius(page);
  const bench = await radius.show();
  const cached = 'stays cached';
  expect(await radius.words('README.md')).toEqual([cached, cached, cached, cached, 'reads', 'follows', cached, 'stops']);
  expect(await radius.words('go.mod')).toEqual([cached, cached, 'reads', 'follows', 'reads', 'follows', cached, 'stops']);
  await radius.row('README.md').getByRole('gridcell', { name: 'stops' }).click();
  await expect(radius.why).toContainText('and changes nothing in the image.');
  await expect(radius.why).toContainText('comes out the same, byte for byte. The wave stops here.');
  await expect(radius.grid.getByRole('row', { name: /^\.git\// })).toContainText('kept out by .dockerignore, line 1');

  await radius.grid.getByRole('button', { name: 'One edit' }).click();
  await expect(radius.grid.getByRole('columnheader', { name: 'One edit' })).toHaveAttribute('aria-sort', 'descending');
  await expect(radius.grid.getByRole('rowheader').first()).toHaveText(/go\.mod|go\.sum/);

  await radius.grid.getByRole('spinbutton', { name: 'Edits of README.md' }).fill('9');
  await page.keyboard.press('Enter');
  await expect(radius.view.getByRole('combobox', { name: 'How edits are counted' })).toHaveValue('own');
  await expect(radius.view).toContainText('for the average of 15 edits');

  await page.getByRole('tab', { name: 'Graph' }).click();
  await bench.append('README.md', 'One line more.\n');
  await bench.build(2);
  await bench.states({ 'COPY everything to': /Rebuilt/, 'RUN CGO_ENABLED=0 go build': /Rebuilt/, 'COPY from build': /Cached/, 'RUN go mod download': /Cached/ });
  await page.getByRole('tab', { name: 'Blast radius' }).click();
  await radius.view.getByText('Edited', { exact: true }).click();
  await expect(radius.grid.getByRole('rowheader')).toHaveText(['README.md']);
});

test('the table is walked, sorted and acted in with the keyboard alone', async ({ page }) => {
  const radius = new Radius(page);
  const bench = await radius.show();
  await radius.view.getByRole('combobox', { name: 'How edits are counted' }).focus();
  await page.keyboard.press('Tab');
  await expect(radius.focused).toHaveText('.dockerignore');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(radius.focused).toHaveText('go.mod');
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  await expect(radius.focused).toHaveText('reads');
  await expect(radius.why).toContainText('its source /go.* on line 3 has go.mod');
  await page.keyboard.press('Home');
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(radius.grid.getByRole('columnheader', { name: 'Path' }).last()).toHaveAttribute('aria-sort', 'descending');
  await page.keyboard.press('ArrowDown');
  await expect(radius.focused).toHaveText('README.md');
  await page.keyboard.press('Enter');
  await expect(bench.editor('README.md')).toBeVisible();
});

test('a file under the focus lights its steps and says how many; the x-ray tells its rule, and what if', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open();
  await expect(bench.files).toContainText('main.go would rebuild 3 steps');
  await bench.file('README').focus();
  await expect(bench.files).toContainText(/README\.md would rebuild 2 steps, \d/);
  await expect(page.locator('.ls-pointed')).toHaveCount(2);

  await bench.files.getByRole('button', { name: 'Ignore x-ray: off' }).click();
  const xray = page.getByRole('region', { name: 'Ignore x-ray' });
  await expect(xray).toContainText(/Sent 7 files, 1\.5.kB\. Ignored 6 files/);
  await expect(xray.getByRole('listitem').filter({ hasText: '.git/' })).toContainText('ignored, line 1');
  await xray.getByRole('button', { name: /bin keeps out 1 file/ }).click();
  await expect(xray).toContainText('1 more file is sent, 7.8');
  await expect(xray).toContainText('2 steps would rebuild:');
  await xray.getByRole('button', { name: 'Apply to .dockerignore' }).click();
  await expect(xray).toContainText('Sent 8 files');
  await expect(bench.editor('.dockerignore').locator('.cm-line')).toHaveText(['.git', '']);
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await expect(xray).toContainText('Sent 7 files');
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [width, height] of [[1440, 900], [900, 800], [360, 740]] as const) {
    test(`nothing for axe to find, ${colorScheme}, ${width} wide`, async ({ browser }) => {
      const page = await (await browser.newContext({ colorScheme, viewport: { width, height } })).newPage();
      const radius = new Radius(page);
      await page.goto('/');
      await expect(page.getByRole('button', { name: 'Build', exact: true })).toBeEnabled();
      await page.getByRole('tab', { name: 'Blast radius' }).click();
      await expect(radius.view).toBeVisible();
      if (width < 560) await radius.view.getByRole('button', { name: /README/ }).click();
      else await radius.row('README.md').getByRole('rowheader').click();
      await expect(radius.view).toContainText('The wave stops here.');
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await page.context().close();
    });
  }
}
