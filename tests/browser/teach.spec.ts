import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from './fixtures.ts';
import encodeQr from 'qr';
import { chat, classSize, codeOf, exercises } from './class.ts';

class Board {
  readonly page: Page;
  readonly codes: Locator;

  constructor(page: Page) {
    this.page = page;
    this.codes = page.getByRole('textbox', { name: 'Result codes' });
  }

  async open(): Promise<void> {
    await this.page.goto('/teach/', { waitUntil: 'networkidle' });
  }

  async take(text: string): Promise<void> {
    await this.codes.fill(text);
    await this.codes.press('Control+Enter');
  }

  exercise(title: string): Locator {
    return this.page.getByRole('table', { name: title });
  }

  async readsWell(): Promise<void> {
    const { violations } = await new AxeBuilder({ page: this.page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
    expect(await this.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  }
}

test('thirty codes in a chat give a class board offline, with the commonest wrong prediction and what refutes it', async ({ page, context }) => {
  const board = new Board(page);
  await board.open();
  await context.setOffline(true);
  await board.take(chat);
  await expect(page.getByText(`${classSize} codes taken.`)).toBeVisible();
  await expect(page.getByText(`${classSize} learners in 1 lesson.`)).toBeVisible();
  await expect(board.exercise('Put the download where edits do not reach it').getByRole('row', { name: /^Passed/ })).toContainText('24 of 30');
  await expect(board.exercise('Release it under a version').getByRole('row', { name: /^Passed/ })).toContainText('6 of 30');
  await expect(page.getByText('12 of 30 said that COPY --from=build in the final stage runs again.')).toBeVisible();
  await expect(page.getByRole('link', { name: /^See it happen/ })).toHaveAttribute('href', /\/e\/[^/]+\/?\?demo=miss-kills-everything$/);

  await page.getByRole('button', { name: 'Projector view' }).click();
  const projector = page.getByRole('dialog', { name: 'Projector view' });
  await expect(projector.getByRole('heading', { name: 'How many passed each exercise' })).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect(projector.getByText('12 of 30 said that')).toBeVisible();
  await expect(projector.getByText('LS1-')).toHaveCount(0);
  await page.keyboard.press('Escape');

  await board.take(`${chat}\n${codeOf(40).slice(0, -9)}`);
  await expect(page.getByText('No new code, 30 were here already, 1 could not be read.')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'The end is missing' })).toContainText('LS1-');
  await context.setOffline(false);
  await page.reload();
  await expect(page.getByText(`${classSize} learners in 1 lesson.`)).toBeVisible();
});

test('a letter that was mistyped is named, and the code taken with the right one', async ({ page }) => {
  const board = new Board(page);
  await board.open();
  const code = codeOf(7);
  await board.take(`${code.slice(0, 25)}${code[25] === 'Z' ? 'Y' : 'Z'}${code.slice(26)}`);
  const bad = page.getByRole('listitem').filter({ hasText: /^LS1-.*Letter 4 of group 4 is mistyped/ });
  await bad.getByRole('button', { name: 'Take with the right letter' }).click();
  await expect(page.getByText('1 learner in 1 lesson.')).toBeVisible();
  await expect(bad).toHaveCount(0);
});

test('a QR picture is read from a file, several codes in it', async ({ page }) => {
  const board = new Board(page);
  await board.open();
  const rows = encodeQr(`${codeOf(1)} ${codeOf(2)}`, 'raw', { ecc: 'low', border: 4 });
  const picture = await page.evaluate((dark) => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = dark.length * 6;
    const context = canvas.getContext('2d')!;
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.fillStyle = '#000';
    dark.forEach((row, y) => row.forEach((on, x) => on && context.fillRect(x * 6, y * 6, 6, 6)));
    return canvas.toDataURL('image/png').split(',')[1]!;
  }, rows);
  const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/png', buffer });
  await page.getByLabel('Read pictures').and(page.locator('input')).setInputFiles([file('phone.png', Buffer.from(picture, 'base64')), file('cat.png', Buffer.from('no picture'))]);
  await expect(page.getByText('2 codes taken. No QR picture was found in cat.png.')).toBeVisible();
  await expect(page.getByText('2 learners in 1 lesson.')).toBeVisible();
});

test('what a learner reached goes from their page to the board, as text and as a picture of the screen, and nobody’s name with it', async ({ page }) => {
  const progress = {
    version: 1,
    epoch: 0,
    lessons: {
      'images-and-registries': {
        exercises: { 'a-order': { passed: 1, best: { moves: 1, seconds: 30 }, checks: exercises[0]!.checks.map(({ id }) => id).sort(), hints: 1, tries: 2 } },
        questions: {},
        notes: { versions: [{ by: 'tab', n: 1, at: 1, text: 'Ada Lovelace' }], seen: { tab: 1 } },
      },
    },
    beliefs: { version: 1, resetAt: 0, sessions: [] },
  };
  await page.addInitScript((text) => localStorage.setItem('layerscope:progress', text), JSON.stringify(progress));
  await page.goto('/learn/', { waitUntil: 'networkidle' });
  const code = await page.getByRole('region', { name: 'Result code' }).locator('pre').innerText();
  expect(code).toMatch(/^LS1-[0-9A-Z-]{20,50}$/);
  await page.getByText('What is in it').click();
  await expect(page.getByRole('region', { name: 'Result code' }).getByRole('listitem')).toHaveText('Put the download where edits do not reach it: 4 of 4 checks, passed, 1 move, 1 hint');
  await page.getByRole('button', { name: 'Show as QR' }).click();
  const shown = await page.getByRole('img', { name: 'The same as a QR picture' }).screenshot();
  const board = new Board(page);
  await board.open();
  await page.getByLabel('Read pictures').and(page.locator('input')).setInputFiles({ name: 'screen.png', mimeType: 'image/png', buffer: shown });
  await expect(page.getByText('1 learner in 1 lesson.')).toBeVisible();
  await board.take(code);
  await expect(page.getByText('No new code, 1 was here already.')).toBeVisible();
  await expect(board.exercise('Put the download where edits do not reach it').getByRole('row', { name: /^Passed/ })).toContainText('1 of 1');
});

test('boards are named, deleted and brought back, taken along and brought in, with the keyboard alone', async ({ page }) => {
  const board = new Board(page);
  await board.open();
  await board.take(chat);
  const title = page.getByRole('textbox', { name: 'Title of the board' });
  await title.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Tuesday');
  const [csv] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save as CSV' }).press('Enter')]);
  expect(csv.suggestedFilename()).toBe('tuesday.csv');
  expect(readFileSync(await csv.path(), 'utf8')).toContain('images-and-registries,wrong answer,edit-readme,miss-kills-everything,"COPY --from=build in the final stage: miss, is hit",12,30\r\n');
  const [exported] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export board' }).press('Enter')]);
  const text = readFileSync(await exported.path());
  await page.getByRole('button', { name: 'Delete board' }).press('Enter');
  await expect(page.getByText('30 learners')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(title).toHaveValue('Tuesday');
  await page.getByRole('button', { name: 'New board' }).press('Enter');
  await expect(title).toHaveValue('Class 2');
  const choose = page.getByLabel('Import board').and(page.locator('input'));
  await choose.setInputFiles({ name: 'other.json', mimeType: 'application/json', buffer: Buffer.from('{"format":"layerscope-board","version":9}') });
  await expect(page.getByRole('alert')).toContainText('This file is no class board.');
  await choose.setInputFiles({ name: 'tuesday.json', mimeType: 'application/json', buffer: text });
  await expect(title).toHaveValue('Tuesday');
  await expect(page.getByText('30 learners in 1 lesson.')).toBeVisible();
});

test('a link says how much help it leaves', async ({ page }) => {
  await page.goto('/teach/', { waitUntil: 'networkidle' });
  const link = page.getByRole('region', { name: 'Link', exact: true });
  await expect(link).toHaveText(/\/learn\/[a-z-]+\/$/);
  await page.getByText('No help', { exact: true }).click();
  await expect(link).toHaveText(/\/learn\/[a-z-]+\/\?help=none$/);
  await page.getByRole('button', { name: 'Show as QR' }).click();
  await expect(page.getByRole('img', { name: 'The same as a QR picture' })).toBeVisible();
  await page.getByRole('combobox', { name: 'Lesson or track' }).selectOption('fast-ci');
  await expect(link).toHaveText(/multi-stage\/\?help=none\s.*mounts\/\?help=none/s);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the board has nothing that hinders, ${colorScheme}`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme, reducedMotion: 'reduce' });
    const board = new Board(await context.newPage());
    await board.open();
    await board.take(`${chat}\n${codeOf(40).slice(0, -9)}`);
    for (const width of [1440, 768, 360]) {
      await board.page.setViewportSize({ width, height: 800 });
      await board.readsWell();
    }
    await board.page.getByRole('button', { name: 'Projector view' }).click();
    await board.page.keyboard.press('PageDown');
    await board.readsWell();
    await context.close();
  });
}
