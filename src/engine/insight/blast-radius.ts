/** Which steps a change of one file would run again: found by making the change and building, not by guessing from paths. */
import { bytesOf, file, get, put } from '../fs/index.ts';
import type { DirNode, FileNode } from '../fs/node.ts';
import type { BuildResult } from '../solver/build.ts';
import type { BuildRecord } from '../solver/record.ts';

/** A dry run of the next build over some other context, with the cache that the last dry run left. */
export type Probe = (context: DirNode) => BuildResult;

/**
 * For each of the paths, the ids of the steps that would not stay cached if that file alone got a line more.
 * `probe` must start from a cache in which `context` as it stands is built.
 */
export function blastRadius(context: DirNode, paths: readonly string[], probe: Probe): ReadonlyMap<string, readonly string[]> {
  return new Map(paths.map((path) => [path, rebuiltBy(context, path, probe)]));
}

function rebuiltBy(context: DirNode, path: string, probe: Probe): readonly string[] {
  const node = get(context, path);
  if (node?.type !== 'file') return [];
  const { record } = probe(put(context, path, lengthened(node)));
  return rerunSteps(record);
}

/** Ids of the steps that a build ran. */
export const rerunSteps = ({ steps }: BuildRecord): readonly string[] =>
  steps.filter(({ state }) => state === 'rebuilt' || state === 'failed').map(({ id }) => id);

/** The file with a newline more: a change that every reader of its bytes sees and no parser minds. */
function lengthened(node: FileNode): FileNode {
  const { content } = node;
  if (content.kind === 'described') return { ...node, content: { ...content, seed: `${content.seed}+` }, mtime: node.mtime + 1 };
  const bytes = bytesOf(content);
  const longer = new Uint8Array(bytes.length + 1);
  longer.set(bytes);
  longer[bytes.length] = 10;
  return { ...file(longer, node), mtime: node.mtime + 1 };
}
