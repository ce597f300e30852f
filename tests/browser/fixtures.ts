/** Every journey begins with a page that answers: a click before the handlers are there would be lost, and no reader is that fast. */
import { expect, test as base } from '@playwright/test';

export * from '@playwright/test';

export const test = base.extend({
  page: async ({ page }, use) => {
    const { goto, reload } = page;
    const alive = async () => {
      // Only pages of our own say so, and only with scripts.
      if (await page.evaluate(() => document.documentElement.dataset.scripts !== undefined).catch(() => false)) await expect(page.locator('html[data-hydrated]')).toBeAttached();
    };
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
    await use(page);
  },
});
