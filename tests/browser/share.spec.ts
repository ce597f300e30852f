import AxeBuilder from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeLink, type SharedScene } from '../../src/lib/share/scene-link.ts';
import { expect, test, type Page } from './fixtures.ts';
import { Bench } from './workbench.ts';

const golden = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'src', 'lib', 'share', 'golden-links.json'), 'utf8')) as readonly { readonly says: string; readonly link: string }[];
const goldenOf = (says: string) => golden.find((one) => one.says.includes(says))!.link;
const linkTo = (scene: Partial<SharedScene>) => writeLink({ scenario: 'go-two-stages', actions: [], ...scene });

const opened = 'This scene came in a link. Your own work on it is untouched.';
const ready = (page: Page) => expect(page.getByRole('button', { name: /^Build/ }).first()).toBeEnabled();
const build = (page: Page, n: number) => page.getByRole('radio', { name: new RegExp(`Build ${n}:`) }).first();

test('a scene goes from one reader to another, who makes it their own beside what they had', async ({ browser, page }) => {
  const bench = new Bench(page);
  await bench.open();
  await bench.build(2);
  await bench.more('Share');
  const dialog = page.getByRole('dialog', { name: 'Share' });
  await expect(dialog.getByLabel('Link', { exact: true })).toHaveValue(/#ls1\./);
  await dialog.getByRole('checkbox', { name: /projector/ }).check();
  await expect(dialog.getByLabel('Link', { exact: true })).toHaveValue(/\/\?ui=focus#ls1\./);
  await dialog.getByRole('checkbox', { name: /projector/ }).uncheck();
  await dialog.getByRole('button', { name: 'QR picture' }).click();
  await expect(dialog.getByRole('img', { name: /^QR picture/ })).toBeVisible();
  expect((await new AxeBuilder({ page }).include('dialog[open]').analyze()).violations).toEqual([]);
  const link = await dialog.getByLabel('Link', { exact: true }).inputValue();
  expect(link.length).toBeLessThan(2_000);

  const other = await (await browser.newContext()).newPage();
  const theirs = new Bench(other);
  await theirs.open();
  await theirs.append('README.md', 'Mine.');
  await expect(theirs.said).toContainText('will rebuild');
  await other.goto(link);
  await expect(other.getByText(opened)).toBeVisible();
  await expect(build(other, 2)).toBeAttached();
  await other.getByRole('button', { name: 'Make it mine' }).click();
  await expect(other.getByText('What you had done before is a branch in History.')).toBeVisible();
  await expect(other).toHaveURL(/\/$/);
  await expect(build(other, 2)).toBeAttached();
  await other.getByRole('button', { name: 'To what I did before' }).click();
  await expect(build(other, 2)).toHaveCount(0);
  await theirs.file('README.md').click();
  await expect(theirs.editor('README.md')).toContainText('Mine.');
  await other.close();
});

test('a link in the same tab is opened in place, kept apart, and left by Back', async ({ page }) => {
  const bench = new Bench(page);
  await bench.open();
  await bench.append('main.go', '// own');
  await expect(bench.said).toContainText('will rebuild');
  await page.evaluate((link) => (location.hash = link), linkTo({ actions: [{ type: 'write', path: 'README.md', text: 'From a link' }], file: 'README.md' }));
  await expect(page.getByText(opened)).toBeVisible();
  await expect(bench.editor('README.md')).toContainText('From a link');
  await bench.append('README.md', ' and on');
  await expect(bench.said).toContainText('will rebuild');
  await page.goBack();
  await bench.file('main.go').click();
  await expect(bench.editor('main.go')).toContainText('// own');
  await page.goForward();
  await expect(page.getByText('is as you left it')).toBeVisible();
  await bench.file('README.md').click();
  await expect(bench.editor('README.md')).toContainText('and on');
  await page.reload();
  await bench.file('README.md').click();
  await expect(bench.editor('README.md')).toContainText('and on');
});

test('ten narrated edits in a link play by themselves, wait for who types, and go on', async ({ page }) => {
  await page.goto(`/#${goldenOf('ten narrated')}`);
  const caption = page.getByRole('region', { name: 'Narration: Narration' });
  await expect(caption.getByText('Stop 1 of 10')).toBeVisible();
  await expect(caption.getByText('Stop 2 of 10')).toBeVisible({ timeout: 40_000 });
  await caption.getByRole('button', { name: 'Pause' }).click();
  await caption.getByRole('button', { name: 'Play' }).click();
  const bench = new Bench(page);
  await bench.editor('README.md').click();
  await page.keyboard.type('Typed. ');
  await expect(caption.getByRole('button', { name: 'Play' })).toBeVisible();
  await caption.getByRole('button', { name: 'Next stop' }).click();
  await expect(caption.getByText('Stop 3 of 10')).toBeVisible();
  await expect(bench.editor('README.md')).not.toContainText('Typed.');
});

test('a question in a link hides the outcome, and a page is presented as its query asks', async ({ page }) => {
  await page.goto(`/?theme=dark&ui=focus&motion=off#${goldenOf('a question')}`);
  await expect(page.getByText('Which steps run again?')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Build and reveal' }).first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'Files' })).toBeHidden();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.goto('/?readonly&view=timeline&step=4&theme=neon&build=99#top');
  await expect(page.getByText('This page is read-only.')).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Timeline', selected: true })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Dockerfile, text' })).toHaveAttribute('aria-readonly', 'true');
});

test('two Dockerfiles and a lesson’s bench open from a link', async ({ page }) => {
  await page.goto(`/#${goldenOf('two Dockerfiles')}`);
  await expect(page.getByRole('tab', { name: 'Compare', selected: true })).toBeVisible();
  await expect(page.getByRole('region', { name: /Compare|Duel|Two Dockerfiles/ }).first()).toContainText('go build -o /app');
  const { link } = golden.find(({ says }) => says.includes('lesson'))!;
  await page.goto(`/l/order-for-cache/?help=none#${link}`);
  await expect(page).toHaveURL(new RegExp(`/learn/order-for-cache/\\?help=none#ls1\\.`));
  await expect(page.getByText('This bench came in a link.')).toBeVisible();
  await page.getByRole('button', { name: 'Share this bench' }).click();
  await expect(page.getByRole('dialog', { name: 'Share' }).getByLabel('Link', { exact: true })).toHaveValue(/\/learn\/order-for-cache\/#ls1\./);
});

test('what is no link is refused in words, and nothing runs and nothing is lost', async ({ page }) => {
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('dialog', (dialog) => void dialog.dismiss().then(() => faults.push('a dialog')));
  const whole = goldenOf('ten narrated');
  await page.goto(`/#${whole.slice(0, whole.length - 40)}`);
  await expect(page.getByText('This link was cut short: the end is missing. The first 20 actions could be read.')).toBeVisible();
  await page.getByRole('button', { name: 'Open what is there' }).click();
  await expect(build(page, 11)).toBeAttached();
  for (const [fragment, says] of [
    ['ls1.AAAA', 'The link is cut off or damaged.'],
    ['ls7.AAAA', 'The link was made by a newer version.'],
    [linkTo({ scenario: 'nowhere-at-all' }), 'The link is about the scene nowhere-at-all, which is not here.'],
  ] as const) {
    await page.evaluate((hash) => (location.hash = hash), fragment);
    await expect(page.getByText(says)).toBeVisible();
    await ready(page);
  }
  const name = '<img src=x onerror=alert(1)>.md';
  await page.evaluate((hash) => (location.hash = hash), linkTo({ actions: [{ type: 'write', path: name, text: '<script>alert(2)</script>' }], file: name }));
  await expect(new Bench(page).file(name)).toBeVisible();
  await expect(page.locator('img[onerror]')).toHaveCount(0);
  expect(faults).toEqual([]);
});

test('a link leads to a page that others can describe', async ({ request, baseURL }) => {
  for (const path of ['/', '/e/node-express/', '/learn/mounts/', '/l/mounts/', '/gallery/']) {
    const html = await (await request.get(path)).text();
    const content = (name: string) => new RegExp(`(?:property|name)="${name}" content="([^"]+)"`).exec(html)?.[1];
    expect(content('og:title'), path).toBeTruthy();
    expect(content('og:description'), path).toBeTruthy();
    expect(content('twitter:card'), path).toBe('summary_large_image');
    const picture = await request.get(new URL(new URL(content('og:image')!).pathname, baseURL).href);
    expect(picture.headers()['content-type'], path).toBe('image/png');
    const answer = await request.get(new URL(new URL(/json\+oembed" href="([^"]+)"/.exec(html)![1]!).pathname, baseURL).href);
    expect(await answer.json(), path).toMatchObject({ version: '1.0', type: 'rich' });
  }
});
