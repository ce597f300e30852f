import { expect, test, type Page } from './fixtures.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const golden = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'src', 'lib', 'share', 'golden-links.json'), 'utf8')) as readonly { readonly link: string }[];

const alive = (page: Page) => expect(page.locator('html[data-hydrated]')).toBeAttached();

test('a scene goes from one reader to another as a link, and the other’s own work stays', async ({ browser, page }) => {
  await page.goto('/');
  await alive(page);
  const share = async () => {
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('button', { name: 'Share', exact: true }).click();
  };
  await share();
  const dialog = page.getByRole('dialog', { name: 'Share this scene' });
  await expect(dialog.getByLabel('Link')).toHaveValue(/#ls1\./);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Build', exact: true }).first().click();
  await expect(page.getByRole('radio', { name: /Build 2:/ }).first()).toBeAttached();
  await share();
  const link = await dialog.getByLabel('Link').inputValue();
  expect(link.length).toBeLessThan(2_000);

  const other = await (await browser.newContext()).newPage();
  await other.goto(page.url());
  await alive(other);
  await other.getByRole('tab', { name: 'README.md' }).or(other.getByRole('button', { name: 'README.md' })).first().click();
  await other.goto('about:blank');
  await other.goto(link);
  await alive(other);
  await expect(other.getByText('This scene came in a link. Your own work on it is untouched.')).toBeVisible();
  await expect(other.getByRole('radio', { name: /Build 2:/ }).first()).toBeAttached();
  await other.getByRole('button', { name: 'To my own work' }).click();
  await expect(other).toHaveURL(/\/$/);
  await alive(other);
  await expect(other.getByRole('radio', { name: /Build 2:/ })).toHaveCount(0);
  await other.close();
});

test('a link of the first release opens on what it was looking at', async ({ page }) => {
  await page.goto(`/#${golden[0]!.link}`);
  await alive(page);
  await expect(page.getByText('This scene came in a link.')).toBeVisible();
  await expect(page.getByRole('radio', { name: /Build 11:/ }).first()).toBeChecked();
});

test('a link that is cut off is refused in words, and nothing is lost', async ({ page }) => {
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  await page.goto(`/#${golden[0]!.link.slice(0, 500)}`);
  await alive(page);
  await expect(page.getByText('The link is cut off or damaged. Copy it again, whole. Your own work is shown.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Build', exact: true }).first()).toBeEnabled();
  expect(faults).toEqual([]);
});
