import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from './fixtures.ts';

class Talk {
  readonly page: Page;
  readonly dialog: Locator;
  readonly heading: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog', { name: 'Presentation' });
    this.heading = this.dialog.getByRole('heading', { level: 2 });
  }

  async start(scene = 'node-express'): Promise<void> {
    await this.page.goto(`/e/${scene}/`);
    await this.page.getByRole('button', { name: 'Present' }).click();
    await this.dialog.getByRole('button', { name: 'Prepare a walk' }).click();
    await expect(this.dialog.getByText(/^Stop 1 of \d{2}$/)).toBeVisible();
  }

  step(text: string): Locator {
    return this.dialog.getByRole('treeitem').filter({ hasText: text }).filter({ hasText: /^\s*Step/ });
  }

  /** Goes to a step with the keyboard and presses a key there. */
  async press(step: string, key: string): Promise<void> {
    const tree = this.dialog.getByRole('tree');
    const id = await this.step(step).getAttribute('id');
    await tree.focus();
    await this.page.keyboard.press('Home');
    for (let i = 0; i < 20 && (await tree.getAttribute('aria-activedescendant')) !== id; i++) await this.page.keyboard.press('ArrowDown');
    await expect(tree).toHaveAttribute('aria-activedescendant', id ?? '');
    await this.page.keyboard.press(key);
  }
}

test('a class is asked first, says what it thinks, and sees the answer when it is revealed', async ({ page }) => {
  const talk = new Talk(page);
  await talk.start();
  await page.keyboard.press('PageDown');
  await expect(talk.heading).toHaveText(/Which steps run again\?$/);
  await expect(talk.step('RUN npm install')).not.toContainText(/Cached|Rebuilt/);
  await talk.press('RUN npm install', 'h');
  await talk.press('COPY everything', 'm');
  await expect(talk.dialog.getByText('2 of 4 answered')).toBeVisible();
  await page.keyboard.press('.');
  await expect(talk.heading).toHaveText('Two steps ran again. The image is new.', { timeout: 20_000 });
  await expect(talk.step('RUN npm install')).toContainText('Rebuilt');
  await expect(talk.dialog.getByText('1 of 2 right')).toBeVisible();
  await expect(talk.dialog.getByRole('list', { name: 'What was said' }).getByRole('listitem').first()).toContainText('Wrong');
  await page.keyboard.press('PageDown');
  await expect(talk.heading).toContainText('because');
  await page.keyboard.press('PageUp');
  await page.keyboard.press('PageUp');
  await expect(talk.heading).toHaveText(/Which steps run again\?$/);
  await expect(talk.dialog.getByText('2 of 4 answered')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(talk.dialog).toBeHidden();
});

test('the audience’s window follows, without the notes', async ({ page, context }) => {
  const talk = new Talk(page);
  await talk.start();
  const [audience] = await Promise.all([context.waitForEvent('page'), talk.dialog.getByRole('button', { name: 'Open a window for the audience' }).click()]);
  await expect(audience.getByRole('heading', { name: 'Node.js and Express' })).toBeVisible();
  await talk.dialog.getByRole('textbox', { name: 'Notes' }).fill('Wait for three hands.');
  await page.keyboard.press('PageDown');
  await expect(audience.getByRole('heading', { level: 2 })).toHaveText(/Which steps run again\?$/);
  await talk.press('COPY everything', 'm');
  await expect(audience.getByText('1 of 4 answered')).toBeVisible();
  await expect(audience.getByText('Wait for three hands.')).toHaveCount(0);
  await talk.dialog.getByRole('button', { name: 'Blank screen' }).click();
  await expect(audience.getByRole('heading', { level: 2 })).toBeHidden();
  await talk.dialog.getByRole('button', { name: 'End the talk' }).click();
  await expect(audience.getByText('The talk has ended.')).toBeVisible();
});

test('notes are there again in the next talk over the scene', async ({ page }) => {
  const talk = new Talk(page);
  await talk.start();
  await page.keyboard.press('n');
  await talk.dialog.getByRole('textbox', { name: 'Notes' }).fill('Say hello.');
  await talk.dialog.getByRole('button', { name: 'End the talk' }).click();
  await page.getByRole('button', { name: 'Present' }).click();
  await expect(talk.dialog.getByText(/^Stop 1 of /)).toBeVisible();
  await page.keyboard.press('n');
  await expect(talk.dialog.getByRole('textbox', { name: 'Notes' })).toHaveValue('Say hello.');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a talk has nothing that hinders, ${colorScheme}`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme, viewport: { width: 1920, height: 1080 }, reducedMotion: 'reduce' });
    const talk = new Talk(await context.newPage());
    await talk.start();
    const check = async () => {
      const { violations } = await new AxeBuilder({ page: talk.page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
    };
    await talk.page.keyboard.press('n');
    await check();
    await talk.page.keyboard.press('PageDown');
    await talk.press('COPY everything', 'm');
    await check();
    await talk.page.keyboard.press('PageDown');
    await check();
    await context.close();
  });
}
