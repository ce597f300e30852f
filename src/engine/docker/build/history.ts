/** Builds as `docker buildx history` knows them. */
import { sha256 } from '../../fs/index.ts';
import type { BuildRecord } from '../../solver/record.ts';
import type { Built } from '../../workspace/state.ts';
import type { Session } from '../session.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** The 25 letters and digits that stand for a build. */
export function buildRef(record: Pick<BuildRecord, 'number' | 'startedAt'>): string {
  return identifier(`build ${record.number} ${record.startedAt}`);
}

/** A cache record's ID as BuildKit would have given it. */
export const recordId = (id: string): string => identifier(`cache record ${id}`);

/** 25 letters and digits, always the same for a text, as BuildKit's random identifiers look. */
function identifier(text: string): string {
  const hex = sha256(text).slice(7);
  return Array.from({ length: 25 }, (_, at) => letters[parseInt(hex.slice(at * 2, at * 2 + 2), 16) % letters.length]).join('');
}

/** A build as the history lists it. */
export interface BuildEntry {
  readonly ref: string;
  readonly built: Built;
  /** `app`, or `app/Dockerfile.dev`. */
  readonly name: string;
  readonly status: 'Completed' | 'Error' | 'Canceled';
}

/** Builds of the machine that is sat at, the newest first; those that were removed from the history are left out, and those of the builder before BuildKit, which keeps none. */
export function buildEntries(session: Session): readonly BuildEntry[] {
  const { machine } = session;
  const gone = machine.forgottenBuilds ?? [];
  return session.state.builds.filter((built) => built.machine === machine.name && built.kept !== undefined && !gone.includes(built.record.number)).map((built) => {
    const { record } = built;
    const file = record.dockerfile.path === 'Dockerfile' ? '' : `/${record.dockerfile.path}`;
    const target = record.options.target === undefined ? '' : ` (${record.options.target})`;
    return { ref: buildRef(record), built, name: `app${file}${target}`, status: record.ok ? 'Completed' : record.error?.message.startsWith('Canceled') ? 'Canceled' : 'Error' } as const;
  }).reverse();
}

/** The build that an argument means: a reference, its beginning, `^N` for the N-th before the last; the last where there is none. */
export function findBuild(session: Session, argument: string | undefined): BuildEntry | { readonly error: string } {
  const entries = buildEntries(session);
  if (entries.length === 0) return { error: argument === undefined ? 'no records found' : `no record found for ref ${JSON.stringify(argument)}` };
  const before = /^\^(\d+)$/.exec(argument ?? '^0');
  const found = before ? entries[Number(before[1])] : entries.find(({ ref }) => ref === argument?.split('/').at(-1));
  return found ?? { error: `no record found for ref ${JSON.stringify(argument)}` };
}

/** Steps as the history counts them: all vertices, those done, those found in the cache. */
export function stepCounts({ record }: Built): { readonly total: number; readonly completed: number; readonly cached: number } {
  const started = record.vertices.filter(({ started: time }) => time !== undefined);
  return { total: started.length, completed: started.filter(({ completed }) => completed !== undefined).length, cached: started.filter(({ cached }) => cached).length };
}
