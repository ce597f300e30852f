/** The course as it is planned: order, slug and needs. */
import type { PathLesson } from './path-layout.ts';

const planned: readonly (readonly [slug: string, ...needs: number[]])[] = [
  ['images-and-registries'], ['what-a-layer-is'], ['order-for-cache', 1], ['build-context', 2], ['multi-stage', 2], ['choosing-a-base', 4], ['content-and-the-graph', 4],
  ['mounts', 2, 3], ['what-deleting-leaves', 1], ['arg-and-env', 2], ['apt-get-done-right', 2, 8], ['tags-and-digests', 1], ['push-and-pull', 11], ['caches-in-ci', 4, 6, 7], ['multi-platform', 4, 9],
];

export const plannedPath: readonly PathLesson[] = planned.map(([slug, ...needs], order) => ({ slug, order, needs: needs.map((need) => planned[need]![0]) }));
