import { describe, expect, it } from 'vitest';
import { after, fileIn, firstBuild, lastBuild, megabytes, notSimulated, opened, ranIn, rerunBy } from '../trial.ts';
import { scenario } from './scenario.ts';

const manifests = 'deps: COPY package.json package-lock.json ./';
const install = 'deps: RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev';
const modules = 'COPY --from=deps /app/node_modules ./node_modules';
const action = (label: string) => scenario.tries!.find((one) => one.label === label)!.action;

describe('the bad version', () => {
  it.each(['a source file', 'the lock file'])('installs everything again after an edit of %s', (label) => {
    expect(rerunBy(scenario, 'bad', label)).toEqual(['COPY . .', 'RUN npm install']);
  });

  it('starts through a shell, of which the build warns, in an image of a gigabyte', () => {
    const built = firstBuild(scenario, 'bad');
    expect(notSimulated(built)).toEqual([]);
    expect(built.record.images[0]!.config.config?.Cmd).toEqual(['/bin/sh', '-c', 'npm start']);
    expect(built.record.diagnostics.map(({ code }) => code)).toContain('JSONArgsRecommended');
    expect(megabytes(built)).toBeGreaterThan(1100);
  });
});

describe('the good version', () => {
  it.each([
    ['a source file', ['COPY src ./src']],
    ['the lock file', [manifests, install, modules, 'COPY package.json server.js ./', 'COPY src ./src']],
  ])('runs after an edit of %s only what reads it', (label, steps) => {
    expect(rerunBy(scenario, 'good', label)).toEqual(steps);
  });

  it('ships Node.js and the service, for nobody in particular, without a shell', () => {
    const built = firstBuild(scenario, 'good');
    expect(notSimulated(built)).toEqual([]);
    for (const path of ['/nodejs/bin/node', '/app/server.js', '/app/node_modules/express/package.json']) expect(fileIn(built, path)).toBeDefined();
    for (const path of ['/bin/sh', '/usr/local/bin/npm', '/busybox']) expect(fileIn(built, path)).toBeUndefined();
    expect(built.record.images[0]!.config.config).toMatchObject({ User: '65532', Entrypoint: ['/nodejs/bin/node'], Cmd: ['server.js'] });
    expect(megabytes(built)).toBeLessThan(155);
  });

  it('builds its debug target from the same packages, with a shell beside them', () => {
    const built = lastBuild(after(opened(scenario, 'good'), action('Build the debug target')));
    expect(ranIn(built).filter((step) => step.startsWith('deps:'))).toEqual([]);
    expect(fileIn(built, '/busybox/sh')).toBeDefined();
    expect(fileIn(built, '/app/server.js')).toBeDefined();
    expect(built.record.ok).toBe(true);
  });

  it('cannot RUN anything where there is no shell', () => {
    const built = lastBuild(after(opened(scenario, 'good'), action('Add a RUN to the last stage')));
    expect(built.record.error?.message).toContain('RUN chmod 444 server.js'.slice(4));
    expect(built.record.events.some((event) => event.type === 'log' && event.text.includes('exec: "/bin/sh": stat /bin/sh: no such file or directory'))).toBe(true);
  });

  it('has the same service as the bad one', () => {
    const [bad, good] = [firstBuild(scenario, 'bad'), firstBuild(scenario, 'good')];
    for (const path of ['server.js', 'src/deliver.js', 'package.json', 'node_modules/express/package.json']) expect(fileIn(good, `/app/${path}`)).toHaveProperty('content', (fileIn(bad, `/app/${path}`) as { content: unknown }).content);
  });
});
