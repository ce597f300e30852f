import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BaseImage } from '../image/base.ts';
import { checkBuild, outlineBuild, listTargets, planBuild, type BuildOptions, type BuildPlan, type PlanRequest } from './index.ts';

const layer = `sha256:${'0'.repeat(64)}` as const;

/** Every image is there, with a PATH of its own, but for `nosuch`; `on-build` has triggers. */
function resolve(ref: string, platform: string): BaseImage | { readonly error: string } {
  if (ref.includes('nosuch')) return { error: `${ref}: not found` };
  const [os = '', architecture = ''] = platform.split('/');
  return {
    ref,
    platform,
    digest: layer,
    manifestDigest: layer,
    config: {
      architecture,
      os,
      config: { Env: ['PATH=/bin', 'LANG=C'], WorkingDir: '/go', Cmd: ['sh'], ...(ref.includes('on-build') && { OnBuild: ['COPY . /app', 'RUN make'] }) },
      rootfs: { type: 'layers', diff_ids: [layer] },
    },
    layers: [],
    chainId: layer,
    root: { type: 'dir', mode: 0o755, uid: 0, gid: 0, mtime: 0, entries: { size: 0, get: () => undefined } },
    fidelity: 'modelled',
  };
}

function request(dockerfile: string, options: BuildOptions = {}, more: Partial<PlanRequest> = {}): PlanRequest {
  return { dockerfile, options, resolve, ...more };
}

function plan(dockerfile: string, options?: BuildOptions, more?: Partial<PlanRequest>): BuildPlan {
  const result = planBuild(request(dockerfile, options, more));
  if (!result.ok) throw new Error(result.error.message);
  return result.plan;
}

function problem(dockerfile: string, options?: BuildOptions): string {
  const result = planBuild(request(dockerfile, options));
  return result.ok ? 'ok' : `${result.error.message} @${result.error.lines.map(({ first, last }) => `${first}-${last}`).join(',')}`;
}

/** Names without digests. */
function names(of: BuildPlan, platform = 0): readonly string[] {
  return (of.platforms[platform]?.graph.vertices ?? []).map(({ name = '' }) => name.replaceAll(/@sha256:[0-9a-f]+/g, ''));
}

const scene = `FROM golang:1.22 AS build
WORKDIR /src
COPY go.* ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -o /app

FROM gcr.io/distroless/static
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`;

describe('planning the default scene', () => {
  const made = plan(scene);

  it('names every vertex as BuildKit prints it, inputs before their users', () => {
    expect(names(made)).toEqual([
      '[stage-1 1/2] FROM gcr.io/distroless/static:latest',
      '[build 1/6] FROM docker.io/library/golang:1.22',
      '[build 2/6] WORKDIR /src',
      '[internal] load build context',
      '[build 3/6] COPY go.* ./',
      '[build 4/6] RUN go mod download',
      '[build 5/6] COPY . .',
      '[build 6/6] RUN CGO_ENABLED=0 go build -o /app',
      '[stage-1 2/2] COPY --from=build /app /app',
    ]);
  });

  it('asks for each base image once, with the name of the progress line', () => {
    expect(made.resolved.map(({ name }) => name)).toEqual(['[internal] load metadata for docker.io/library/golang:1.22', '[internal] load metadata for gcr.io/distroless/static:latest']);
  });

  it('tells stages and steps with what they read', () => {
    expect(made.stages.map(({ name, base, needed, target, steps }) => [name, base, needed, target, steps.length])).toEqual([
      ['build', 'golang:1.22', true, false, 6],
      ['stage-1', 'gcr.io/distroless/static', true, true, 2],
    ]);
    expect(made.steps.find(({ id }) => id === '0.5')?.reads).toEqual([
      { kind: 'parent', step: '0.4' },
      { kind: 'context', paths: ['/'], mount: false },
    ]);
    expect(made.steps.find(({ id }) => id === '1.2')?.reads).toEqual([
      { kind: 'parent', step: '1.1' },
      { kind: 'copy', step: '0.6', paths: ['/app'] },
    ]);
  });

  it('ties every step to the vertex that gives its result', () => {
    const vertices = made.platforms[0]?.graph.vertices ?? [];
    for (const step of made.steps) {
      const [own, ...others] = vertices.filter((vertex) => vertex.step === step.id);
      const text = step.keyword === 'FROM' ? '' : step.text;
      expect(own?.name).toContain(`${step.index}/${step.total}] ${text}`);
      expect(others).toEqual([]);
    }
  });

  it('fills the config in: the entrypoint drops the base’s command', () => {
    expect(made.platforms[0]?.config.config).toEqual({ Env: ['PATH=/bin', 'LANG=C'], Entrypoint: ['/app'], WorkingDir: '/go' });
    expect(made.platforms[0]?.config.history).toEqual([
      { created_by: 'COPY /app /app # buildkit', comment: 'buildkit.dockerfile.v0' },
      { created_by: 'ENTRYPOINT ["/app"]', comment: 'buildkit.dockerfile.v0', empty_layer: true },
    ]);
  });
});

describe('stages', () => {
  it('are left out of the graph where the target does not need them, but drawn all the same', () => {
    const made = plan('FROM alpine AS a\nRUN echo a\nFROM nosuch AS b\nRUN echo $HOME\nCOPY --from=a /x /\nFROM a AS c\n', { target: 'c' });
    expect(names(made)).toEqual(['[a 1/2] FROM docker.io/library/alpine:latest', '[a 2/2] RUN echo a']);
    expect(made.stages.map(({ name, needed, baseStage }) => [name, needed, baseStage])).toEqual([['a', true, undefined], ['b', false, undefined], ['c', true, 0]]);
    expect(made.steps.filter(({ stage }) => stage === 1).map(({ text, reads }) => [text, reads.at(-1)])).toEqual([
      ['FROM nosuch', { kind: 'image', ref: 'docker.io/library/nosuch:latest' }],
      ['RUN echo $HOME', { kind: 'parent', step: '1.1' }],
      ['COPY --from=a /x /', { kind: 'copy', step: '0.2', paths: ['/x'] }],
    ]);
  });

  it('are drawn to their end even where a step of theirs would be refused', () => {
    const made = plan('FROM alpine AS a\nRUN --mount=type=nothing x\nCOPY https://a/b /\nRUN y\nFROM alpine\n');
    expect(made.steps.filter(({ stage }) => stage === 0).map(({ index, total, text }) => [index, total, text])).toEqual([[1, 4, 'FROM alpine'], [2, 4, 'RUN --mount=type=nothing x'], [3, 4, 'COPY https://a/b /'], [4, 4, 'RUN y']]);
    expect(made.warnings).toEqual([]);
  });

  it('run the triggers of the image and of the stage they start from', () => {
    const made = plan('FROM on-build AS a\nONBUILD RUN later\nFROM a\n');
    expect(names(made).slice(1)).toEqual(['[internal] load build context', '[a 2/3] ONBUILD COPY . /app', '[a 3/3] ONBUILD RUN make', '[stage-1 1/1] ONBUILD RUN later']);
    expect(made.platforms[0]?.config.config.OnBuild).toBeUndefined();
  });

  it('can be replaced by a named context', () => {
    const made = plan('FROM alpine AS deps\nRUN a\nFROM alpine\nCOPY --from=deps /x /y\n', { contexts: { deps: './vendor' } }, { contextIgnore: { deps: { file: '.dockerignore', patterns: ['*.md'] } } });
    const local = made.platforms[0]?.graph.vertices.find(({ name }) => name === '[context deps] load from client');
    expect(local?.op).toEqual({ identifier: 'local://deps', attrs: { 'local.followpaths': '["x"]', 'local.excludepatterns': '["*.md"]', 'local.sharedkeyhint': 'context:deps-' } });
  });

  it('say where a problem is', () => {
    expect(problem('FROM nosuch\n')).toBe('nosuch: failed to resolve source metadata for docker.io/library/nosuch:latest: docker.io/library/nosuch:latest: not found @1-1');
    expect(problem('FROM alpine AS a\nCOPY --from=b / /\nFROM alpine AS b\nCOPY --from=a / /\n')).toBe('circular dependency detected on stage: a @2-2,4-4');
    expect(problem('FROM alpine\nCOPY --from=7 / /\n')).toBe('invalid stage index 7 @');
    expect(problem('FROM alpine AS build\n', { target: 'biuld' })).toBe('target stage "biuld" could not be found (did you mean build?) @');
    expect(problem('FROM alpine\nRUN x\nEXPOSE 80/foo\n')).toBe('invalid port: "80/foo": invalid proto: foo @3-3');
    expect(problem('')).toBe('the Dockerfile cannot be empty @');
  });
});

describe('an error', () => {
  const error = (text: string) => {
    const result = planBuild(request(text));
    return result.ok ? undefined : [result.error.code, text.slice(result.error.range.from, result.error.range.to)];
  };

  it('says which phase found it, and marks the text', () => {
    expect(error('FROM alpine\nFOO bar\n')?.[0]).toBe('instruction');
    expect(error('FROM alpine\nRUN <<EOF\n')?.[0]).toBe('parse');
    expect(error('FROM alpine\nEXPOSE x\n')).toEqual(['graph', 'EXPOSE x']);
  });

  it('comes with the findings up to there', () => {
    const result = planBuild(request('FROM alpine as a\nWORKDIR x\nEXPOSE x\nCMD a\n'));
    expect(result.ok || result.warnings.map(({ code }) => code)).toEqual(['FromAsCasing', 'WorkdirRelativePath']);
  });
});

describe('instructions', () => {
  it('put a linked copy on nothing and merge it in, as one step', () => {
    const vertices = plan('FROM alpine\nCOPY --link a /b/\n').platforms[0]?.graph.vertices ?? [];
    expect(vertices.slice(-2).map(({ type, name, inputs, group, step }) => [type, name, inputs, group?.weak, step])).toEqual([
      ['file', '[2/2] COPY --link a /b/', [[1, 0]], true, '0.2'],
      ['merge', '[2/2] LINK COPY --link a /b/', [[0, 0], [2, 0]], false, '0.2'],
    ]);
  });

  it('mount caches, secrets and the context without keeping what is written', () => {
    const made = plan('FROM alpine\nWORKDIR /w\nRUN --mount=type=cache,target=/c,sharing=locked --mount=type=secret,id=s,env=S --mount=source=lib,target=l true\n');
    const exec = made.platforms[0]?.graph.vertices.at(-1);
    expect(exec?.type === 'exec' && exec.op.mounts.map(({ dest, mountType, output }) => [dest, mountType, output])).toEqual([['/', 'BIND', 0], ['/c', 'CACHE', -1], ['/w/l', 'BIND', -1]]);
    expect(exec?.type === 'exec' && exec.op.secretenv).toEqual([{ ID: 's', name: 'S', optional: true }]);
    expect(made.steps.at(-1)?.reads.map(({ kind }) => kind)).toEqual(['parent', 'cache', 'secret', 'context']);
    expect(names(made).at(-1)).toMatch(/^\[stage-0 3\/3\] RUN/);
  });

  it('number platforms apart and write the target’s into the config', () => {
    const made = plan('FROM --platform=$BUILDPLATFORM alpine\nARG TARGETARCH\nRUN echo $TARGETARCH\n', { platforms: ['linux/amd64', 'linux/arm64/v8'] });
    expect(made.platforms.map(({ platform, config }) => [platform, config.architecture])).toEqual([['linux/amd64', 'amd64'], ['linux/arm64', 'arm64']]);
    expect(names(made, 1).at(-1)).toBe('[linux/amd64->arm64 2/2] RUN echo arm64');
  });

  it('see arguments in the order and scope that BuildKit gives them', () => {
    const made = plan('ARG V=1\nFROM alpine:$V\nARG V\nARG W=${V}2\nENV X=$W Y=$X\nRUN a\n', { buildArgs: { V: '3' } });
    expect(names(made)[0]).toBe('[1/2] FROM docker.io/library/alpine:3');
    const exec = made.platforms[0]?.graph.vertices.at(-1);
    expect(exec?.type === 'exec' && exec.op.meta.env).toEqual(['PATH=/bin', 'LANG=C', 'V=3', 'W=32', 'X=32', 'Y=']);
    expect(made.platforms[0]?.config.history?.at(-1)?.created_by).toBe('RUN |2 V=3 W=32 /bin/sh -c a # buildkit');
  });

  it('take times from the source date epoch', () => {
    const made = plan('FROM alpine\nWORKDIR /a\n', { sourceDateEpoch: '1700000000' });
    expect(made.platforms[0]?.config.history?.[0]?.created).toBe('2023-11-14T22:13:20Z');
    expect(made.platforms[0]?.graph.vertices.at(-1)?.op).toMatchObject({ actions: [{ mkdir: { path: '/a', timestamp: 1700000000e9 } }] });
  });

  it('are marked where the cache may not be used', () => {
    const ignored = (noCache: BuildOptions['noCache']) => plan('FROM alpine AS a\nRUN x\nFROM a AS b\nRUN y\n', { noCache: noCache ?? false }).platforms[0]?.graph.vertices.map(({ ignoreCache }) => ignoreCache ?? false);
    expect(ignored(true)).toEqual([false, true, true]);
    expect(ignored(['B'])).toEqual([false, false, true]);
  });
});

describe('requests beside a build', () => {
  it('check every stage unless there is a target', () => {
    const text = 'FROM alpine AS a\nWORKDIR x\nFROM alpine AS b\n';
    expect(checkBuild(request(text)).warnings.map(({ code }) => code)).toEqual(['WorkdirRelativePath']);
    expect(checkBuild(request(text, { target: 'b' })).warnings).toEqual([]);
  });

  it('list targets and what they can be given', () => {
    const text = 'ARG V=1\n# base is below\nFROM alpine:$V AS base\nFROM base\nARG W=$V\nRUN --mount=type=secret,id=s,required=true true\n';
    expect(listTargets(text)).toMatchObject([{ name: 'base', base: 'alpine:$V', description: 'is below', default: false }, { base: 'base', default: true }]);
    expect(outlineBuild(request(text))).toEqual({
      args: [
        { name: 'V', value: '1', lines: [{ first: 1, last: 1 }] },
        { name: 'W', lines: [{ first: 5, last: 5 }] },
      ],
      secrets: [{ name: 's', required: true, lines: [{ first: 6, last: 6 }] }],
      ssh: [],
    });
  });
});

describe('planning anything', () => {
  const word = fc.constantFrom('FROM', 'alpine', 'AS', 'a', 'COPY', '--from=a', '--link', '--chmod=9', 'RUN', '--mount=type=cache', '<<EOF', 'EOF', '\n', '\n', '$X', '${X:?y}', '"', '/', 'ARG', 'X=1', 'ENV', 'WORKDIR', 'EXPOSE', '80-9', 'ONBUILD', '--platform=$X', 'https://a/b.git#c', 'ADD', '\\\n');

  it('gives a plan or an error, and the same one each time', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), fc.option(fc.string(), { nil: undefined }), (words, target) => {
        const text = words.join(' ');
        const first = planBuild(request(text, target === undefined ? {} : { target }));
        expect(planBuild(request(text, target === undefined ? {} : { target }))).toEqual(first);
      }),
      { seed: 21, numRuns: 300 },
    );
  });

  it('lists inputs before their users', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const result = planBuild(request(`FROM alpine AS a\nRUN x\nFROM b\n${words.join(' ')}`));
        const vertices = result.ok ? (result.plan.platforms[0]?.graph.vertices ?? []) : [];
        expect(vertices.every(({ inputs }, at) => inputs.every(([input]) => input >= 0 && input < at))).toBe(true);
      }),
      { seed: 22, numRuns: 200 },
    );
  });

  it('takes a chain of thousands of steps', () => {
    const made = plan(`FROM alpine\n${'RUN x\nWORKDIR /a\n'.repeat(4000)}`);
    expect(made.steps).toHaveLength(8001);
  });
});
