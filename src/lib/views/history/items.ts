/** What is drawn of a history: a core for each build, and one tick for the actions between two of them. */
import type { NodeId } from '#engine/workspace/log.ts';
import type { History, HistoryBuild, HistoryEntry } from '#engine/workspace/history.ts';

export interface Item {
  /** Holds as long as the history is added to: `build 4.2`, `edits 3`. */
  readonly id: string;
  /** Absent for a tick. */
  readonly build?: HistoryBuild;
  /** The actions: of a tick, oldest first; of a build the one that made it. None where the scene begins. */
  readonly entries: readonly HistoryEntry[];
  /** Where rewinding to it leads. */
  readonly node: NodeId;
  /** Id of the item it was done after; undefined for the first. */
  readonly parent: string | undefined;
  /** The workspace is here, or has come this way. */
  readonly here: boolean;
  readonly passed: boolean;
}

/** Items in the order in which they were first done. Ticks end where a branch begins, and where the workspace is. */
export function itemsOf({ entries, at }: History): readonly Item[] {
  const followers = new Map<NodeId, number>();
  for (const { parent } of entries) if (parent !== undefined) followers.set(parent, (followers.get(parent) ?? 0) + 1);
  const byNode = new Map(entries.map((entry) => [entry.node, entry]));
  const passed = new Set<NodeId>();
  for (let entry = byNode.get(at); entry; entry = entry.parent === undefined ? undefined : byNode.get(entry.parent)) passed.add(entry.node);

  const items: Item[] = [];
  /** Place in `items` of what a node ends with. */
  const ends = new Map<NodeId, number>();
  const add = (item: Item) => ends.set(item.node, items.push(item) - 1);

  for (const entry of entries) {
    const { node, parent, builds } = entry;
    const state = { here: node === at, passed: passed.has(node) };
    const before = parent === undefined ? undefined : items[ends.get(parent)!];
    if (builds.length > 0) {
      builds.forEach((build, index) => {
        const last = index === builds.length - 1;
        const above = index === 0 ? before : items.at(-1);
        add({ id: `build ${node}.${build.number}`, build, entries: entry.action ? [entry] : [], node, parent: above?.id, here: state.here && last, passed: state.passed });
      });
    } else if (before && !before.build && before.entries.length > 0 && !before.here && followers.get(before.node) === 1) {
      const place = ends.get(parent!)!;
      items[place] = { ...before, entries: [...before.entries, entry], node, ...state };
      ends.set(node, place);
    } else add({ id: `edits ${node}`, entries: entry.action ? [entry] : [], node, parent: before?.id, ...state });
  }
  return items;
}

/** Items with each tick taken into the one build that follows it: for histories of many builds. */
export function compacted(items: readonly Item[]): readonly Item[] {
  const followers = new Map<string, number>();
  for (const { parent } of items) if (parent !== undefined) followers.set(parent, (followers.get(parent) ?? 0) + 1);
  const byId = new Map(items.map((item) => [item.id, item]));
  const taken = new Set<string>();
  const merged = items.map((item) => {
    const before = item.parent === undefined ? undefined : byId.get(item.parent);
    if (!item.build || !before || before.build || before.here || before.parent === undefined || followers.get(before.id) !== 1) return item;
    taken.add(before.id);
    return { ...item, entries: [...before.entries, ...item.entries], parent: before.parent };
  });
  return merged.filter(({ id }) => !taken.has(id));
}
