import type { Reference } from '../image/reference.ts';
import type { Blob } from '../image/store.ts';

/** Repository of the same registry to mount a blob from: the one whose name has most in common with the target's (containerd `selectRepositoryMountCandidate`). */
export function mountSource(blob: Blob, target: Reference): string | undefined {
  const components = target.path.split('/');
  let best: string | undefined;
  let most = 0;
  for (const source of blob.sources ?? []) {
    if (!source.startsWith(`${target.domain}/`)) continue;
    const path = source.slice(target.domain.length + 1);
    if (path === target.path) continue;
    const parts = path.split('/');
    const differ = components.findIndex((part, at) => parts[at] !== part);
    const shared = differ < 0 ? components.length : differ;
    if (shared >= most) [most, best] = [shared, path];
  }
  return best;
}
