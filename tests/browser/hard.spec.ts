/** What people bring that no scene has: every view says something of it, keeps to its width, and nothing breaks. */
import { expect, test, type Page } from './fixtures.ts';
import { zipSync } from 'fflate';
import { Bench } from './workbench.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const long = `${'a-very-long-name-'.repeat(15).slice(0, 251)}.txt`;
const numbers = (n: number) => Array.from({ length: n }, (_, i) => i);

const stages = [...numbers(49).map((i) => `FROM alpine:3.20 AS stage-${i}\nCOPY a.txt /in\nRUN cp /in /out-${i}`), 'FROM scratch', ...numbers(49).map((i) => `COPY --from=stage-${i} /out-${i} /`)].join('\n');
const lines = ['FROM alpine:3.20', 'COPY a.txt /', ...numbers(1_998).map((i) => (i % 20 === 0 ? `RUN echo ${i} > /${i}` : `# line ${i}`))].join('\n');

interface Project {
  readonly files: Readonly<Record<string, string>>;
  /** It can be built, and is. */
  readonly builds: boolean;
}

const projects: Readonly<Record<string, Project>> = {
  'a Dockerfile of 2,000 lines': { files: { Dockerfile: lines, 'a.txt': 'one\n' }, builds: true },
  '50 stages': { files: { Dockerfile: stages, 'a.txt': 'one\n' }, builds: true },
  'names of 255 characters': { files: { Dockerfile: `FROM alpine:3.20\nCOPY ${long} /in/\nRUN cp /in/${long} /${long}\n`, [long]: 'one\n', ['z'.repeat(255)]: '' }, builds: true },
  'an image of zero bytes': { files: { Dockerfile: 'FROM scratch\nLABEL empty=yes\n' }, builds: true },
  'no Dockerfile': { files: { 'index.html': '<p>hi' }, builds: false },
  'a Dockerfile that cannot be read': { files: { Dockerfile: 'FROM alpine:3.20\nCOPPY a.txt /\n', 'a.txt': 'one\n' }, builds: false },
  'an empty Dockerfile and nothing else': { files: { Dockerfile: '' }, builds: false },
};

/** Drops a project onto the page as an archive. */
async function drop(page: Page, files: Project['files']): Promise<void> {
  const zip = [...zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, bytes(text)])))];
  const transfer = await page.evaluateHandle((packed) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(packed)], 'brought.zip'));
    return data;
  }, zip);
  await page.locator('body').dispatchEvent('drop', { dataTransfer: transfer });
  await expect(page.getByRole('heading', { level: 1 })).toContainText('brought');
  if ('Dockerfile' in files) return;
  // What to do without one is offered, and can be declined.
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
}

/** Goes through every view and panel; each has words, and the page stays as wide as the window. */
async function lookAtAll(page: Page): Promise<void> {
  for (const [row, ids] of [['view', ['graph', 'predict', 'layers', 'radius', 'history', 'duel', 'registry']], ['dock', ['terminal', 'log', 'timeline', 'problems', 'advice']]] as const) {
    for (const id of ids) {
      await page.locator(`#${row}-tab-${id}`).click();
      const panel = page.locator(`#${row}-panel-${id}`);
      await expect(panel, `${id} says something`).toContainText(/\p{L}{3}/u);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${id} keeps to the window`).toBeLessThanOrEqual(0);
    }
  }
}

for (const [name, { files, builds }] of Object.entries(projects)) {
  test(`${name}: every view is readable`, async ({ page }) => {
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    page.on('console', (said) => said.type() === 'error' && faults.push(said.text()));
    const bench = new Bench(page);
    await bench.open();
    await drop(page, files);
    await lookAtAll(page);
    if (builds) {
      await page.locator('#view-tab-graph').click();
      // What has no steps has nothing to play.
      await page.getByRole('button', { name: 'Build', exact: true }).click();
      await expect(bench.said).toContainText('Build 1:');
      if ('a.txt' in files) {
        await bench.append('a.txt', 'two\n');
        await expect(page.getByText(/will rebuild/).first()).toBeAttached();
      }
      await lookAtAll(page);
    }
    expect(faults).toEqual([]);
  });
}
