import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from './fixtures.ts';
import { Site } from './site.ts';
import { Bench } from './workbench.ts';

test.use({ serviceWorkers: 'allow' });

/** Waits for what the page says when everything is in the browser. */
const whole = (page: Page) => expect(page.getByText('Works offline', { exact: true }).first()).toBeAttached({ timeout: 120_000 });

async function withSite(below: string, run: (site: Site) => Promise<void>): Promise<void> {
  const site = new Site(below);
  await site.start();
  try {
    await run(site);
  } finally {
    await site.stop();
  }
}

test('after one visit every page works without a network, in a folder of a host too', async ({ page, context }) => {
  test.slow();
  await withSite('/tools/layers/', async (site) => {
    await page.goto(site.url);
    await whole(page);
    await site.stop();
    await context.setOffline(true);

    const bench = new Bench(page);
    await bench.open(`${site.url}e/node-express/`);
    await page.getByRole('button', { name: 'Build', exact: true }).click();
    await expect(page.getByRole('radio', { name: /Build 2:/ }).first()).toBeAttached();
    await page.getByRole('tab', { name: 'Registry' }).first().click();
    await expect(page.getByRole('tabpanel', { name: 'Registry' }).first()).not.toBeEmpty();

    // Without the slash, and to a place on it.
    await page.goto(`${site.url}learn?from=a-friend#main`);
    await expect(page).toHaveURL(`${site.url}learn/?from=a-friend#main`);
    await page.goto(`${site.url}learn/multi-stage/`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Build', exact: true }).first()).toBeEnabled();

    await page.goto(`${site.url}gallery/`);
    await page.getByLabel('Language').first().selectOption('de');
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await expect(page.getByRole('link', { name: 'Lernen' }).first()).toBeVisible();
    await page.getByRole('link', { name: 'Lernen' }).first().click();
    await expect(page).toHaveURL(`${site.url}learn/`);
    await page.getByLabel('Sprache').first().selectOption('en');

    await page.goto(`${site.url}e/no-such-scene/`);
    await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
    await expect(page.getByRole('main').getByText('/e/no-such-scene/')).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
    expect(violations).toEqual([]);
    await page.getByRole('link', { name: 'To the workbench' }).click();
    await expect(page.getByRole('button', { name: 'Build', exact: true }).first()).toBeEnabled();
  });
});

test('the site as `npm start` serves it is kept too: silent while it loads, a word when it is whole', async ({ page, context }) => {
  test.slow();
  await page.goto('/');
  await expect(page.getByText('Saving for offline')).toHaveCount(0);
  await whole(page);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state)).toBe('activated');
  const faults: string[] = [];
  page.on('console', (said) => said.type() === 'error' && faults.push(said.text()));
  await context.setOffline(true);
  await page.goto('/l/multi-stage/');
  await expect(page).toHaveURL('/learn/multi-stage/');
  await expect(page.getByRole('button', { name: 'Build', exact: true }).first()).toBeEnabled();
  expect(faults).toEqual([]);
});

test('where the host has no list of what there is to keep, nothing promises a copy', async ({ page }) => {
  await withSite('/', async (site) => {
    site.without = /\/_app\/files\./;
    await new Bench(page).open(site.url);
    await expect.poll(() => site.asked.some((path) => path.startsWith('/_app/files.'))).toBe(true);
    await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active ?? null)).toBe(null);
    await expect(page.getByText(/offline/i)).toHaveCount(0);
  });
});

test('an address that is not there is missed in words, at any depth, and keeps the scene of a link', async ({ page, browser, baseURL }) => {
  const answer = await page.goto('/e/no-such-scene/?lang=en#ls1.abc');
  expect(answer?.status()).toBe(404);
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
  await expect(main.getByText('The gallery has no scene no-such-scene.')).toBeVisible();
  await expect(main.getByRole('link', { name: 'Open the scene in this link' })).toHaveAttribute('href', '/?lang=en#ls1.abc');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
    expect(violations).toEqual([]);
  }
  await page.getByLabel('Language').first().selectOption('de');
  await expect(main.getByText('Die Galerie hat keine Szene no-such-scene.')).toBeVisible();
  await page.goto('/an/old/address/three/deep.html');
  await expect(main.getByText('/an/old/address/three/deep.html')).toBeVisible();
  await main.getByRole('link', { name: /Galerie/ }).click();
  await expect(page).toHaveURL('/gallery/');

  const plain = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const silent = await plain.newPage();
  await silent.goto('/l/unknown/');
  await expect(silent.getByText('This site has nothing at this address.')).toBeVisible();
  await silent.getByRole('link', { name: 'The course' }).click();
  await expect(silent).toHaveURL('/learn/');
  await plain.close();
});

test('a new version says so and waits; the work goes over to it, and nothing is loaded twice', async ({ page }) => {
  test.slow();
  await withSite('/', async (site) => {
    const bench = new Bench(page);
    await bench.open(site.url);
    await whole(page);
    await bench.append('main.go', '\n// typed before the new version came');
    site.says = '9999999999999';
    site.asked.length = 0;
    const first = await page.evaluate(() => performance.timeOrigin);
    await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
    await page.keyboard.type(' and while it came');
    const notice = page.getByText('A new version is there.');
    await expect(notice).toBeVisible({ timeout: 120_000 });
    await page.keyboard.type(', and after.');
    expect(await page.evaluate(() => performance.timeOrigin)).toBe(first);
    expect(site.asked.filter((path) => path.includes('/immutable/'))).toEqual([]);
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme });
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).include('[role=status]').analyze();
      expect(violations).toEqual([]);
    }
    // It goes over without a network: all of it is here.
    await site.stop();
    await page.getByRole('button', { name: 'Use the new version' }).click();
    await expect.poll(() => page.evaluate(() => performance.timeOrigin).catch(() => first)).not.toBe(first);
    await bench.ready();
    expect(await page.evaluate(async () => [(await navigator.serviceWorker.ready).waiting, (await caches.keys()).some((name) => name.endsWith('9999999999999'))])).toEqual([null, true]);
    await bench.file('main.go').click();
    await expect(bench.editor('main.go')).toContainText('// typed before the new version came and while it came, and after.');
    await expect(notice).toHaveCount(0);
  });
});

test('a part that is gone is missed in words, and comes when it is asked for again', async ({ page, context }) => {
  await context.addInitScript(() => Object.defineProperty(navigator, 'serviceWorker', { get: () => undefined }));
  await withSite('/', async (site) => {
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    const bench = new Bench(page);
    await bench.open(site.url);
    await expect(page.getByRole('tab', { name: 'Registry' }).first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    await site.stop();
    await bench.more('Prove it on real Docker');
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
    await site.start();
    // Where the browser remembers that it did not arrive, the second try loads the page.
    const again = page.getByRole('button', { name: 'Try again' });
    const arrived = page.getByRole('button', { name: 'Save archive' });
    await expect(async () => {
      if (await again.isVisible()) await again.click();
      else if (!(await page.getByRole('dialog').isVisible())) await bench.more('Prove it on real Docker');
      await expect(arrived).toBeVisible({ timeout: 10_000 });
    }).toPass();
    expect(faults).toEqual([]);
  });
});
