import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveImage } from '#engine/registry/index.ts';
import { loadScenario, slugs } from '#scenarios/index.ts';
import { pathProblem } from '../path.ts';
import { inVersion } from '../versions.ts';
import { currentState, dispatch, openWorkspace } from '../workspace.ts';
import { classics } from './classics.fixture.ts';
import { scenarioOf, type GivenFile } from './made-up.ts';

const dockerfile = (...lines: readonly string[]): GivenFile => ({ path: 'Dockerfile', text: `${lines.join('\n')}\n` });
const built = (files: readonly GivenFile[]) => currentState(openWorkspace(scenarioOf(files).scenario, resolveImage)).builds[0]?.record;
const inventedFor = (...lines: readonly string[]) => scenarioOf([dockerfile(...lines)]).invented;

describe('a Dockerfile from a page of documentation', () => {
  it.each(Object.entries(classics))('%s builds, though nothing but its text was given', (_, text) => {
    const record = built([{ path: 'Dockerfile', text }]);
    expect(record?.error?.message).toBeUndefined();
    expect(record?.ok).toBe(true);
  });

  it.each(Object.entries(classics))('%s offers an edit that leads to another build', (_, text) => {
    const { scenario } = scenarioOf([{ path: 'Dockerfile', text }]);
    const opened = openWorkspace(scenario, resolveImage);
    const [first] = scenario.tries ?? [];
    if (!first) throw new Error('nothing to try');
    const edited = dispatch(opened, first.action);
    const again = edited.ok ? dispatch(edited.workspace, { type: 'build' }) : edited;
    if (!again.ok) throw new Error(again.message.id);
    const { record } = currentState(again.workspace).builds[1]!;
    expect(record.error?.message).toBeUndefined();
    expect(record.steps.filter(({ state }) => state === 'rebuilt').length).toBeGreaterThan(0);
  });
});

describe('the scenes of the gallery without their files', () => {
  /** What no few lines of text can stand for. */
  const beyond = new Set(['django-poetry good', 'elixir bad', 'elixir good', 'pnpm-monorepo bad', 'pnpm-monorepo good', 'rust-chef bad', 'spring-layered good']);

  it('build, but for those whose files say what cannot be guessed', async () => {
    const failed: string[] = [];
    for (const slug of slugs) {
      const scene = await loadScenario(slug);
      for (const version of ['bad', 'good'] as const) {
        if (!scene || (!scene.versions && version === 'good')) continue;
        const { files, dockerfile: path } = inVersion(scene, version);
        if (!built([{ path: 'Dockerfile', text: files[path]?.text ?? '' }])?.ok) failed.push(`${slug} ${version}`);
      }
    }
    expect(failed.filter((name) => !beyond.has(name))).toEqual([]);
  });
});

describe('what is made up', () => {
  it('is what COPY lines name, and no more', () => {
    expect(inventedFor('FROM alpine', 'COPY a.txt b.conf /etc/', 'COPY --from=other x /y', 'ADD https://example.com/c.txt /c', 'COPY <<EOF /d', 'hello', 'EOF')).toEqual(['a.txt', 'b.conf']);
  });

  it('follows variables, patterns and folders', () => {
    expect(inventedFor('ARG DIR=conf', 'FROM alpine', 'ARG DIR', 'ENV NAME=web', 'COPY ${DIR}/$NAME.yml /etc/', 'COPY *.sql /init/', 'COPY templates/ /t/')).toEqual(['app.sql', 'conf/web.yml', 'templates/index.html']);
  });

  it('has what RUN lines need of a folder that was copied', () => {
    expect(inventedFor('FROM alpine', 'WORKDIR /app', 'COPY scripts ./scripts', 'RUN ./scripts/prepare && sh scripts/more.sh')).toEqual(['scripts/more.sh', 'scripts/prepare']);
  });

  it('has the lock file of the package manager that is called', () => {
    expect(inventedFor('FROM node:22', 'WORKDIR /app', 'COPY package*.json ./', 'RUN npm ci', 'COPY . .')).toContain('package-lock.json');
    expect(inventedFor('FROM node:22', 'WORKDIR /app', 'COPY . .', 'RUN yarn install --frozen-lockfile')).toContain('yarn.lock');
  });

  it('has a lock file for the packages that a given manifest names', () => {
    const manifest = { name: 'shop', version: '2.0.0', scripts: { build: 'tsc' }, dependencies: { express: '^4.18' }, devDependencies: { typescript: '~5.9.0' } };
    const files = (...install: readonly string[]) => [dockerfile('FROM node:22', 'RUN corepack enable', 'WORKDIR /app', 'COPY package*.json yarn.loc[k] pnpm-lock.yam[l] ./', ...install), { path: 'package.json', text: JSON.stringify(manifest) }];
    for (const install of ['npm ci', 'yarn install --frozen-lockfile', 'pnpm install --frozen-lockfile']) expect([install, built(files(`RUN ${install}`))?.error?.message]).toEqual([install, undefined]);
    expect(built([dockerfile('FROM node:22', 'COPY . .', 'RUN npm ci'), { path: 'package.json', text: '{ broken' }])?.ok).toBe(false);
  });

  it('stays away from files that were given, and from what the ignore file keeps out', () => {
    const { scenario, invented } = scenarioOf([dockerfile('FROM alpine', 'COPY . /app'), { path: '.dockerignore', text: '*.md\n' }, { path: 'notes.txt', text: 'mine\n' }]);
    expect(invented).toEqual([]);
    expect(scenario.files['notes.txt']).toEqual({ text: 'mine\n' });
  });

  it('is nothing where everything was given', () => {
    expect(scenarioOf([dockerfile('FROM alpine', 'COPY a.txt /'), { path: './a.txt', text: 'a' }]).invented).toEqual([]);
  });

  it('gives secrets that are mounted a value', () => {
    expect(built([dockerfile('FROM alpine', 'RUN --mount=type=secret,id=token,required=true cat /run/secrets/token')])?.ok).toBe(true);
  });
});

describe('given files', () => {
  it.each(['../up', '/etc/passwd', 'a//../b', 'nul\0', '', '.', 'a/./b', `${'d/'.repeat(40)}deep`])('with the path %j are left out', (path) => {
    expect(Object.keys(scenarioOf([dockerfile('FROM alpine'), { path, text: 'x' }]).scenario.files)).toEqual(['Dockerfile']);
  });

  it('may be called like a property of every object', () => {
    const { scenario } = scenarioOf([dockerfile('FROM alpine', 'COPY __proto__ constructor.txt /'), { path: '__proto__', text: 'x' }]);
    expect(Object.keys(scenario.files).sort()).toEqual(['Dockerfile', '__proto__', 'constructor.txt']);
    expect(({} as Record<string, unknown>)['text']).toBeUndefined();
  });

  it('are bounded in number and in size', () => {
    const many = Array.from({ length: 5_000 }, (_, n) => ({ path: `f${n}`, text: 'x'.repeat(1_000) }));
    expect(Object.keys(scenarioOf([dockerfile('FROM alpine'), ...many]).scenario.files).length).toBeLessThanOrEqual(200);
    expect(scenarioOf([dockerfile('FROM alpine'), { path: 'big', text: 'x'.repeat(3_000_000) }]).scenario.files['big']).toBeUndefined();
  });

  it('may be several Dockerfiles: the one of that name is built', () => {
    const { scenario } = scenarioOf([{ path: 'web.Dockerfile', text: 'FROM nginx\n' }, dockerfile('FROM alpine')]);
    expect(scenario.dockerfile).toBe('Dockerfile');
    expect(scenarioOf([{ path: 'docker/web.Dockerfile', text: 'FROM nginx\n' }]).scenario).toMatchObject({ dockerfile: 'docker/web.Dockerfile', options: { file: 'docker/web.Dockerfile' } });
  });

  it('are laid over the files of a scene', async () => {
    const scene = (await loadScenario('go-two-stages'))!;
    const { scenario, invented } = scenarioOf([{ path: 'main.go', text: 'package main\n\nfunc main() {}\n' }], scene);
    expect(scenario.slug).toBe('go-two-stages');
    expect(scenario.files['main.go']).toEqual({ text: 'package main\n\nfunc main() {}\n' });
    expect(scenario.files['go.mod']).toEqual(scene.files['go.mod']);
    expect(invented).toEqual([]);
  });
});

describe('any text', () => {
  const lines = fc.array(
    fc.oneof(
      fc.constantFrom('FROM alpine', 'FROM node:22 AS a', 'FROM a', 'WORKDIR /x', 'COPY . .', 'COPY --from=a /x /y', 'RUN cd x && npm ci', 'RUN go build ./...', 'ARG A=${A}', 'ENV A=$A$A$A$A', 'COPY [!*]?[a- /', 'ADD *.* $A ./', 'RUN --mount=type=bind,target=. make all', 'COPY __proto__/*/** x/'),
      fc.string({ maxLength: 60 }).map((text) => `COPY ${text}`),
      fc.string({ maxLength: 60 }),
    ),
    { maxLength: 30 },
  );

  it('gives a scene, the same each time, with paths that a context can have', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const given = [dockerfile(...all)];
        const { scenario, invented } = scenarioOf(given);
        expect(scenarioOf(given)).toEqual({ scenario, invented });
        for (const path of Object.keys(scenario.files)) expect([path, pathProblem(path)]).toEqual([path, undefined]);
        expect(scenario.files['Dockerfile']?.text).toBe(given[0]!.text);
      }),
      { seed: 8, numRuns: 400 },
    );
  });

  it('is read in bounded time however long it is', () => {
    const { invented } = scenarioOf([dockerfile('FROM alpine', ...Array.from({ length: 6_000 }, (_, n) => `COPY f${n}.txt /`))]);
    expect(invented.length).toBeLessThanOrEqual(200);
  });
});

const corpus = join(process.env['LAYERSCOPE_CORPUS'] ?? join(import.meta.dirname, '..', '..', '..', '..', '..', 'shared', 'corpus'), 'dockerfiles', 'real.jsonl.gz');
const present = existsSync(corpus);
if (!present) console.log('The corpus of Dockerfiles is not here: what is made up for real ones was not tried.');

describe.runIf(present)('Dockerfiles of public repositories', () => {
  it('never fail for want of a file of their context', () => {
    const texts = gunzipSync(readFileSync(corpus)).toString().split('\n').flatMap((line) => (line === '' ? [] : ((JSON.parse(line) as { readonly text?: string }).text ?? [])));
    let [begun, ended] = [0, 0];
    for (const text of texts) {
      const { scenario } = scenarioOf([{ path: 'Dockerfile', text }]);
      const record = currentState(openWorkspace(scenario, resolveImage)).builds[0]?.record;
      if (!record || record.steps.length === 0) continue;
      const failed = record.vertices.find(({ digest }) => digest === record.error?.vertex);
      const wanted = record.steps.find(({ vertex, state }) => state === 'failed' && vertex === failed?.digest);
      if (wanted?.reads.some(({ kind }) => kind === 'context') && wanted.keyword !== 'RUN') expect([record.error?.message, text]).toEqual([]);
      begun++;
      if (record.ok) ended++;
    }
    console.log(`${begun} of ${texts.length} real Dockerfiles begin to build (the others name images that are not in the catalogue, or are templates); ${ended} end well.`);
    expect(ended).toBeGreaterThan(100);
  });
});
