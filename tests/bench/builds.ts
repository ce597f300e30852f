/** Builds to measure: a Dockerfile with many steps in many stages over a monorepo. */
import type { DirNode } from '#engine/fs/index.ts';
import { file, put } from '#engine/fs/index.ts';
import { resolveImage } from '#engine/registry/index.ts';
import { build, type BuildResult } from '#engine/solver/build.ts';
import { emptyStore, type CacheStore } from '#engine/solver/cache-store.ts';
import { contextOf, monorepoPaths } from './contexts.ts';

export interface Project {
  readonly context: DirNode;
  readonly paths: readonly string[];
}

/**
 * So many steps in so many stages, each of which copies a folder of its own and works on it; every third goes on from the one
 * before, the last gathers what all others made.
 */
export function manyStages(steps: number, stages: number, services: number): string {
  const lines: string[] = [];
  const each = Math.floor((steps - stages) / (stages - 1));
  for (let stage = 0; stage < stages - 1; stage++) {
    lines.push(`FROM ${stage % 3 === 2 ? `s${stage - 1}` : 'alpine:3.20'} AS s${stage}`, `WORKDIR /src/${stage}`);
    for (let step = 1; step < each; step++) {
      if (step % 3 === 1) lines.push(`COPY services/s${(stage + step) % services}/src/f${stage % 25} ./f${step}`);
      else if (step % 3 === 2) lines.push(`RUN cat f${step - 1}/*.ts > all-${step}`);
      else lines.push(`RUN mkdir -p /out && cp all-${step - 1} /out/part-${stage}-${step}`);
    }
    lines.push(`RUN mkdir -p /out && echo ${stage} > /out/stage-${stage}`);
  }
  lines.push('FROM alpine:3.20', ...Array.from({ length: stages - 1 }, (_, stage) => `COPY --from=s${stage} /out /parts/${stage}`));
  return `${lines.join('\n')}\n`;
}

/** A fresh project: nothing of its nodes is known yet, and no other has the same Dockerfile. */
export function project(steps: number, stages: number, files: number, round: number): Project {
  const paths = monorepoPaths(files);
  const services = Math.ceil(files / 500);
  const text = `# ${round}\n${manyStages(steps, stages, services)}`;
  return { paths, context: put(contextOf(paths), 'Dockerfile', file(text)) };
}

export const buildOf = (context: DirNode, store: CacheStore = emptyStore): BuildResult =>
  build({ number: 1, options: {}, context, dockerfilePath: 'Dockerfile', resolve: resolveImage, store, now: Date.UTC(2026, 0, 2) });
