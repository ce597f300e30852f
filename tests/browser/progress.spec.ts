import { readFile } from 'node:fs/promises';
import { expect, test, type Locator, type Page } from './fixtures.ts';

const key = 'layerscope:progress';

async function openLesson(page: Page, lesson = 'what-a-layer-is') {
  await page.goto(`/learn/${lesson}/`);
  return page.getByRole('textbox', { name: 'Notes' });
}

async function openPath(page: Page): Promise<void> {
  await page.goto('/learn/');
}

const notes = (page: Page) => page.getByRole('region', { name: 'Your notes' });

test('notes are there again after a reload that came a moment after the last key', async ({ page }) => {
  await (await openLesson(page)).pressSequentially('COPY compares content.');
  const field = await openLesson(page);
  await expect(field).toHaveValue('COPY compares content.');
  await field.fill('COPY compares.');
  await openPath(page);
  await expect(notes(page).getByText('COPY compares.', { exact: true })).toBeVisible();
});

test('where the browser keeps nothing, the page says so and work goes on', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  const field = await openLesson(page);
  await field.fill('kept in memory');
  await expect(page.getByText(/keeps nothing|refuses to keep/).first()).toBeVisible();
  await expect(field).toHaveValue('kept in memory');
});

test('two tabs that note something at once lose nothing', async ({ context }) => {
  const [one, other] = [await context.newPage(), await context.newPage()];
  const [mine, yours] = [await openLesson(one), await openLesson(other)];
  // Whichever comes first: the text is put at the end of what that tab shows by then, in one stroke.
  const type = async (field: Locator, text: string) => {
    await field.press('Control+End');
    await field.page().keyboard.insertText(text);
  };
  await Promise.all([type(mine, 'from the first tab'), type(yours, 'from the second tab')]);
  for (const field of [mine, yours]) {
    await expect(field).toHaveValue(/from the first tab/);
    await expect(field).toHaveValue(/from the second tab/);
  }
  await one.reload();
  await expect(await openLesson(one)).toHaveValue(/from the second tab/);
});

test('broken progress is set aside and told of, and the rest is kept', async ({ page }) => {
  await page.addInitScript((at) => {
    if (localStorage.getItem(`${at}/aside`)) return;
    const sound = { opened: 1, exercises: {}, questions: {}, notes: { versions: [{ by: 'tab', at: 1, text: 'still here' }], seen: { tab: 1 } } };
    localStorage.setItem(at, JSON.stringify({ version: 1, epoch: 0, lessons: { 'order-for-cache': sound, 'multi-stage': { exercises: 'nonsense' } }, beliefs: { version: 1, resetAt: 0, sessions: [] } }));
  }, key);
  await openPath(page);
  await expect(page.getByText('Part of the progress in multi-stage cannot be read.')).toBeVisible();
  await expect(notes(page).getByText('still here')).toBeVisible();
  expect(await page.evaluate((at) => localStorage.getItem(`${at}/aside`), key)).toContain('nonsense');
  await page.reload();
  await expect(notes(page).getByText('still here')).toBeVisible();
  await expect(page.getByText('cannot be read')).toHaveCount(0);
});

test('progress goes to a file, is thrown away, comes back, and comes from the file', async ({ page }) => {
  await (await openLesson(page)).fill('worth keeping');
  await openPath(page);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export', exact: true }).click()]);
  expect(download.suggestedFilename()).toBe('layerscope-progress.json');
  const file = await readFile(await download.path(), 'utf8');

  await page.getByRole('button', { name: 'Throw away', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Throw it away' }).click();
  await expect(notes(page).getByText('worth keeping')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(notes(page).getByText('worth keeping')).toBeVisible();

  await page.getByRole('button', { name: 'Throw away', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Throw it away' }).click();
  await page.reload();
  await expect(notes(page).getByText('worth keeping')).toHaveCount(0);
  await page.locator('input[type=file]').setInputFiles({ name: 'layerscope-progress.json', mimeType: 'application/json', buffer: Buffer.from(file) });
  await expect(page.getByText('notes on 1 lesson')).toBeVisible();
  await expect(notes(page).getByText('worth keeping')).toBeVisible();
  await page.locator('input[type=file]').setInputFiles({ name: 'holiday.json', mimeType: 'application/json', buffer: Buffer.from('{') });
  await expect(page.getByText('Nothing was imported: this file holds no progress that this page can read.')).toBeVisible();
});
