/** A workspace as the components meet it: the Go scene after two builds, README.md or main.go edited. For tests and drawings. */
import type { FileEntry, Snapshot } from '#engine/workspace/snapshot.ts';
import type { Explanation } from '#engine/insight/explanation.ts';
import type { StepRead } from '#engine/graph/plan.ts';
import type { BuildRecord, StageRecord, StepRecord, StepState } from '#engine/solver/record.ts';

export const dockerfile = `FROM golang:1.22 AS build
WORKDIR /src
COPY go.* ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -o /app

FROM gcr.io/distroless/static
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`;

const digest = (n: number) => `sha256:${n.toString(16).padStart(2, '0').repeat(32)}` as const;

const entry = (path: string, size: number, rebuilds: readonly string[], more: Partial<FileEntry> = {}): FileEntry => ({ path, type: 'file', size, mode: 0o644, change: 'none', text: true, rebuilds, ...more });

const sources = ['0.5', '0.6', '1.2'];
const modules = ['0.3', '0.4', ...sources];
const ignored = (line: number, pattern: string) => ({ ignored: { file: '.dockerignore', line, pattern } });

/** The context's files; `edited` is the one that changed since the last build. */
export const filesWith = (edited?: string): readonly FileEntry[] =>
  [
    entry('.dockerignore', 10, []),
    entry('.git', 2_094_800, [], { type: 'dir', mode: 0o755, ...ignored(1, '.git') }),
    entry('.git/HEAD', 21, [], ignored(1, '.git')),
    entry('bin', 7_812_096, [], { type: 'dir', mode: 0o755, ...ignored(2, 'bin/') }),
    entry('bin/greeter', 7_812_096, [], { mode: 0o755, text: false, ...ignored(2, 'bin/') }),
    entry('Dockerfile', 245, ['0.5', '0.6']),
    entry('README.md', 196, ['0.5', '0.6']),
    entry('go.mod', 121, modules),
    entry('go.sum', 338, modules),
    entry('greet', 260, [], { type: 'dir', mode: 0o755 }),
    entry('greet/greet.go', 260, sources),
    entry('main.go', 492, sources),
  ].map((file) => (file.path === edited ? { ...file, change: 'edited' as const } : file));

const lines = [1, 2, 3, 4, 5, 6, 8, 9];
const texts = ['FROM golang:1.22', 'WORKDIR /src', 'COPY go.* ./', 'RUN go mod download', 'COPY . .', 'RUN CGO_ENABLED=0 go build -o /app', 'FROM gcr.io/distroless/static', 'COPY --from=build /app /app'];
const times = [6_900, 100, 100, 10_200, 100, 6_800, 1_200, 100];
const reads: readonly (readonly StepRead[])[] = [
  [{ kind: 'image', ref: 'golang:1.22' }],
  [{ kind: 'parent', step: '0.1' }],
  [{ kind: 'parent', step: '0.2' }, { kind: 'context', paths: ['/go.*'], mount: false }],
  [{ kind: 'parent', step: '0.3' }],
  [{ kind: 'parent', step: '0.4' }, { kind: 'context', paths: ['/'], mount: false }],
  [{ kind: 'parent', step: '0.5' }],
  [{ kind: 'image', ref: 'gcr.io/distroless/static' }],
  [{ kind: 'parent', step: '1.1' }, { kind: 'copy', step: '0.6', paths: ['/app'] }],
];
const bytes = [75_200_000, 0, 459, 42_600_000, 1_310, 96_300_000, 3_800_000, 7_800_000];

/** A record with one state for each of the eight steps. */
export function recordWith(number: number, states: readonly StepState[], predicted = false): BuildRecord {
  let clock = 300;
  const steps = texts.map((text, at): StepRecord => {
    const [stage, index, total] = at < 6 ? [0, at + 1, 6] : [1, at - 5, 2];
    const state = states[at]!;
    const started = clock;
    if (state === 'rebuilt') clock += times[at]!;
    return {
      id: `${stage}.${index}`,
      stage,
      index,
      total,
      keyword: text.slice(0, text.indexOf(' ')),
      text,
      lines: { first: lines[at]!, last: lines[at]! },
      reads: reads[at]!,
      name: `[${stage === 0 ? 'build' : 'stage-1'} ${index}/${total}] ${text}`,
      state,
      started,
      completed: clock,
      bytes: bytes[at]!,
      fidelity: text.startsWith('RUN') ? 'modelled' : 'exact',
      models: [],
    };
  });
  const stage = (index: number, name: string, base: string, target: boolean): StageRecord => ({
    index,
    name,
    base,
    needed: true,
    target,
    lines: index === 0 ? { first: 1, last: 6 } : { first: 8, last: 10 },
    steps: steps.filter((step) => step.stage === index).map((step) => step.id),
    configOnly: index === 0 ? [] : [{ keyword: 'ENTRYPOINT', lines: { first: 10, last: 10 } }],
    layers: index === 0 ? 0 : 2,
  });
  return {
    number,
    predicted,
    ok: !states.includes('failed'),
    options: { tags: ['ghcr.io/me/app:1.0.0'] },
    dockerfile: { path: 'Dockerfile', text: dockerfile },
    stages: [stage(0, 'build', 'golang:1.22', false), stage(1, 'stage-1', 'gcr.io/distroless/static', true)],
    steps,
    vertices: [],
    events: [],
    diagnostics: [],
    images: [],
    startedAt: 0,
    duration: clock + 300,
  };
}

const c = 'cached';
const r = 'rebuilt';
export const firstStates: readonly StepState[] = [r, r, r, r, r, r, r, r];
export const mainStates: readonly StepState[] = [c, c, c, c, r, r, c, r];
export const readmeStates: readonly StepState[] = [c, c, c, c, r, r, c, c];

const summary = (number: number, states: readonly StepState[], duration: number, sameImageAs?: number) => ({
  number,
  machine: 'laptop',
  ok: true,
  states,
  cached: states.filter((state) => state === 'cached').length,
  rebuilt: states.filter((state) => state === 'rebuilt').length,
  duration,
  ...(sameImageAs === undefined ? {} : { sameImageAs }),
});

/** Two builds are made, main.go is edited, and the third is predicted. */
export const edited: Snapshot = {
  scenario: { slug: 'go-two-stages', title: 'Go, two stages' },
  revision: 3,
  files: filesWith('main.go'),
  removed: [],
  sentBytes: 1_652,
  dockerfile: 'Dockerfile',
  options: {},
  prediction: recordWith(3, mainStates, true),
  diagnostics: [],
  builds: [summary(1, firstStates, 27_400), summary(2, readmeStates, 7_600, 1)],
  machines: [
    { name: 'laptop', kind: 'laptop', ephemeral: false, umask: 0o022, builder: { strategy: 'buildkit', driver: 'docker', imageStore: 'containerd' }, images: 1, cacheBytes: 312_000_000, logins: [] },
    { name: 'ci', kind: 'runner', ephemeral: true, umask: 0o022, builder: { strategy: 'buildkit', driver: 'docker', imageStore: 'containerd' }, images: 0, cacheBytes: 0, logins: [] },
  ],
  machine: 'laptop',
  now: Date.UTC(2026, 8, 1, 9),
  terminal: { entries: 0, folder: '' },
  canUndo: true,
  canRedo: false,
};

const happened = (step: string) => ({ step, when: 'happened' });
const link = (id: string, step: string) => ({ id, values: happened(step) });

/** Why step 5 of stage build will rebuild. */
export const explanation: Explanation = {
  step: '0.5',
  build: 3,
  predicted: true,
  place: { id: 'why.place', values: { when: 'predicted', build: 3, index: 5, count: 6, stage: 'build' } },
  cause: 'file-content',
  simple: { id: 'why.file-content', values: { form: 'main', step: 'COPY . .', when: 'predicted', path: 'main.go', more: 0 } },
  precise: {
    id: 'why.precise-files',
    values: {
      when: 'predicted', known: 'yes', before: '921697efa596', after: '8de8be116831', files: 1, of: 6, more: 0, kind: 'content',
      first: { id: 'why.fact-content', values: { path: 'main.go', before: { exactBytes: 484 }, after: { exactBytes: 492 }, size: 'other', old: 'a4a4a4a4a4a4', new: '1b1b1b1b1b1b' } },
    },
  },
  also: [],
  chain: [
    { state: 'changed', sentence: { id: 'why.link-file', values: { path: 'main.go', kind: 'content' } }, figure: { bytesChange: 8 } },
    { state: 'changed', sentence: link('why.link-reads', 'COPY . .'), figure: { milliseconds: 100 }, step: '0.5' },
    { state: 'changed', sentence: link('why.link-starts', 'RUN go build'), figure: { milliseconds: 6_800 }, step: '0.6' },
    { state: 'changed', sentence: { id: 'why.link-differs', values: { path: '/app' } } },
    { state: 'changed', sentence: link('why.link-reads', 'COPY --from=build'), figure: { milliseconds: 100 }, step: '1.2' },
  ],
  files: [{ path: 'main.go', kind: 'content', before: { digest: digest(0xa4), size: 484, mode: 0o644 }, after: { digest: digest(0x1b), size: 492, mode: 0o644 } }],
  ingredients: [
    { label: { id: 'why.operation' }, before: '4d3574c4efca', after: '4d3574c4efca', same: true },
    { label: { id: 'why.parent-of', values: { step: 'RUN go mod download' } }, before: '9c6d0404df61', after: '9c6d0404df61', same: true },
    { label: { id: 'why.content-of', values: { paths: '/' } }, before: '921697efa596', after: '8de8be116831', same: false },
  ],
  modelled: { id: 'why.modelled-tool', values: { tool: 'go', time: { milliseconds: 6_800 } } },
  basis: 'Small services took 3 to 12 s in published build logs.',
};

/** Why the last step stayed cached after README.md was edited: the moment the wave stops. */
export const stopped: Explanation = {
  step: '1.2',
  build: 3,
  predicted: false,
  place: { id: 'why.place', values: { when: 'happened', build: 3, index: 2, count: 2, stage: 'stage-1' } },
  cause: 'same-content',
  simple: { id: 'why.same-content', values: { ...happened('COPY --from=build'), path: '/app' } },
  precise: { id: 'why.precise-same-content', values: { ...happened('COPY --from=build'), path: '/app', digest: '48ec1e0563b6', source: 'build', build: 2 } },
  also: [],
  chain: [
    { state: 'changed', sentence: { id: 'why.link-file', values: { path: 'README.md', kind: 'content' } }, figure: { bytesChange: 5 } },
    { state: 'changed', sentence: link('why.link-reads', 'COPY . .'), figure: { milliseconds: 100 }, step: '0.5' },
    { state: 'same', sentence: { id: 'why.link-same', values: { path: '/app' } } },
  ],
  files: [],
  ingredients: [],
  lever: { id: 'advice.context-not-ignored-hint', values: { patterns: { id: 'advice.one', values: { first: 'README.md' } }, file: '.dockerignore' } },
};

/** What `docker build --progress=plain` printed for build 2. */
export const logText = `#0 building with "default" instance using docker driver

#1 [internal] load build definition from Dockerfile
#1 transferring dockerfile: 284B done
#1 DONE 0.0s

#2 [internal] load metadata for gcr.io/distroless/static:latest
#2 DONE 0.4s

#3 [internal] load .dockerignore
#3 transferring context: 49B done
#3 DONE 0.0s

#4 [build 1/6] FROM docker.io/library/golang:1.22@sha256:1cf6c45ba39db9fd6db16922041d074a63c935556a05c5ccb62d181034df7f02
#4 DONE 0.0s

#5 [build 2/6] WORKDIR /src
#5 CACHED

#6 [build 3/6] COPY go.* ./
#6 CACHED

#7 [build 4/6] RUN go mod download
#7 CACHED

#8 [build 5/6] COPY . .
#8 DONE 0.1s

#9 [build 6/6] RUN CGO_ENABLED=0 go build -o /app
#9 DONE 6.8s

#10 [stage-1 2/2] COPY --from=build /app /app
#10 CACHED

#11 exporting to image
#11 exporting layers done
#11 writing image sha256:48ec1e0563b64de09b6f6c8f8f83c7b4bb5f0e3a5e1c7f0de5a3a5a6e3c1b2a9 done
#11 naming to ghcr.io/me/app:1.0.0 done
#11 DONE 0.3s
`;
