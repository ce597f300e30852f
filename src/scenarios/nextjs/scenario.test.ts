import { describe, expect, it } from 'vitest';
import { after, fileIn, firstBuild, lastBuild, megabytes, notSimulated, opened, ranIn, rerunBy } from '../trial.ts';
import { scenario } from './scenario.ts';

const manifests = 'deps: COPY package.json package-lock.json ./';
const install = 'deps: RUN --mount=type=cache,target=/root/.npm npm ci';
const modules = 'build: COPY --from=deps /app/node_modules ./node_modules';
const settings = 'build: COPY package.json next.config.ts tsconfig.json ./';
const lib = 'build: COPY lib ./lib';
const app = 'build: COPY app ./app';
const build = 'build: RUN --mount=type=cache,target=/app/.next/cache npm run build';
const publicFiles = 'COPY public ./public';
const client = 'COPY --from=build /app/.next/static ./.next/static';
const server = 'COPY --from=build /app/.next/standalone ./';

describe('the bad version', () => {
  it.each(['a page', 'a picture', 'the lock file', 'local settings', 'next.config.ts'])('installs and builds everything again after an edit of %s', (label) => {
    expect(rerunBy(scenario, 'bad', label)).toEqual(['COPY . .', 'RUN npm ci', 'RUN npm run build']);
  });

  it('sends an old build and ships a password', () => {
    const built = firstBuild(scenario, 'bad');
    expect(notSimulated(built)).toEqual([]);
    expect(built.record.context!.bytes).toBeGreaterThan(600e6);
    expect(fileIn(built, '/app/.env.local')).toBeDefined();
    expect(megabytes(built)).toBeGreaterThan(1500);
  });
});

describe('the good version', () => {
  it.each([
    ['a page', [app, build, client, server]],
    ['a picture', [publicFiles, client, server]],
    ['the lock file', [manifests, install, modules, settings, lib, app, build, client, server]],
    ['local settings', []],
    ['next.config.ts', [settings, lib, app, build, client, server]],
  ])('runs after an edit of %s only what it reaches', (label, steps) => {
    expect([...rerunBy(scenario, 'good', label)].sort()).toEqual([...steps].sort());
  });

  it('builds again for another public value, and installs nothing', () => {
    const shop = scenario.tries!.find(({ label }) => label === 'Build for another shop')!;
    expect(ranIn(lastBuild(after(opened(scenario, 'good'), shop.action)))).toEqual([build, client, server]);
  });

  it('builds faster the second time, for its cache outlives the stage', () => {
    const first = opened(scenario, 'good');
    const page = scenario.tries![0]!.action;
    const seconds = (built: ReturnType<typeof lastBuild>) => {
      const step = built.record.steps.find(({ name }) => name.includes('npm run build'))!;
      return step.completed! - step.started!;
    };
    expect(seconds(lastBuild(after(first, page)))).toBeLessThan(seconds(lastBuild(first)) * 0.7);
  });

  it('ships the traced server, the files for browsers and the public ones', () => {
    const built = firstBuild(scenario, 'good');
    expect(notSimulated(built)).toEqual([]);
    for (const path of ['server.js', 'public/logo.svg', '.next/BUILD_ID', '.next/static/storefront/_buildManifest.js', 'node_modules/next']) expect(fileIn(built, `/app/${path}`)).toBeDefined();
    for (const path of ['.env.local', 'node_modules/typescript', 'app']) expect(fileIn(built, `/app/${path}`)).toBeUndefined();
    expect(megabytes(built)).toBeLessThan(290);
  });
});
