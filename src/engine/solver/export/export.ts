/** The last vertex of a build: what is written and reported when everything is solved. */
import type { BuildPlan } from '../../graph/plan.ts';
import { sha256 } from '../../fs/index.ts';
import type { Digest } from '../../fs/index.ts';
import { formatReference, indexJson, parseReference, withDefaultTag } from '../../image/index.ts';
import { internalVertex } from '../internal-vertex.ts';
import type { ImageRecord } from '../record.ts';
import type { BuildRequest } from '../request.ts';
import { pass } from '../schedule/clock.ts';
import type { Clock } from '../schedule/clock.ts';
import { compressRate, exportLeast, manifestCost, unpackRate } from '../schedule/costs.ts';
import type { Snapshot } from '../snapshot.ts';
import type { StatusStream } from '../stream.ts';
import { exportImage } from './image.ts';
import type { LayerSteps } from './layers.ts';

/** What was solved, as the exporter needs it. */
export interface ExportInput {
  readonly snapshots: readonly (Snapshot | undefined)[];
  readonly steps: LayerSteps;
  /** Bytes of layers that were not there before this build. */
  readonly fresh: number;
  /** Brings the base layers that nobody has needed so far. */
  readonly bring: () => void;
}

/** Results by platform, in the plan's order → images. A prediction takes the time and gives none: nobody keeps its digests. */
export function runExport(
  plan: BuildPlan,
  { snapshots, steps, fresh, bring }: ExportInput,
  request: BuildRequest,
  clock: Clock,
  stream: StatusStream,
): readonly ImageRecord[] {
  const epochText = request.options.sourceDateEpoch;
  const epoch = epochText === undefined || !/^\d+$/.test(epochText) ? undefined : Number(epochText);
  const rewriteTimestamp = (request.rewriteTimestamp ?? false) && epoch !== undefined;
  const oci = request.output === 'oci';
  const vertex = internalVertex(stream, oci ? 'exporting to oci image format' : 'exporting to image');
  const during = (id: string, duration: number): void => {
    const report = stream.status(vertex.digest, id);
    pass(clock, duration);
    report({ completed: true });
  };
  const report = stream.status(vertex.digest, 'exporting layers');
  bring();
  pass(clock, fresh > 0 ? exportLeast + fresh / compressRate : manifestCost);
  report({ completed: true });
  if (rewriteTimestamp) during(`rewriting layers with source-date-epoch ${epoch} (${goTime(epoch)})`, manifestCost);
  const names = (request.options.tags ?? []).map(fullName);
  const images = request.predicted
    ? []
    : plan.platforms.map((platform, i) => exportImage(platform, snapshots[i], { epoch, rewriteTimestamp, names, steps }));
  for (const image of images) {
    during(`exporting manifest ${image.manifestDigest}`, manifestCost);
    during(`exporting config ${image.configDigest}`, manifestCost);
  }
  if (images.length > 1) during(`exporting manifest list ${manifestList(images)}`, manifestCost);
  if (oci) during('sending tarball', manifestCost + fresh / compressRate);
  else {
    // An image nobody named is kept under a name of dockerd's.
    const kept = names.length > 0 ? names : images.map(({ manifestDigest }) => `moby-dangling@${manifestDigest}`);
    for (const name of kept) {
      during(`naming to ${name}`, manifestCost);
      during(`unpacking to ${name}`, manifestCost + fresh / unpackRate);
    }
  }
  vertex.complete();
  return images;
}

/** Digest of the index that names the images of several platforms. */
function manifestList(images: readonly ImageRecord[]): Digest {
  const manifests = images.map(({ platform, manifestDigest, manifestSize }) => {
    const [os = '', architecture = '', variant] = platform.split('/');
    const mediaType = 'application/vnd.oci.image.manifest.v1+json';
    return { mediaType, digest: manifestDigest, size: manifestSize, platform: { architecture, os, ...(variant !== undefined && { variant }) } };
  });
  return sha256(indexJson(manifests));
}

/** `app` → `docker.io/library/app:latest`. */
function fullName(tag: string): string {
  const ref = parseReference(tag);
  return 'error' in ref ? tag : formatReference(withDefaultTag(ref));
}

/** Go's `Time.String()` of whole seconds since 1970, in UTC. */
const goTime = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('T', ' ').replace('.000Z', ' +0000 UTC');
