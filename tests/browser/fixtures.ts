/** Every journey begins with a page that answers: a click before the handlers are there would be lost, and no reader is that fast. */
import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';

export * from '@playwright/test';

const waiting = new WeakSet<Page>();

/** Lets a page wait for its handlers after each load. Pages that are not ours, and those without scripts, have none to wait for. */
function wait(page: Page): void {
  if (waiting.has(page)) return;
  waiting.add(page);
  const alive = async () => {
    if (await page.evaluate(() => document.documentElement.dataset.scripts !== undefined && document.querySelector('link[rel="modulepreload"]') !== null).catch(() => false)) await expect(page.locator('html[data-hydrated]')).toBeAttached();
  };
  const { goto, reload } = page;
  page.goto = async (...given) => {
    const answer = await goto.apply(page, given);
    await alive();
    return answer;
  };
  page.reload = async (...given) => {
    const answer = await reload.apply(page, given);
    await alive();
    return answer;
  };
}

const waitIn = (context: BrowserContext): void => void context.on('page', wait);

export const test = base.extend<object, { waits: undefined }>({
  // Contexts that a journey opens by itself are those of the one browser.
  waits: [
    async ({ browser }, use) => {
      const { newContext } = browser;
      browser.newContext = async (...given) => {
        const context = await newContext.apply(browser, given);
        waitIn(context);
        return context;
      };
      await use(undefined);
    },
    { scope: 'worker', auto: true },
  ],
  context: async ({ context }, use) => {
    waitIn(context);
    await use(context);
  },
});
