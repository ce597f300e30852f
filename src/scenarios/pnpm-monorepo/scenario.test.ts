import { describe, expect, it } from 'vitest';
import { after, fileIn, firstBuild, lastBuild, megabytes, notSimulated, opened, ranIn, rerunBy } from '../trial.ts';
import { context } from './context.ts';
import { scenario } from './scenario.ts';

const mount = 'RUN --mount=type=cache,id=pnpm,target=/pnpm/store';
const api = ['api: COPY packages/api packages/api', 'api: RUN pnpm --filter @acme/api build', `api: ${mount} pnpm --filter @acme/api deploy --prod /out`, 'LINK COPY --link --from=api /out ./'];
const web = ['web: COPY packages/web packages/web', 'web: RUN pnpm --filter @acme/web build', 'LINK COPY --link --from=web /app/packages/web/dist ./public'];
const ui = ['web: COPY packages/ui packages/ui', ...web];
const install = ['base: COPY --parents packages/*/package.json ./', `base: ${mount} pnpm install --frozen-lockfile`];
const all = ['base: COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./', 'base: RUN corepack enable && corepack install', ...install, ...api, ...ui];

describe('the bad version', () => {
  it.each(scenario.edits!.map(({ label }) => label))('installs and builds everything again after an edit of %s', (label) => {
    expect(rerunBy(scenario, 'bad', label).slice(0, 3)).toEqual(['COPY . .', 'RUN pnpm install --frozen-lockfile', 'RUN pnpm -r build && mv packages/web/dist packages/api/public']);
  });

  it('ships compilers, sources and what was installed on the developer\'s disk', () => {
    const built = firstBuild(scenario, 'bad');
    expect(notSimulated(built)).toEqual([]);
    expect(fileIn(built, '/app/packages/web/node_modules/.vite/deps/preact.js')).toBeDefined();
    expect(megabytes(built)).toBeGreaterThan(1200);
  });
});

describe('the good version', () => {
  it.each([
    ['the site', web],
    ['the server', api],
    ['the shared package', ui],
    ['the documentation', []],
    ['the lock file', all],
  ])('runs after an edit of %s only what it reaches', (label, steps) => {
    expect(rerunBy(scenario, 'good', label).sort()).toEqual([...steps].sort());
  });

  it('installs and builds again for a new package, and the site that comes out is the same', () => {
    const ran = rerunBy(scenario, 'good', 'a new package');
    expect(ran).toEqual(expect.arrayContaining([...install, ...api, ...ui.slice(0, -1)]));
    expect(ran).not.toContain(ui.at(-1));
  });

  it('sends no node_modules, at whatever depth', () => {
    expect(firstBuild(scenario, 'good').record.context!.bytes).toBeLessThan(200_000);
    const shallow = { ...scenario, versions: { ...scenario.versions!, good: { ...scenario.versions!.good, files: { ...scenario.versions!.good.files, '.dockerignore': { text: '.git\nnode_modules\n' } } } } };
    expect(fileIn(firstBuild(shallow, 'bad'), '/app/node_modules')).toBeDefined();
    const rerun = lastBuild(after(opened(shallow, 'good'), { type: 'write', path: 'packages/web/node_modules/.vite/deps/preact.js', text: '' }));
    expect(ranIn(rerun)).toContain('web: COPY packages/web packages/web');
  });

  it('ships the server with its own packages and the site', () => {
    const built = firstBuild(scenario, 'good');
    expect(notSimulated(built)).toEqual([]);
    for (const path of ['dist/server.js', 'public/index.html', 'node_modules/hono', 'node_modules/.pnpm/hono@4.13.19/node_modules/hono/package.json']) expect(fileIn(built, `/app/${path}`)).toBeDefined();
    for (const path of ['node_modules/.pnpm/typescript@5.9.3', 'packages', 'pnpm-workspace.yaml']) expect(fileIn(built, `/app/${path}`)).toBeUndefined();
    expect(megabytes(built)).toBeLessThan(245);
    expect(context).toHaveProperty(['packages/web/node_modules/.vite/deps/preact.js']);
  });

  it('has the same site and the same server as the bad one', () => {
    const [bad, good] = [firstBuild(scenario, 'bad'), firstBuild(scenario, 'good')];
    expect(fileIn(good, '/app/dist/server.js')).toHaveProperty('content', (fileIn(bad, '/app/packages/api/dist/server.js') as { content: unknown }).content);
    expect(fileIn(good, '/app/public/index.html')).toHaveProperty('content', (fileIn(bad, '/app/packages/api/public/index.html') as { content: unknown }).content);
  });
});
