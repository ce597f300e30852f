/** Every misconception there is, in alphabetical order: one file each. */
import { allStagesBuild } from './all-stages-build.ts';
import { alpineIsAlwaysSmaller } from './alpine-is-always-smaller.ts';
import { anyChangeRebuilds } from './any-change-rebuilds.ts';
import { argBustsAllLines } from './arg-busts-all-lines.ts';
import { argIsPrivate } from './arg-is-private.ts';
import { argOnlyIfUsed } from './arg-only-if-used.ts';
import { cacheMountAlwaysReruns } from './cache-mount-always-reruns.ts';
import { cacheMountInCi } from './cache-mount-in-ci.ts';
import { cacheMountIsInTheKey } from './cache-mount-is-in-the-key.ts';
import { cacheRemembersOneBuild } from './cache-remembers-one-build.ts';
import { cachedMeansReused } from './cached-means-reused.ts';
import { chmodIsFree } from './chmod-is-free.ts';
import { deleteShrinks } from './delete-shrinks.ts';
import { deleteTagFrees } from './delete-tag-frees.ts';
import { dockerfileIsNotInTheContext } from './dockerfile-is-not-in-the-context.ts';
import { dockerignoreIsGitignore } from './dockerignore-is-gitignore.ts';
import { dotdotIsForbidden } from './dotdot-is-forbidden.ts';
import { everyLineIsALayer } from './every-line-is-a-layer.ts';
import { fewerLayersSmaller } from './fewer-layers-smaller.ts';
import { globalArgEverywhere } from './global-arg-everywhere.ts';
import { imageIdIsDigest } from './image-id-is-digest.ts';
import { latestIsNewest } from './latest-is-newest.ts';
import { metadataBreaksCache } from './metadata-breaks-cache.ts';
import { minCachesAll } from './min-caches-all.ts';
import { missKillsEverything } from './miss-kills-everything.ts';
import { modeDoesNotMatter } from './mode-does-not-matter.ts';
import { mtimeBreaksCache } from './mtime-breaks-cache.ts';
import { multiArchNeedsEmulation } from './multi-arch-needs-emulation.ts';
import { noCachePullsBase } from './no-cache-pulls-base.ts';
import { onlyCodeCounts } from './only-code-counts.ts';
import { onlyReadFilesCount } from './only-read-files-count.ts';
import { rmHidesSecrets } from './rm-hides-secrets.ts';
import { runNoticesTheWorld } from './run-notices-the-world.ts';
import { sameDockerfileSameImage } from './same-dockerfile-same-image.ts';
import { sameOutputHits } from './same-output-hits.ts';
import { secretRotationRebuilds } from './secret-rotation-rebuilds.ts';
import { sizesAddUp } from './sizes-add-up.ts';
import { unchangedFilesHitAnyway } from './unchanged-files-hit-anyway.ts';
import { wholeFolderIsSent } from './whole-folder-is-sent.ts';
import type { Misconception } from './misconception.ts';

export const deck: readonly Misconception[] = [
  allStagesBuild,
  alpineIsAlwaysSmaller,
  anyChangeRebuilds,
  argBustsAllLines,
  argIsPrivate,
  argOnlyIfUsed,
  cacheMountAlwaysReruns,
  cacheMountInCi,
  cacheMountIsInTheKey,
  cacheRemembersOneBuild,
  cachedMeansReused,
  chmodIsFree,
  deleteShrinks,
  deleteTagFrees,
  dockerfileIsNotInTheContext,
  dockerignoreIsGitignore,
  dotdotIsForbidden,
  everyLineIsALayer,
  fewerLayersSmaller,
  globalArgEverywhere,
  imageIdIsDigest,
  latestIsNewest,
  metadataBreaksCache,
  minCachesAll,
  missKillsEverything,
  modeDoesNotMatter,
  mtimeBreaksCache,
  multiArchNeedsEmulation,
  noCachePullsBase,
  onlyCodeCounts,
  onlyReadFilesCount,
  rmHidesSecrets,
  runNoticesTheWorld,
  sameDockerfileSameImage,
  sameOutputHits,
  secretRotationRebuilds,
  sizesAddUp,
  unchangedFilesHitAnyway,
  wholeFolderIsSent,
];

/** The one of this id; undefined where there is none. */
export function misconceptionOf(id: string): Misconception | undefined {
  return deck.find((one) => one.id === id);
}
