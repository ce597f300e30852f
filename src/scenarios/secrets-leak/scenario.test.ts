import { describe, expect, it } from 'vitest';
import { get, textOf, walk } from '#engine/fs/index.ts';
import type { DirNode } from '#engine/fs/node.ts';
import type { Built } from '#engine/workspace/state.ts';
import { after, fileIn, filesOf, firstBuild, lastBuild, notSimulated, opened, ranIn, rerunBy } from '../trial.ts';
import { token } from './context.ts';
import { scenario } from './scenario.ts';

const install = 'RUN --mount=type=cache,target=/root/.npm     --mount=type=secret,id=npm_token,env=NPM_TOKEN,required=true     npm ci';
const action = (label: string) => scenario.tries!.find((one) => one.label === label)!.action;
const history = (built: Built) => JSON.stringify(built.record.images[0]!.config.history);
const config = (built: Built) => JSON.stringify(built.record.images[0]!.config.config);
const inLayers = (built: Built, path: string) => built.record.steps.filter(({ vertex }) => vertex !== undefined && get(built.trees.get(vertex) as DirNode, path)).map(({ name }) => name.replace(/^.*\] /, ''));

describe('the bad version', () => {
  const built = firstBuild(scenario, 'bad');

  it('keeps the token in the history', () => {
    expect(notSimulated(built)).toEqual([]);
    expect(history(built)).toContain(`NPM_TOKEN=${token}`);
  });

  it('keeps the key in the config', () => {
    expect(config(built)).toContain('API_KEY=acme-live-');
  });

  it('keeps the password in the layer that brought it, and lacks it at the end', () => {
    expect(fileIn(built, '/app/.env')).toBeUndefined();
    expect(inLayers(built, '/app/.env')).toEqual(['COPY . .']);
  });

  it('is warned of by the build', () => {
    expect(built.record.diagnostics.filter(({ code }) => code === 'SecretsUsedInArgOrEnv')).toHaveLength(2);
  });

  it('runs everything again for another token', () => {
    expect(ranIn(lastBuild(after(opened(scenario, 'bad'), action('Build with another token'))))).toEqual(['RUN npm ci', 'COPY . .', 'RUN rm .env']);
  });

  it.each([
    ['a source file', ['COPY . .', 'RUN rm .env']],
    ['the password', ['COPY . .', 'RUN rm .env']],
  ])('runs after an edit of %s what stands below the copy', (label, steps) => {
    expect(rerunBy(scenario, 'bad', label)).toEqual(steps);
  });
});

describe('the good version', () => {
  const built = firstBuild(scenario, 'good');

  it('installs from the private registry and keeps no secret anywhere', () => {
    expect(notSimulated(built)).toEqual([]);
    expect(fileIn(built, '/app/node_modules/@acme/payments/package.json')).toBeDefined();
    expect(inLayers(built, '/app/.env')).toEqual([]);
    expect(history(built) + config(built)).not.toMatch(/acme-npm-|acme-live-/);
    const texts = [...walk(filesOf(built))].flatMap(([, node]) => (node.type === 'file' && node.content.kind === 'bytes' ? [textOf(node)] : []));
    expect(texts.filter((text) => text.includes(token))).toEqual([]);
    expect(built.record.diagnostics.filter(({ code }) => code === 'SecretsUsedInArgOrEnv')).toEqual([]);
  });

  it.each([
    ['a source file', ['COPY src ./src']],
    ['the password', []],
  ])('runs after an edit of %s only what reads it', (label, steps) => {
    expect(rerunBy(scenario, 'good', label)).toEqual(steps);
  });

  it('runs nothing again for another token, until something in the key changes', () => {
    expect(ranIn(lastBuild(after(opened(scenario, 'good'), action('Build with another token'))))).toEqual([]);
    expect(ranIn(lastBuild(after(opened(scenario, 'good'), action('Raise TOKEN_VERSION')))).map((step) => step.replace(/ +/g, ' '))).toEqual([install.replace(/ +/g, ' '), 'COPY src ./src']);
  });

  it('fails without the token', () => {
    const { secrets: _, ...rest } = scenario;
    expect(firstBuild(rest, 'good').record.error?.message).toContain('secret npm_token: not found');
  });

  it('has the same packages and sources as the bad one', () => {
    const bad = firstBuild(scenario, 'bad');
    for (const path of ['src/main.js', 'node_modules/pino/package.json', 'node_modules/.package-lock.json']) expect(fileIn(built, `/app/${path}`)).toHaveProperty('content', (fileIn(bad, `/app/${path}`) as { content: unknown }).content);
  });
});
