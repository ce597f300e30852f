import { describe, expect, it } from 'vitest';
import { walk } from '#engine/fs/index.ts';
import { after, fileIn, filesOf, firstBuild, lastBuild, megabytes, notSimulated, opened, rerunBy } from '../trial.ts';
import { scenario } from './scenario.ts';
import { versions } from './versions.ts';

const build = (...steps: string[]) => steps.map((step) => `build: ${step}`);
const ship = 'COPY --from=build --chown=nobody:nobody /app/_build/prod/rel/shop ./';
const dependencies = 'RUN mix deps.get --only prod && mix deps.compile';
const rest = ['COPY . .', 'RUN mix assets.deploy', 'RUN mix release'];

describe('the bad version', () => {
  it.each([
    ['a module', [...build(...rest), ship]],
    ['a style sheet', [...build(...rest), ship]],
    ['runtime.exs', [...build('COPY config config', dependencies, ...rest), ship]],
    ['config.exs', [...build('COPY config config', dependencies, ...rest), ship]],
    ['the lock file', [...build('COPY mix.exs mix.lock ./', 'COPY config config', dependencies, ...rest), ship]],
  ])('runs again after an edit of %s', (label, steps) => {
    expect(rerunBy(scenario, 'bad', label)).toEqual(steps);
  });
});

describe('the good version', () => {
  const release = ['COPY config/runtime.exs config/', 'RUN mix release'];
  const assets = ['COPY assets assets', 'RUN mix assets.deploy', ...release];
  const modules = ['COPY lib lib', 'RUN mix compile', 'COPY priv priv', ...assets];
  const compiled = ['COPY config/config.exs config/prod.exs config/', 'RUN mix deps.compile && mix assets.setup', ...modules];
  it.each([
    ['a module', [...build(...modules), ship]],
    ['a style sheet', [...build(...assets), ship]],
    ['runtime.exs', [...build(...release), ship]],
    ['config.exs', [...build(...compiled), ship]],
    ['the lock file', [...build('COPY mix.exs mix.lock ./', 'RUN mix deps.get --only prod', ...compiled), ship]],
  ])('runs again after an edit of %s only what reads it', (label, steps) => {
    expect(rerunBy(scenario, 'good', label)).toEqual(steps);
  });

  it('fails without the file that config.exs imports', () => {
    const text = versions.good.files.Dockerfile!.text!.replace(' config/prod.exs', '');
    const built = lastBuild(after(opened(scenario, 'good'), { type: 'write', path: 'Dockerfile', text }));
    expect(built.record.ok).toBe(false);
    expect(JSON.stringify(built.record)).toContain('could not read file \\"/app/config/prod.exs\\"');
  });
});

describe('both versions', () => {
  it('ship the same release, with runtime.exs and without the compiler', () => {
    const [bad, good] = [firstBuild(scenario, 'bad'), firstBuild(scenario, 'good')];
    expect([...notSimulated(bad), ...notSimulated(good)]).toEqual([]);
    const contents = (built: typeof bad) => Object.fromEntries([...walk(filesOf(built))].flatMap(([path, node]) => (path.startsWith('app/') && node.type === 'file' ? [[path, node.content] as const] : [])));
    expect(Object.keys(contents(good)).length).toBeGreaterThan(30);
    expect(contents(bad)).toEqual(contents(good));
    expect(fileIn(good, '/app/releases/0.1.0/runtime.exs')).toBeDefined();
    expect(fileIn(good, '/usr/local/bin/mix')).toBeUndefined();
    expect(megabytes(good)).toBeLessThan(60);
  });
});
