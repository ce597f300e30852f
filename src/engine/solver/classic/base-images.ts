/** FROM an image, and COPY --from one: pulled where the daemon has none under that name (moby `builder/dockerfile/imagecontext.go`). */
import { sha256, sizeOf } from '../../fs/index.ts';
import { draftOf } from '../../graph/draft-image.ts';
import { configJson, familiarReference, formatReference, parseReference, withDefaultTag } from '../../image/index.ts';
import type { BaseImage } from '../../image/base.ts';
import { extractLeast, extractRate, metadataLoad, pullRate } from '../schedule/costs.ts';
import { pass } from '../schedule/clock.ts';
import type { Clock } from '../schedule/clock.ts';
import type { ClassicImage, ImageStoreDraft } from './image-store.ts';
import type { ClassicRequest } from './request.ts';

/** The image, and the bytes that travelled where it had to be pulled. */
export interface Acquired {
  readonly image: ClassicImage;
  readonly base: BaseImage;
  readonly pulled?: number;
}

/** What one build needs for its bases. */
export interface PullJob {
  readonly request: ClassicRequest;
  readonly clock: Clock;
  readonly images: ImageStoreDraft;
  readonly platform: string;
}

/**
 * The image of a name. One that is here is used as it is: a tag that moved in the registry is noticed only with `--pull`.
 * `say` prints what the pull says.
 */
export function acquireBase(name: string, job: PullJob, say: (text: string) => void): Acquired | { readonly error: string } {
  const parsed = parseReference(name);
  if ('error' in parsed) return { error: parsed.error };
  const reference = withDefaultTag(parsed);
  const ref = formatReference(reference);
  const known = job.images.base(ref, job.platform);
  if (known && !job.request.options.pull) return { base: known.image, image: imageOf(known.image, known.build) };
  const base = job.request.resolve(ref, job.platform);
  pass(job.clock, metadataLoad);
  if ('error' in base) return { error: `pull access denied for ${familiarReference(parsed)}, repository does not exist or may require 'docker login': ${base.error}` };
  const same = known?.image.manifestDigest === base.manifestDigest;
  say(`${reference.tag ?? reference.digest ?? 'latest'}: Pulling from ${reference.path}\n`);
  const had = new Set(same ? base.layers.map(({ digest }) => digest) : []);
  let pulled = 0;
  const total = base.layers.reduce((sum, { size }) => sum + size, 0) || 1;
  for (const { digest, size } of base.layers) {
    if (had.has(digest)) continue;
    pulled += size;
    pass(job.clock, size / pullRate + Math.max(extractLeast, (sizeOf(base.root) * size) / total / extractRate));
    say(`${digest.slice(7, 19)}: Pull complete\n`);
  }
  if (job.clock.stopped) return { error: 'context canceled' };
  say(`Digest: ${base.digest}\n`);
  say(same ? `Status: Image is up to date for ${familiarReference(reference)}\n` : `Status: Downloaded newer image for ${familiarReference(reference)}\n`);
  const build = same ? known.build : job.request.number;
  job.images.addBase(ref, job.platform, { image: base, build });
  return { base, image: imageOf(base, build), ...(pulled > 0 && { pulled }) };
}

function imageOf(base: BaseImage, build: number): ClassicImage {
  const layers = base.layers.map((layer) => ({ kind: 'base' as const, layer, image: base }));
  return {
    id: base.configDigest ?? sha256(configJson(base.config)),
    config: draftOf(base.config),
    snapshot: { tree: base.root, layers, fidelity: base.fidelity, notes: [] },
    build,
  };
}
