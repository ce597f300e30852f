/** The ledger of recorded builds: what CI compares, compared when the site is built. Node only. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareRecordings, readRecordings } from '../../../tests/conformance/recorded.ts';
import type { Recording } from '../../../tests/conformance/recording.ts';
import { unknowable } from '../../../tests/conformance/unknowable.ts';
import type { MessageId } from '#messages/index.ts';
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
  /** Absent for a group that is named after its tag. */
  readonly title?: MessageId;
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
const families: readonly { readonly id: string; readonly title?: MessageId; readonly tags: readonly string[] }[] = [
  { id: 'cache', title: 'fidelity.group-cache', tags: ['cache', 'no-cache'] },
  { id: 'copy', title: 'fidelity.group-copy', tags: ['copy', 'add'] },
  { id: 'run', title: 'fidelity.group-run', tags: ['run'] },
  { id: 'arguments', title: 'fidelity.group-arguments', tags: ['arg', 'env'] },
  { id: 'context', title: 'fidelity.group-context', tags: ['dockerignore', 'build-context'] },
  { id: 'stages', title: 'fidelity.group-stages', tags: ['stage', 'platform', 'onbuild'] },
  { id: 'config', title: 'fidelity.group-config', tags: ['metadata', 'label', 'healthcheck', 'volume', 'user', 'shell', 'workdir', 'directive', 'epoch'] },
  { id: 'errors', title: 'fidelity.group-errors', tags: ['error'] },
  { id: 'checks', title: 'fidelity.group-checks', tags: ['lint'] },
  { id: 'questions', title: 'fidelity.group-questions', tags: ['cur'] },
  { id: 'random', title: 'fidelity.group-random', tags: ['random'] },
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
  return [...families, ...[...others].map((tag) => ({ id: tag, tags: [tag] }))]
    .map(({ id, title, tags }: (typeof families)[number]) => ({ id, ...(title && { title }), scenarios: scenarios.filter(({ tags: [first = 'other'] }) => tags.includes(first)) }))
    .filter((group) => group.scenarios.length > 0);
}
