import { describe, expect, it } from 'vitest';
import { fileIn, firstBuild, megabytes, notSimulated, rerunBy } from '../trial.ts';
import { scenario } from './scenario.ts';

const install = 'RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev';

describe('the bad version', () => {
  it.each(['a source file', 'a test', 'the README', 'the lock file', 'the version'])('installs everything again after an edit of %s', (label) => {
    expect(rerunBy(scenario, 'bad', label)).toEqual(['COPY . .', 'RUN npm install']);
  });

  it('ships the repository, the tests and the tools of the developer', () => {
    const built = firstBuild(scenario, 'bad');
    expect(notSimulated(built)).toEqual([]);
    for (const path of ['.git/index', 'test/orders.test.js', 'node_modules/vitest/package.json']) expect(fileIn(built, `/app/${path}`)).toBeDefined();
    expect(megabytes(built)).toBeGreaterThan(1200);
  });
});

describe('the good version', () => {
  it.each([
    ['a source file', ['COPY src ./src']],
    ['a test', []],
    ['the README', []],
    ['the lock file', ['COPY package.json package-lock.json ./', install, 'COPY src ./src']],
    ['the version', ['COPY package.json package-lock.json ./', install, 'COPY src ./src']],
  ])('runs after an edit of %s only what reads it', (label, steps) => {
    expect(rerunBy(scenario, 'good', label)).toEqual(steps);
  });

  it('ships the service with its packages, and neither tools nor a package cache', () => {
    const built = firstBuild(scenario, 'good');
    expect(notSimulated(built)).toEqual([]);
    for (const path of ['src/server.js', 'package.json', 'node_modules/express/package.json']) expect(fileIn(built, `/app/${path}`)).toEqual(expect.objectContaining({ type: 'file' }));
    for (const path of ['/app/.git', '/app/test', '/app/node_modules/vitest', '/root/.npm/_cacache']) expect(fileIn(built, path)).toBeUndefined();
    expect(megabytes(built)).toBeLessThan(260);
  });

  it('has the same sources as the bad one', () => {
    const [bad, good] = [firstBuild(scenario, 'bad'), firstBuild(scenario, 'good')];
    for (const path of ['src/app.js', 'src/reports/yearly.js', 'package-lock.json']) expect(fileIn(good, `/app/${path}`)).toHaveProperty('content', (fileIn(bad, `/app/${path}`) as { content: unknown }).content);
  });
});
