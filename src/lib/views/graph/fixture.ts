/** Build records for the tests of the graph, written as short descriptions. Not part of the product. */
import type { Digest } from '#engine/fs/node.ts';
import type { StepRead } from '#engine/graph/plan.ts';
import type { BuildRecord, StageRecord, StepRecord, StepState } from '#engine/solver/record.ts';
import type { FileEntry } from '#engine/workspace/snapshot.ts';

export interface StepSketch {
  readonly text: string;
  readonly state?: StepState;
  /** Virtual milliseconds. */
  readonly took?: number;
  readonly bytes?: number;
  readonly reads?: readonly StepRead[];
  readonly modelled?: boolean;
  readonly error?: string;
}

export interface StageSketch {
  readonly name: string;
  readonly base: string;
  /** Index of the stage it starts from. */
  readonly from?: number;
  readonly needed?: boolean;
  readonly steps: readonly StepSketch[];
  readonly configOnly?: readonly string[];
}

export interface BuildSketch {
  readonly stages: readonly StageSketch[];
  readonly number?: number;
  readonly predicted?: boolean;
  readonly ok?: boolean;
  readonly tag?: string;
}

const digest = (text: string): Digest => `sha256:${[...text].reduce((hash, c) => (hash * 33 + c.charCodeAt(0)) % 2 ** 32, 5381).toString(16).padStart(8, '0').repeat(8)}`;

/** A sketch → a record whose steps run one after the other as they become possible, lanes side by side. */
export function recordOf(sketch: BuildSketch): BuildRecord {
  const steps: StepRecord[] = [];
  const stages: StageRecord[] = [];
  const ends = new Map<string, number>();
  let line = 1;
  sketch.stages.forEach((stage, index) => {
    const first = line++;
    const target = index === sketch.stages.length - 1;
    let base = stage.from === undefined ? undefined : stages[stage.from];
    while (base !== undefined && base.steps.length === 0) base = base.baseStage === undefined ? undefined : stages[base.baseStage];
    let parent = base?.steps[base.steps.length - 1];
    const ids = stage.steps.map((step, i) => {
      const id = `${index}.${i + 1}`;
      const state = stage.needed === false ? 'not-needed' : (step.state ?? 'cached');
      const link: StepRead[] = parent === undefined ? [] : [{ kind: i === 0 ? 'stage' : 'parent', step: parent }];
      const reads = [...link, ...(step.reads ?? [])];
      const ready = Math.max(100, ...reads.map((read) => ('step' in read ? (ends.get(read.step!) ?? 0) : 0)));
      const runs = state === 'rebuilt' || state === 'failed';
      const completed = ready + (runs ? (step.took ?? 100) : 0);
      ends.set(id, completed);
      steps.push({
        id,
        stage: index,
        index: i + 1,
        total: stage.steps.length,
        keyword: step.text.split(' ')[0]!,
        text: step.text,
        name: `[${stage.name} ${i + 1}/${stage.steps.length}] ${step.text}`,
        lines: { first: i === 0 && stage.from === undefined ? first : line, last: i === 0 && stage.from === undefined ? first : line++ },
        reads,
        state,
        ...(state === 'not-needed' ? {} : { vertex: digest(id) }),
        ...(runs ? { started: ready, completed } : {}),
        ...(step.bytes === undefined || state === 'not-needed' ? {} : { bytes: step.bytes }),
        ...(state === 'cached' ? { hit: { via: 'definition' as const, build: 1 } } : {}),
        fidelity: step.modelled ? 'modelled' : 'exact',
        models: [],
        ...(step.error === undefined ? {} : { error: step.error }),
      });
      parent = id;
      return id;
    });
    stages.push({
      index,
      name: stage.name,
      base: stage.base,
      ...(stage.from === undefined ? {} : { baseStage: stage.from }),
      needed: stage.needed ?? true,
      target,
      lines: { first, last: line },
      steps: ids,
      configOnly: (stage.configOnly ?? []).map((keyword) => ({ keyword, lines: { first: line, last: line++ } })),
      layers: target ? ids.length : 0,
    });
  });
  return {
    number: sketch.number ?? 1,
    predicted: sketch.predicted ?? false,
    ok: sketch.ok ?? true,
    options: { tags: [sketch.tag ?? 'ghcr.io/me/app:1.0.0'] },
    dockerfile: { path: 'Dockerfile', text: '' },
    stages,
    steps,
    vertices: [],
    events: [],
    diagnostics: [],
    images: [],
    startedAt: 0,
    duration: Math.max(0, ...ends.values()) + 200,
  };
}

const context = (...paths: string[]): StepRead => ({ kind: 'context', paths, mount: false });

/** The default scene: two stages of Go. `states` are of its eight steps, in order; cached where not given. */
export function goTwoStages(states: Readonly<Record<string, StepState>> = {}, options: Omit<BuildSketch, 'stages'> = {}): BuildRecord {
  return recordOf({
    number: 2,
    ...options,
    stages: [
      {
        name: 'build',
        base: 'golang:1.22',
        steps: [
          { text: 'FROM golang:1.22', took: 4_100, bytes: 75_200_000, reads: [{ kind: 'image' as const, ref: 'docker.io/library/golang:1.22' }] },
          { text: 'WORKDIR /src', took: 40, bytes: 0 },
          { text: 'COPY go.* ./', took: 50, bytes: 5_100, reads: [context('/go.*')] },
          { text: 'RUN go mod download', took: 10_200, bytes: 42_600_000, modelled: true },
          { text: 'COPY . .', took: 100, bytes: 24_300, reads: [context('/')] },
          { text: 'RUN CGO_ENABLED=0 go build -o /app', took: 6_800, bytes: 96_300_000, modelled: true, ...(states['0.6'] === 'failed' ? { error: 'process "/bin/sh -c CGO_ENABLED=0 go build -o /app" did not complete successfully: exit code: 1' } : {}) },
        ].map((step, i) => ({ ...step, state: states[`0.${i + 1}`] ?? 'cached' })),
      },
      {
        name: 'stage-1',
        base: 'gcr.io/distroless/static',
        configOnly: ['ENTRYPOINT'],
        steps: [
          { text: 'FROM gcr.io/distroless/static', took: 900, bytes: 1_900_000, reads: [{ kind: 'image' as const, ref: 'gcr.io/distroless/static' }] },
          { text: 'COPY --from=build /app /app', took: 100, bytes: 7_800_000, reads: [{ kind: 'copy' as const, step: '0.6', paths: ['/app'] }] },
        ].map((step, i) => ({ ...step, state: states[`1.${i + 1}`] ?? 'cached' })),
      },
    ],
  });
}

/** README edited and built: the build stage ran again, the binary is the same. */
export const waveStops = (): BuildRecord => goTwoStages({ '0.5': 'rebuilt', '0.6': 'rebuilt' }, { number: 3 });

/** main.go edited, nothing built yet. */
export const willRebuild = (): BuildRecord => goTwoStages({ '0.5': 'rebuilt', '0.6': 'rebuilt', '1.2': 'rebuilt' }, { number: 3, predicted: true });

/** Files of the context, in path order. */
export function filesOf(paths: readonly string[], edited: readonly string[] = []): readonly FileEntry[] {
  return paths.map((path, i) => ({ path, type: 'file', size: 400 + 137 * i, mode: 0o644, change: edited.includes(path) ? 'edited' : 'none', text: true, rebuilds: [] }));
}

export const GO_FILES = ['.dockerignore', 'Dockerfile', 'README.md', 'go.mod', 'go.sum', 'greet/greet.go', 'main.go'] as const;

/** A monorepo of so many stages with so many steps each: every third stage starts from the one before, all are copied at the end. */
export function monorepo(stages: number, each: number, rebuilt: (stage: number, step: number) => boolean = () => false): BuildRecord {
  const lanes: StageSketch[] = Array.from({ length: stages }, (_, s) => ({
    name: `service-${s + 1}`,
    base: s % 3 === 1 ? `service-${s}` : 'node:22',
    ...(s % 3 === 1 ? { from: s - 1 } : {}),
    needed: s % 5 !== 4,
    steps: Array.from({ length: each }, (_, i) => ({
      text: i === 0 && s % 3 !== 1 ? 'FROM node:22' : i === 2 ? `COPY service-${s + 1} .` : `RUN npm run task-${i} -w service-${s + 1}`,
      state: rebuilt(s, i) ? 'rebuilt' : 'cached',
      took: 800 + 130 * i,
      bytes: 20_000 * (i + 1),
      ...(i === 2 ? { reads: [context(`/service-${s + 1}`)] } : {}),
    })),
  }));
  const copied = lanes.flatMap((lane, s) => (lane.needed ? [s] : []));
  return recordOf({
    stages: [
      ...lanes,
      {
        name: 'runtime',
        base: 'debian:13-slim',
        configOnly: ['CMD'],
        steps: [
          { text: 'FROM debian:13-slim', bytes: 28_000_000 },
          ...copied.map((s) => ({
            text: `COPY --from=service-${s + 1} /out /srv/${s + 1}`,
            state: rebuilt(s, each - 1) ? ('rebuilt' as const) : ('cached' as const),
            bytes: 900_000,
            reads: [{ kind: 'copy' as const, step: `${s}.${each}`, paths: ['/out'] }],
          })),
        ],
      },
    ],
  });
}
