/** The image of a build as checks look at it: its layers, its config, its files. */
import { compilePatterns, emptyDir, walk } from '../fs/index.ts';
import type { DirNode, Node } from '../fs/node.ts';
import type { TakenApart } from '../insight/image/image-layers.ts';
import { imageChoices, partsOf } from '../workspace/image-choices.ts';
import type { Built } from '../workspace/state.ts';
import { currentState, type Workspace } from '../workspace/workspace.ts';

/** The image that a build made, taken apart; of the platform, or the first. Undefined where it made none. */
export function imageOf(workspace: Workspace, built: Built | undefined, platform?: string): TakenApart | undefined {
  if (!built) return undefined;
  const found = imageChoices(currentState(workspace)).filter(({ build }) => build === built.record.number);
  const one = found.find((each) => platform !== undefined && each.platform === platform) ?? found[0];
  return one && partsOf(one);
}

/** All files that a container of the image begins with. */
export function filesOf(image: TakenApart): DirNode {
  return image.layers.at(-1)?.upper ?? emptyDir();
}

/** Files and links below a tree by path, folders left out. */
export function leaves(tree: DirNode): ReadonlyMap<string, Node> {
  return new Map(Array.from(walk(tree)).flatMap(([path, node]): [string, Node][] => (node.type === 'dir' ? [] : [[path, node]])));
}

/** Whether a path, or a folder above it, is meant by one of the globs (those of `.dockerignore`; a leading slash means nothing). */
export function globber(globs: readonly string[]): (path: string) => boolean {
  const compiled = compilePatterns(globs.map((glob) => glob.replace(/^\/+/, '')));
  return 'error' in compiled ? () => false : (path) => compiled.matches(path.replace(/^\/+/, ''));
}
