/** The ledger of recorded builds: what CI compares, compared when the site is built. Node only. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareRecordings, readRecordings } from '../../../tests/conformance/recorded.ts';
import type { Recording } from '../../../tests/conformance/recording.ts';
import { unknowable } from '../../../tests/conformance/unknowable.ts';
import { listItems, runs, tableRows } from './readme.ts';
import type { Run } from './readme.ts';

/** `excused`: it agrees in everything but what no simulation can know of it. */
export type Verdict = 'agrees' | 'excused' | 'disagrees';

export interface LedgerScenario {
  readonly name: string;
  readonly about: string;
  readonly tags: readonly string[];
  readonly builds: number;
  readonly verdict: Verdict;
  /** What is left out of it, and why. */
  readonly excuse?: { readonly metrics: readonly string[]; readonly why: readonly Run[] };
}

export interface LedgerGroup {
  readonly id: string;
  readonly title: string;
  readonly scenarios: readonly LedgerScenario[];
}

/** A metric, or several that say one thing together. */
export interface LedgerMetric {
  readonly meaning: readonly Run[];
  readonly parts: readonly { readonly name: string; readonly agree: number; readonly total: number }[];
}

export interface Ledger {
  readonly scenarios: number;
  readonly agreeing: number;
  readonly builds: number;
  readonly comparisons: number;
  readonly metrics: readonly LedgerMetric[];
  readonly groups: readonly LedgerGroup[];
  readonly unknowable: readonly (readonly Run[])[];
}

/** A scenario belongs where its first tag is. */
const families: readonly { readonly id: string; readonly title: string; readonly tags: readonly string[] }[] = [
  { id: 'cache', title: 'What keeps the cache, and what loses it', tags: ['cache', 'no-cache'] },
  { id: 'copy', title: 'COPY and ADD', tags: ['copy', 'add'] },
  { id: 'run', title: 'RUN and its mounts', tags: ['run'] },
  { id: 'arguments', title: 'Build arguments and environment', tags: ['arg', 'env'] },
  { id: 'context', title: 'The context and its ignore file', tags: ['dockerignore', 'build-context'] },
  { id: 'stages', title: 'Stages, bases and platforms', tags: ['stage', 'platform', 'onbuild'] },
  { id: 'config', title: 'Config and syntax', tags: ['metadata', 'label', 'healthcheck', 'volume', 'user', 'shell', 'workdir', 'directive', 'epoch'] },
  { id: 'errors', title: 'Errors, in BuildKit’s words', tags: ['error'] },
  { id: 'checks', title: 'Build checks', tags: ['lint'] },
  { id: 'questions', title: 'Cases with dockerd 28.5', tags: ['cur'] },
  { id: 'random', title: 'Random Dockerfiles, edited at random', tags: ['random'] },
];

/** Runs every recorded scenario and compares; `folder` is the project's `tests/conformance`. Takes some seconds. */
export function readLedger(folder: string): Ledger {
  const recorded = join(folder, 'recorded');
  const recordings = readRecordings(recorded);
  const { metrics, disagreements } = compareRecordings(recorded);
  const wrong = new Set(disagreements.map(({ id }) => id.replace(/ step \d+$/, '')));
  const readme = readFileSync(join(folder, 'README.md'), 'utf8');
  const scenarios = recordings.map((recording) => scenarioOf(recording, wrong));
  const counted = [...metrics].filter(([name]) => name !== 'scenarios');
  return {
    scenarios: scenarios.length,
    agreeing: scenarios.filter(({ verdict }) => verdict !== 'disagrees').length,
    builds: scenarios.reduce((sum, { builds }) => sum + builds, 0),
    comparisons: counted.reduce((sum, [, { total }]) => sum + total, 0),
    metrics: tableRows(readme, '| metric | agreement means |').map(([names = '', meaning = '']) => ({
      meaning: runs(meaning),
      parts: runs(names).filter(({ code }) => code).map(({ text }) => ({ name: text, ...(metrics.get(text) ?? { agree: 0, total: 0 }) })),
    })),
    groups: grouped(scenarios),
    unknowable: listItems(readme, 'Left out of every comparison:').map(runs),
  };
}

function scenarioOf({ name, about, tags, steps }: Recording, wrong: ReadonlySet<string>): LedgerScenario {
  const excuse = unknowable[name];
  return {
    name,
    about,
    tags,
    builds: steps.length,
    verdict: wrong.has(name) ? 'disagrees' : excuse ? 'excused' : 'agrees',
    ...(excuse && { excuse: { metrics: excuse.metrics, why: runs(excuse.why) } }),
  };
}

/** The families in their order, then a group for each tag that no family has. */
function grouped(scenarios: readonly LedgerScenario[]): readonly LedgerGroup[] {
  const named = new Set(families.flatMap(({ tags }) => tags));
  const others = new Set(scenarios.flatMap(({ tags: [first = 'other'] }) => (named.has(first) ? [] : first)));
  return [...families, ...[...others].map((tag) => ({ id: tag, title: tag, tags: [tag] }))]
    .map(({ id, title, tags }) => ({ id, title, scenarios: scenarios.filter(({ tags: [first = 'other'] }) => tags.includes(first)) }))
    .filter((group) => group.scenarios.length > 0);
}
