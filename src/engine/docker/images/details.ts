/** An image as `docker image inspect` gives it, with the containerd store (dockerd `daemon/containerd/image_inspect.go`). */
import { childrenOf, familiar, findImage, isLayer, isManifest, isIndex, listImages, type ContainerConfig, type ImageConfig } from '../../image/index.ts';
import { rfc3339 } from '../format/units.ts';
import type { Details } from '../format/inspect.ts';
import { fromJson, type Value } from '../format/value.ts';
import type { Session } from '../session.ts';

/** What is known of an image, or the daemon's words. */
export function imageDetails(session: Session, name: string, platform?: string): Details | { readonly error: string } {
  const found = findImage(session.images, name);
  if ('error' in found) return found;
  const row = listImages(session.images, session.listOptions).find(({ target }) => target.digest === found.target.digest);
  const manifest = platform === undefined ? row?.best : row?.manifests.find((one) => one.platform === platform);
  const config = manifest?.config;
  if (!row || !manifest || !config) return { error: `image with reference ${familiar(found.name)} was found but does not provide the specified platform (${platform ?? 'linux/amd64'})`.replace(/:latest was/, name.includes(':') ? ':latest was' : ' was') };
  const overlay2 = session.machine.builder.imageStore === 'overlay2';
  const last = config.history?.findLast(({ comment }) => comment !== undefined);
  const value = (section: Value): Value => ({
    Id: row.id,
    RepoTags: row.tags,
    RepoDigests: overlay2 ? [] : row.digests,
    Parent: '',
    Comment: last?.comment ?? '',
    Created: config.created ?? null,
    DockerVersion: '',
    Author: config.author ?? '',
    Architecture: config.architecture,
    ...(config.variant !== undefined && { Variant: config.variant }),
    Os: config.os,
    Size: overlay2 ? manifest.unpacked : contentSize(session, manifest.descriptor.digest),
    GraphDriver: { Data: null, Name: overlay2 ? 'overlay2' : 'overlayfs' },
    RootFS: { Type: 'layers', Layers: config.rootfs.diff_ids ?? [] },
    Metadata: { LastTagTime: rfc3339(row.updated) },
    ...(!overlay2 && { Descriptor: { mediaType: row.target.mediaType, digest: row.target.digest, size: row.target.size } }),
    Config: section,
  });
  return { shown: value(legacyConfig(config)), typed: { ...(value(typedConfig(config.config)) as object), ID: row.id } };
}

/** Bytes of a manifest with its config and layers, as they travel. */
function contentSize(session: Session, digest: string): number {
  const blob = session.images.blobs.get(digest as never);
  if (!blob || !(isManifest(blob.mediaType) || isIndex(blob.mediaType))) return 0;
  return blob.size + childrenOf(blob).reduce((sum, child) => sum + (isLayer(child.mediaType) || session.images.blobs.has(child.digest) ? child.size : 0), 0);
}

/** As the daemon sends it: sorted, with the empty fields that older clients expect. */
function legacyConfig({ config }: ImageConfig): Value {
  const own = fromJson(config) as ReadonlyMap<string, Value>;
  const empty: readonly (readonly [string, Value])[] = [['Cmd', null], ['Entrypoint', null], ['Env', null], ['Labels', null], ['OnBuild', null], ['User', ''], ['Volumes', null], ['WorkingDir', '']];
  return new Map([...empty, ...own]);
}

/** What Go's fields are where nobody set them: templates see that, JSON leaves them out. */
const unset: Partial<Record<keyof ContainerConfig, Value>> = { User: '', ExposedPorts: new Map(), Env: [], Entrypoint: [], Cmd: [], Volumes: new Map(), WorkingDir: '', Labels: new Map(), StopSignal: '', ArgsEscaped: false, OnBuild: [], Shell: [] };

/** In the order of Go's fields. */
function typedConfig(config: ContainerConfig): Value {
  const order: readonly (keyof ContainerConfig)[] = ['User', 'ExposedPorts', 'Env', 'Entrypoint', 'Cmd', 'Volumes', 'WorkingDir', 'Labels', 'StopSignal', 'ArgsEscaped', 'Healthcheck', 'OnBuild', 'Shell'];
  const field = (name: keyof ContainerConfig): PropertyDescriptor => {
    const set = config[name] !== undefined && config[name] !== '';
    return { value: set ? fromJson(config[name]) : unset[name], enumerable: set };
  };
  return Object.defineProperties({}, Object.fromEntries(order.map((name) => [name, field(name)]))) as Value;
}
