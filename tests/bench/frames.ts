/**
 * The graph's frames in Chromium: 300 steps in 25 stages while a build is replayed, panned and zoomed, beside the frames of an
 * empty page at the same moment. What is measured is the page as it is built.
 */
import { spawnSync } from 'node:child_process';
import { chromium, type CDPSession, type Page } from 'playwright';
import { preview } from 'vite';
import { chromiumArgs, findChromium } from '../../.config/chromium.mjs';
import { median } from './measure.ts';
import { ms, times, type Row, type Table } from './report.ts';

const config = '.config/vite.ts';
/** A frame of 60 a second, with a millisecond for the clock's own steps. */
const GOAL = 1000 / 60 + 1;

/** Stages that work side by side, every third going on from the one before, gathered by the last: 301 steps. */
function dockerfile(): string {
  const lines: string[] = [];
  for (let stage = 0; stage < 24; stage++) {
    lines.push(`FROM ${stage % 3 === 2 ? `s${stage - 1}` : 'alpine:3.20'} AS s${stage}`, `WORKDIR /src/${stage}`);
    for (let step = 0; step < 10; step++) lines.push(`RUN mkdir -p /out && echo ${stage} ${step} > /out/${step}`);
  }
  lines.push('FROM alpine:3.20', ...Array.from({ length: 20 }, (_, stage) => `COPY --from=s${stage} /out /parts/${stage}`));
  return `${lines.join('\n')}\n`;
}

interface Frames {
  readonly median: number;
  readonly p95: number;
  /** Milliseconds of script for each frame. */
  readonly script: number;
}

/** Frames while something happens. */
async function framesOf(page: Page, session: CDPSession, act: () => Promise<unknown>): Promise<Frames> {
  const scripted = async () => (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0;
  await page.evaluate(() => {
    const frames = { on: true, times: [] as number[] };
    Object.assign(window, { frames });
    const next = (now: number) => {
      frames.times.push(now);
      if (frames.on) requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  const before = await scripted();
  await act();
  const script = (await scripted()) - before;
  const at = await page.evaluate(() => {
    const { frames } = window as unknown as { frames: { on: boolean; times: number[] } };
    frames.on = false;
    return frames.times;
  });
  const spent = at.slice(1).map((time, i) => time - at[i]!).sort((a, b) => a - b);
  return { median: median(spent), p95: spent[Math.floor(spent.length * 0.95)] ?? 0, script: (script * 1000) / Math.max(1, spent.length) };
}

const pause = (page: Page, time: number) => page.waitForTimeout(time);

/** What is done in the page, by name. */
const acts: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'a build is replayed': async (page) => {
    await page.getByRole('button', { name: 'Replay', exact: true }).click();
    await pause(page, 4000);
  },
  'the graph is panned': async (page) =>
    page.locator('.graph .scroll').evaluate(async (pane) => {
      for (let i = 0; i < 120; i++) {
        pane.scrollTo((i * 17) % 1000, (i * 7) % 200);
        await new Promise(requestAnimationFrame);
      }
    }),
  'the graph is zoomed': async (page) => {
    await page.getByRole('tree', { name: 'Build graph' }).focus();
    for (const key of ['+', '+', '-', '-']) {
      await page.keyboard.press(key);
      await pause(page, 400);
    }
  },
};

/** Builds the page as `npm run build` does: what this process was started with is not the build's. */
function buildPage(): void {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== 'NODE_OPTIONS' && name !== 'NODE_ENV'));
  const { status, stderr } = spawnSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--config', config], { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The page could not be built: ${stderr}`);
}

const told = ({ median: middle, p95 }: Frames) => `${ms(middle)}, p95 ${ms(p95)}`;

export async function frames(): Promise<Table> {
  buildPage();
  const server = await preview({ configFile: config, preview: { port: 4188 }, logLevel: 'silent' });
  const browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumArgs });
  try {
    const open = async (url: string) => {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      const session = await page.context().newCDPSession(page);
      await session.send('Performance.enable');
      await page.goto(url);
      return { page, session };
    };
    const { page, session } = await open(server.resolvedUrls?.local[0] ?? 'http://localhost:4188/');
    await page.getByRole('textbox', { name: 'Dockerfile, text' }).click();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(dockerfile());
    await page.getByText(/of \d+ will rebuild/).first().waitFor();
    await page.getByRole('button', { name: 'Build', exact: true }).click();
    await page.getByRole('button', { name: 'Replay', exact: true }).waitFor({ timeout: 60_000 });
    const rows: Row[] = [];
    for (const [name, act] of Object.entries(acts)) {
      const empty = await open('about:blank');
      const idle = await framesOf(empty.page, empty.session, () => pause(empty.page, 1500));
      await empty.page.close();
      const busy = await framesOf(page, session, () => act(page));
      rows.push({ name, ours: `${told(busy)}, script ${ms(busy.script)}`, peers: told(idle), ratio: times(busy.median / idle.median), goal: `median ${ms(GOAL)}`, met: busy.median <= GOAL });
    }
    return { title: 'Frames of a graph of 301 steps', note: 'Median and 95th percentile of the time between frames; beside them an empty page’s. Headless Chromium paints without a graphics card.', rows };
  } finally {
    await browser.close();
    await server.close();
  }
}
