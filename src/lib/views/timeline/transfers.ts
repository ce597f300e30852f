/** What of a build's time went over a wire: layers pulled and pushed, caches imported and exported, the context sent. */
import type { BuildRecord } from '#engine/solver/record.ts';
import { t } from '#messages/index.ts';

export type TransferKind = 'pull' | 'push' | 'import' | 'export' | 'send';

/** A stretch of a vertex in which bytes travelled, in virtual milliseconds. */
export interface Transfer {
  readonly kind: TransferKind;
  readonly from: number;
  readonly to: number;
}

/** Transfers by the digest of their vertex; stretches of one kind that touch are one. */
export function transfersOf({ vertices, events }: BuildRecord): ReadonlyMap<string, readonly Transfer[]> {
  const names = new Map(vertices.map((vertex) => [vertex.digest as string, vertex.name]));
  const found = new Map<string, Transfer[]>();
  const add = (vertex: string, kind: TransferKind | undefined, from: number, to: number) => {
    if (kind !== undefined && to > from) found.set(vertex, [...(found.get(vertex) ?? []), { kind, from, to }]);
  };
  for (const event of events) {
    if (event.type === 'status' && event.started !== undefined && event.completed !== undefined) add(event.vertex, kindOf(event.id, names.get(event.vertex) ?? ''), event.started, event.completed);
  }
  for (const { digest, name, started, completed } of vertices) {
    if (name.startsWith('importing cache manifest') && started !== undefined && completed !== undefined) add(digest, 'import', started, completed);
  }
  return new Map([...found].map(([vertex, list]) => [vertex, merged(list)]));
}

/** BuildKit's id of a status → what travels in it. */
function kindOf(id: string, vertex: string): TransferKind | undefined {
  if (id.startsWith('pushing')) return 'push';
  if (id.startsWith('sending cache export')) return 'export';
  if (id.startsWith('transferring')) return 'send';
  if (id.startsWith('sha256:') && !vertex.startsWith('exporting')) return 'pull';
  return undefined;
}

function merged(list: readonly Transfer[]): readonly Transfer[] {
  const joined: Transfer[] = [];
  for (const next of [...list].sort((a, b) => a.from - b.from)) {
    const at = joined.findIndex(({ kind, to }) => kind === next.kind && next.from <= to);
    if (at < 0) joined.push(next);
    else joined[at] = { ...joined[at]!, to: Math.max(joined[at]!.to, next.to) };
  }
  return joined;
}

/** What travelled, as a word: `pulled`, `cache imported`. */
export function transferWord(kind: TransferKind): string {
  switch (kind) {
    case 'pull':
      return t('timeline.transfer-pull');
    case 'push':
      return t('timeline.transfer-push');
    case 'import':
      return t('timeline.transfer-import');
    case 'export':
      return t('timeline.transfer-export');
    case 'send':
      return t('timeline.transfer-send');
  }
}

/** An arrow for each kind, in a 10 × 10 box: down for what comes, up for what goes, with a bar where it is the cache's. */
export const TRANSFER_SIGNS: Readonly<Record<TransferKind, string>> = {
  pull: 'M5 1v7M2 5.2 5 8.4l3-3.2',
  push: 'M5 9V2M2 4.8 5 1.6l3 3.2',
  import: 'M5 1v5M2.4 3.8 5 6.4l2.6-2.6M1.5 8.8h7',
  export: 'M5 9V4M2.4 6.2 5 3.6l2.6 2.6M1.5 1.2h7',
  send: 'M1 5h7M4.8 2 8.2 5 4.8 8',
};
