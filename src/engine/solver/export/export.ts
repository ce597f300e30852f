/** The last vertex of a build: what is written and reported when everything is solved. */
import type { BuildPlan } from '../../graph/plan.ts';
import { sha256, sizeOf } from '../../fs/index.ts';
import { formatReference, indexJson, mediaTypes, parseReference, withDefaultTag } from '../../image/index.ts';
import type { Descriptor } from '../../image/index.ts';
import { utf8Length } from '../../source/utf8.ts';
import { internalVertex } from '../internal-vertex.ts';
import type { ImageRecord, IndexRecord } from '../record.ts';
import type { BuildRequest } from '../request.ts';
import { pass } from '../schedule/clock.ts';
import type { Clock } from '../schedule/clock.ts';
import { compressRate, exportLeast, manifestCost, transferRate, unpackRate } from '../schedule/costs.ts';
import type { Snapshot } from '../snapshot.ts';
import type { StatusStream } from '../stream.ts';
import { attest } from './attestation.ts';
import type { ProvenanceFacts } from './attestation.ts';
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
  /** The cache that travels inside the image, base64. */
  readonly inlineCache?: () => string;
}

/** What became of it. */
export interface Exported {
  readonly images: readonly ImageRecord[];
  readonly index?: IndexRecord;
}

/** Names of the vertex, as each exporter gives them. */
const vertexNames = {
  image: 'exporting to image',
  oci: 'exporting to oci image format',
  docker: 'exporting to docker image format',
  local: 'exporting to client directory',
  tar: 'exporting to client tarball',
} as const;

/** The vertex of the exporter that makes images, which a push goes on with. */
export const imageVertex = vertexNames.image;

/** Results by platform, in the plan's order → images. A prediction takes the time and gives none: nobody keeps its digests. */
export function runExport(plan: BuildPlan, input: ExportInput, request: BuildRequest, clock: Clock, stream: StatusStream): Exported {
  const output = request.output ?? 'image';
  if (output === 'none') return { images: [] };
  const vertex = internalVertex(stream, vertexNames[output]);
  const during: During = (id, duration) => {
    const report = stream.status(vertex.digest, id);
    pass(clock, duration);
    report({ completed: true });
  };
  if (output === 'local' || output === 'tar') {
    exportFiles(output, plan, input, during);
    vertex.complete();
    return { images: [] };
  }
  const inlineCache = request.inlineCache && input.inlineCache ? input.inlineCache() : undefined;
  if (inlineCache !== undefined) during('preparing layers for inline cache', manifestCost);
  const report = stream.status(vertex.digest, 'exporting layers');
  input.bring();
  pass(clock, input.fresh > 0 ? exportLeast + input.fresh / compressRate : manifestCost);
  report({ completed: true });
  const exported = exportImages(plan, input, request, inlineCache, clock, during);
  if (output !== 'image') during('sending tarball', manifestCost + input.fresh / compressRate);
  else if (request.predicted && names(request).length === 0) pass(clock, namelessCost(input, request));
  else keepImage(exported, input, request, during);
  vertex.complete();
  return exported;
}

type During = (id: string, duration: number) => void;

/** The files themselves, without layers. */
function exportFiles(output: 'local' | 'tar', plan: BuildPlan, { snapshots, bring }: ExportInput, during: During): void {
  bring();
  if (output === 'tar') {
    during('sending tarball', bytesOf(snapshots) / transferRate);
    return;
  }
  plan.platforms.forEach(({ platform }, i) => {
    const several = plan.platforms.length > 1;
    during(several ? `copying files ${platform}` : 'copying files', manifestCost + bytesOf(snapshots.slice(i, i + 1)) / transferRate);
  });
}

const bytesOf = (snapshots: readonly (Snapshot | undefined)[]): number => snapshots.reduce((sum, snapshot) => sum + (snapshot ? sizeOf(snapshot.tree) : 0), 0);

/** Config and manifest of each platform, and the index above them. */
function exportImages(plan: BuildPlan, { snapshots, steps }: ExportInput, request: BuildRequest, inlineCache: string | undefined, clock: Clock, during: During): Exported {
  const epochText = request.options.sourceDateEpoch;
  const epoch = epochText === undefined || !/^\d+$/.test(epochText) ? undefined : Number(epochText);
  const rewriteTimestamp = (request.rewriteTimestamp ?? false) && epoch !== undefined;
  if (rewriteTimestamp) during(`rewriting layers with source-date-epoch ${epoch} (${goTime(epoch)})`, manifestCost);
  if (request.predicted) {
    pass(clock, manifestCost * textsOf(plan.platforms.length, request));
    return { images: [] };
  }
  const images = plan.platforms.map((platform, i) =>
    exportImage(platform, snapshots[i], { epoch, rewriteTimestamp, names: names(request), steps, ...(inlineCache !== undefined && { inlineCache }) }),
  );
  if (request.keeper === 'overlay2') return { images };
  const bases = basesOf(plan);
  const attestations = images.flatMap((image) => {
    during(`exporting manifest ${image.manifestDigest}`, manifestCost);
    during(`exporting config ${image.configDigest}`, manifestCost);
    if (!isAttested(request)) return [];
    const made = attest(image, { dockerfile: request.dockerfilePath, bases, started: request.now, finished: request.now + clock.now });
    during(`exporting attestation manifest ${made.manifestDigest}`, manifestCost);
    return [made];
  });
  if (images.length < 2 && attestations.length === 0) return { images };
  const json = indexJson([...images.map(imageDescriptor), ...attestations.map(attestationDescriptor)]);
  const index: IndexRecord = { digest: sha256(json), json, attestations };
  during(`exporting manifest list ${index.digest}`, manifestCost);
  return { images, index };
}

/** An archive of one image has no index, so that nothing can stand beside it. */
const isAttested = ({ attest: asked, output }: BuildRequest): boolean => asked === true && output !== 'docker' && output !== 'oci';

/** How many manifests, configs, statements and indexes are written; of dockerd's older store the configs, when it names them. */
function textsOf(images: number, request: BuildRequest): number {
  if (request.keeper === 'overlay2') return (request.output ?? 'image') === 'image' ? images : 0;
  const each = isAttested(request) ? 3 : 2;
  return images * each + (images > 1 || isAttested(request) ? 1 : 0);
}

/** Every image that the build read, with the digest that its name led to. */
function basesOf(plan: BuildPlan): ProvenanceFacts['bases'] {
  const prefix = 'docker-image://';
  const found = plan.platforms.flatMap(({ platform, graph }) =>
    graph.vertices.flatMap((vertex) => {
      const [ref = '', digest] = vertex.type === 'source' && vertex.op.identifier.startsWith(prefix) ? vertex.op.identifier.slice(prefix.length).split('@') : [];
      return digest === undefined ? [] : [[`${ref}@${digest} ${platform}`, { ref, digest, platform }] as const];
    }),
  );
  return [...new Map(found).values()];
}

function imageDescriptor({ platform, manifestDigest, manifestSize }: ImageRecord): Descriptor {
  const [os = '', architecture = '', variant] = platform.split('/');
  return { mediaType: mediaTypes.manifest, digest: manifestDigest, size: manifestSize, platform: { architecture, os, ...(variant !== undefined && { variant }) } };
}

function attestationDescriptor({ subject, manifestDigest, manifestJson }: IndexRecord['attestations'][number]): Descriptor {
  return {
    mediaType: mediaTypes.manifest,
    digest: manifestDigest,
    size: utf8Length(manifestJson),
    annotations: { 'vnd.docker.reference.digest': subject, 'vnd.docker.reference.type': 'attestation-manifest' },
    platform: { architecture: 'unknown', os: 'unknown' },
  };
}

/** Names as the store has them. */
const names = ({ options }: BuildRequest): readonly string[] => (options.tags ?? []).map(fullName);

/** Time that goes by while an image without a name is kept: of a dry run nobody knows the digest that dockerd would name it by. */
function namelessCost({ fresh }: ExportInput, { keeper = 'containerd' }: BuildRequest): number {
  return keeper === 'containerd' ? 2 * manifestCost + fresh / unpackRate : 0;
}

/** Gives the image its names in the store that keeps it. One that nobody named is kept under a name of dockerd's. */
function keepImage({ images, index }: Exported, { fresh }: ExportInput, request: BuildRequest, during: During): void {
  const { keeper = 'containerd' } = request;
  const given = names(request);
  if (keeper === 'overlay2') {
    for (const { configDigest } of images) during(`writing image ${configDigest}`, manifestCost);
    for (const name of given) during(`naming to ${name}`, manifestCost);
  }
  if (keeper !== 'containerd') return;
  const digests = index ? [index.digest] : images.map(({ manifestDigest }) => manifestDigest);
  for (const name of given.length > 0 ? given : digests.map((digest) => `moby-dangling@${digest}`)) {
    during(`naming to ${name}`, manifestCost);
    during(`unpacking to ${name}`, manifestCost + fresh / unpackRate);
  }
}

/** `app` → `docker.io/library/app:latest`. */
export function fullName(tag: string): string {
  const ref = parseReference(tag);
  return 'error' in ref ? tag : formatReference(withDefaultTag(ref));
}

/** Go's `Time.String()` of whole seconds since 1970, in UTC. */
const goTime = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('T', ' ').replace('.000Z', ' +0000 UTC');
