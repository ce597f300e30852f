import { describe, expect, it } from 'vitest';
import { after, fileIn, firstBuild, lastBuild, megabytes, notSimulated, opened, rerunBy } from '../trial.ts';
import { nginxConf } from './context.ts';
import { scenario } from './scenario.ts';

const manifests = 'build: COPY package.json package-lock.json ./';
const install = 'build: RUN --mount=type=cache,target=/root/.npm npm ci';
const sources = 'build: COPY --exclude=nginx.conf . .';
const bundle = 'build: RUN npm run build';
const conf = 'COPY nginx.conf /etc/nginx/conf.d/default.conf';
const site = 'COPY --from=build /app/dist /usr/share/nginx/html';

describe('the bad version', () => {
  it.each(['a component', 'the README', 'the lock file', 'nginx.conf'])('installs everything again after an edit of %s', (label) => {
    expect(rerunBy(scenario, 'bad', label)).toEqual(['COPY . .', 'RUN npm install']);
  });

  it('ships compilers for a few hundred kilobytes of site', () => {
    const built = firstBuild(scenario, 'bad');
    expect(notSimulated(built)).toEqual([]);
    expect(megabytes(built)).toBeGreaterThan(1200);
  });
});

describe('the good version', () => {
  it.each([
    ['a component', [sources, bundle, site]],
    ['the README', [sources, bundle]],
    ['the lock file', [manifests, install, sources, bundle, site]],
    ['nginx.conf', [conf, site]],
  ])('runs after an edit of %s only what it reaches', (label, steps) => {
    expect(rerunBy(scenario, 'good', label)).toEqual(steps);
  });

  it('ships the site and the server', () => {
    const built = firstBuild(scenario, 'good');
    expect(notSimulated(built)).toEqual([]);
    expect(fileIn(built, '/usr/share/nginx/html/favicon.svg')).toBeDefined();
    expect(fileIn(built, '/usr/share/nginx/html/assets/index-3f1c0a9d.js')).toBeUndefined();
    expect(megabytes(built)).toBeLessThan(65);
  });

  it('takes the configuration from the project', () => {
    const built = lastBuild(after(opened(scenario, 'good'), { type: 'write', path: 'nginx.conf', text: nginxConf(1) }));
    expect(fileIn(built, '/etc/nginx/conf.d/default.conf')).toMatchObject({ content: { kind: 'bytes' } });
    expect(built.record.ok).toBe(true);
  });
});
