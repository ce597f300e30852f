/** `docker build` and `docker buildx build` on the machine that is sat at. */
import type { Digest, DirNode } from '../../fs/node.ts';
import type { BuildOptions } from '../../graph/plan.ts';
import { putImage, type Blob, type NewImage } from '../../image/index.ts';
import type { RegistryMessage } from '../../registry/index.ts';
import { build } from '../../solver/build.ts';
import { fullName, imageVertex } from '../../solver/export/export.ts';
import { continued, type LaterVertex } from '../../solver/continued.ts';
import { emptyStore } from '../../solver/cache-store.ts';
import type { BuildResult } from '../../solver/request.ts';
import { manifestCost, transferRate } from '../../solver/schedule/costs.ts';
import type { BuildExtras } from '../build-request.ts';
import { currentMachine, withMachine, type Built, type State } from '../state.ts';
import type { World } from '../world.ts';
import { builderRequest, jobBegun } from './builder-request.ts';
import { exportTo, type ExportedCache } from './cache-export.ts';
import { findCaches } from './cache-import.ts';
import { buildWithClassic } from './classic-build.ts';
import { collected } from './collect.ts';
import { newImageOf } from './kept-image.ts';
import { destinationOf, type Destination } from './output.ts';
import { pushImage, type Pushed } from './push-image.ts';

/** Everything that a build can be asked for. */
export interface BuildCommand extends BuildExtras {
  readonly options: BuildOptions;
  /** Instead of the project (checked out anew on a runner): a folder of it, or what came through standard input. */
  readonly context?: DirNode;
  /** Values for `--secret`, by id; the scenario's secrets where absent. */
  readonly secrets?: Readonly<Record<string, Uint8Array>>;
  /** Folders for `--build-context name=folder`, by name; those that lead elsewhere are in `options.contexts`. */
  readonly namedContexts?: Readonly<Record<string, DirNode>>;
  /** The folder of the Dockerfile where that is not the context: `options.file` is a path in it. */
  readonly definitions?: DirNode;
}

export type BuildOutcome =
  | {
      readonly ok: true;
      /** With the build in its history, the image where it goes, and the clock where it ended. */
      readonly state: State;
      /** What went wrong in it is in `built.record.error`. */
      readonly built: Built;
      /** What `--push`, `--cache-to` and `--cache-from` said to registries; times since the build's start. */
      readonly messages: readonly RegistryMessage[];
      /** What the client says before the build's output, a line each. */
      readonly warnings: readonly string[];
    }
  /** The client refuses before anything is built: its words, without `ERROR: `. */
  | { readonly ok: false; readonly state: State; readonly error: string };

/** Runs a build. */
export function runBuildOn(before: State, world: World, command: BuildCommand): BuildOutcome {
  const state = jobBegun(before);
  const machine = currentMachine(state);
  if (machine.builder.strategy === 'classic') return finished(before, command, buildWithClassic(state, world, command), [], []);
  const destination = destinationOf(machine, command);
  if ('error' in destination) return { ok: false, state: before, error: destination.error };
  const found = findCaches(state, world, command.cacheFrom);
  const asked = builderRequest(state, world, command.options, command.context);
  // dockerd's exporter unpacks what it keeps, and cannot unpack what it has rewritten.
  const rewritten = command.rewriteTimestamp === true && command.options.sourceDateEpoch !== undefined && destination.kept && destination.keeper === 'containerd';
  const result = build({
    ...asked,
    ...(command.secrets && { secrets: command.secrets }),
    ...(command.namedContexts && { namedContexts: command.namedContexts }),
    ...(command.definitions && { definitions: command.definitions }),
    ...(found.imports.length > 0 && { imports: found.imports }),
    ...(command.interrupted !== undefined && { stopAt: command.interrupted }),
    output: destination.output,
    attest: destination.attest && command.provenance !== false,
    keeper: rewritten ? 'none' : destination.keeper,
    rewriteTimestamp: command.rewriteTimestamp ?? false,
    inlineCache: command.cacheTo?.some(({ type }) => type === 'inline') ?? false,
  });
  const done = withMachine(state, { ...machine, cache: result.store });
  const sent = rewritten && result.record.ok ? notUnpacked(done, result) : sentOn(done, world, command, destination, result);
  const warnings = [...destination.warnings, ...found.warnings];
  return finished(before, command, { state: sent.state, result: { ...result, record: sent.record } }, [...found.messages, ...sent.messages], warnings);
}

interface Sent {
  readonly state: State;
  readonly record: BuildResult['record'];
  readonly messages: readonly RegistryMessage[];
}

/** BuildKit's words where a rewritten image was to be unpacked (`exporter/containerimage/export.go`). */
function notUnpacked(state: State, { record }: BuildResult): Sent {
  const error = 'exporter option "rewrite-timestamp" conflicts with "unpack"';
  return { state, record: { ...continued(record, [{ name: imageVertex, duration: 0, statuses: [], error }]), images: [] }, messages: [] };
}

/** What happens to a result when everything is built: the image is kept and pushed, the caches travel, all at once. */
function sentOn(state: State, world: World, command: BuildCommand, { kept, pushed, loaded }: Destination, result: BuildResult): Sent {
  const { record } = result;
  if (!record.ok) return { state, record, messages: [] };
  const machine = currentMachine(state);
  const image = newImageOf(result, (digest) => machine.images.blobs.get(digest) ?? registryBlob(state, digest));
  const names = (record.options.tags ?? []).map(fullName);
  let after = kept && image ? withImage(state, image, names, record.startedAt + record.duration) : state;
  const vertices: LaterVertex[] = loaded ? [{ name: 'importing to docker', duration: loadTime(image), statuses: [] }] : [];
  const messages: RegistryMessage[] = [];
  const take = (part: Pushed & Partial<ExportedCache>): void => {
    after = { ...after, registries: part.registries, caches: part.caches ?? after.caches };
    messages.push(...part.messages);
    vertices.push(...part.vertices);
  };
  if (pushed && image) take(pushImage(after, world, image, names));
  const packed = new Set(record.images.flatMap(({ layers }) => layers.map(({ blob }) => blob?.digest ?? '')));
  for (const target of command.cacheTo ?? []) take(exportTo(after, world, result, target, packed));
  const whole = continued(record, vertices, command.interrupted);
  const stopped = whole.duration < record.duration + Math.max(0, ...vertices.map(({ start = 0, duration }) => start + Math.round(duration)));
  const later = messages.map((message) => ({ ...message, time: message.time + record.duration })).filter(({ time }) => time <= whole.duration);
  // What was under way when Ctrl-C came is not there: tags and manifests come last.
  return { state: stopped ? { ...after, registries: state.registries, caches: state.caches } : after, record: whole, messages: later };
}

/** A blob that some registry of the scene has, with all that is known of it. */
function registryBlob({ registries }: State, digest: Digest): Blob | undefined {
  for (const { blobs } of registries.hosts.values()) {
    const blob = blobs.get(digest);
    if (blob) return blob;
  }
  return undefined;
}

/** The image in the machine's store, under its names. */
function withImage(state: State, image: NewImage, names: readonly string[], now: number): State {
  const machine = currentMachine(state);
  return withMachine(state, { ...machine, images: putImage(machine.images, image, names, now) });
}

/** An archive goes from the builder to dockerd through the client. */
const loadTime = (image: NewImage | undefined): number => manifestCost + (image?.blobs.reduce((sum, { size }) => sum + size, 0) ?? 0) / transferRate;

/** What can be kept of the command beside the record's options; undefined where it was plain. */
function extrasOf({ cacheTo, cacheFrom, output, push, load, provenance, rewriteTimestamp, interrupted }: BuildCommand): BuildExtras | undefined {
  const given = Object.entries({ cacheTo, cacheFrom, output, push, load, provenance, rewriteTimestamp, interrupted }).filter(([, value]) => value !== undefined);
  return given.length > 0 ? (Object.fromEntries(given) as BuildExtras) : undefined;
}

/** The build in the history, the cache after garbage collection, the clock at its end; a runner's cache is gone with its job. */
function finished(before: State, command: BuildCommand, { state, result }: { readonly state: State; readonly result: BuildResult }, messages: readonly RegistryMessage[], warnings: readonly string[]): BuildOutcome {
  const { name, ephemeral } = currentMachine(state);
  const extras = extrasOf(command);
  const built: Built = { ...result, context: before.context, machine: name, ...(extras && { extras }), ...(messages.length > 0 && { messages }) };
  const done: State = { ...state, now: before.now + Math.ceil(result.record.duration), builds: [...before.builds, built], baseline: before.context };
  const after = collected(done);
  return { ok: true, state: ephemeral ? withMachine(after, { ...currentMachine(after), cache: emptyStore }) : after, built, messages, warnings };
}
