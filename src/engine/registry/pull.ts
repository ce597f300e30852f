/** `docker pull`: what a tag leads to, then the layers that are not here yet. dockerd `daemon/containerd/image_pull.go` over containerd's fetcher. */
import type { Digest, DirNode } from '../fs/node.ts';
import { childrenOf, isAttestation, isConfig, isIndex, isLayer, platformName, samePlatform } from '../image/children.ts';
import type { Descriptor } from '../image/manifest.ts';
import { danglingName, putImage, withSources } from '../image/new-image.ts';
import { familiarReference, formatReference, parseReference, withDefaultTag, type Reference } from '../image/reference.ts';
import type { Blob, ImageStore } from '../image/store.ts';
import { RegistryClient } from './client.ts';
import { listTags } from './queries.ts';
import { parallelDownloads, unpackLeast, unpackRate } from './rates.ts';
import type { Refusal } from './refusal.ts';
import type { Registries } from './registries.ts';
import { Screen, shortId } from './screen.ts';
import type { PullRequest, PullResult } from './transfer.ts';
import { familiarName, notFoundWords, refusalWords } from './words.ts';
import { inParallel } from './wire.ts';
import { applyBlobs } from '../image/unpack.ts';

/** Registries and request → the store afterwards, and all that was said. A pull that fails leaves the store as it was. */
export function pull(registries: Registries, request: PullRequest): PullResult {
  const parsed = parseReference(request.ref);
  if ('error' in parsed) return failed(registries, request, parsed.error);
  const nameOnly = parsed.tag === undefined && parsed.digest === undefined;
  if (request.allTags && !nameOnly) return failed(registries, request, "tag can't be used with --all-tags/-a");
  return new Pull(registries, request, request.allTags ? parsed : withDefaultTag(parsed)).run(nameOnly);
}

function failed(registries: Registries, { store }: PullRequest, error: string): PullResult {
  return { ok: false, registries, store, messages: [], lines: [{ stream: 2, time: 0, text: `${error}\n` }], duration: 0, error, received: [] };
}

/** What of an image comes to a machine. */
interface Selection {
  /** Index and manifests, in the order of asking. */
  readonly manifests: readonly Blob[];
  /** The image's own manifest. */
  readonly image: Blob;
  /** Config, layers and statements. */
  readonly blobs: readonly Blob[];
}

/** One pull while it runs. */
class Pull {
  readonly #registries: Registries;
  readonly #request: PullRequest;
  readonly #reference: Reference;
  readonly #client: RegistryClient;
  readonly #screen = new Screen();
  readonly #received = new Set<Digest>();
  readonly #older: boolean;
  #store: ImageStore;
  #time = 0;
  /** Whether something was printed for the daemon: errors after that come in its stream. */
  #streaming = false;

  constructor(registries: Registries, request: PullRequest, reference: Reference) {
    this.#registries = registries;
    this.#request = request;
    this.#reference = reference;
    this.#client = new RegistryClient(registries, reference.domain, request);
    this.#older = request.imageStore === 'overlay2';
    this.#store = request.store;
  }

  run(defaulted: boolean): PullResult {
    if (defaulted && !this.#request.allTags) this.#print('Using default tag: latest');
    const references = this.#request.allTags ? this.#tags() : [this.#reference];
    if (typeof references === 'string') return this.#end(references);
    let digest: Digest | undefined;
    for (const reference of references) {
      const outcome = this.#pullOne(reference);
      if (typeof outcome === 'string') return this.#end(this.#request.allTags && !this.#older ? `error pulling ${formatReference(reference)}: ${outcome}` : outcome);
      ({ digest } = outcome);
    }
    this.#screen.print(this.#time, formatReference(this.#reference));
    return this.#end(undefined, digest);
  }

  #tags(): readonly Reference[] | string {
    const listed = listTags(this.#registries, formatReference(this.#reference), this.#request);
    if ('error' in listed) return listed.error;
    this.#time = this.#client.ask(this.#time, { method: 'GET', path: `/v2/${this.#reference.path}/tags/list`, status: 200, about: 'tags' });
    return listed.tags.map((tag) => ({ ...this.#reference, tag }));
  }

  #words(refusal: Refusal, reference: Reference): string {
    return refusalWords(refusal, { action: 'pull', reference, imageStore: this.#older ? 'overlay2' : 'containerd', endpoint: this.#client.endpoint });
  }

  /** One tag or digest; the words of an error where it failed. */
  #pullOne(reference: Reference): Descriptor | string {
    const { path } = reference;
    const object = reference.digest ?? reference.tag ?? 'latest';
    const place = `/v2/${path}/manifests/${object}`;
    const { server } = this.#client;
    const refusal = this.#enter(path, place);
    if (refusal) return this.#words(refusal, reference);
    const served = server.has(path) ? undefined : server.served(path, object);
    const target = server.manifest(path, object);
    const about = target && isIndex(target.mediaType) ? 'index' : 'manifest';
    const unknown = !target && !server.has(path) && !server.kind.makesRepositories ? server.kind.unknownRepository(server.state.host, path) : undefined;
    this.#time = this.#client.ask(this.#time, { method: 'HEAD', path: place, status: target ? 200 : 404, about, ...(target && { digest: target.digest }), note: target ? 'this is what it leads to' : 'not there' });
    if (!target) return unknown && this.#older ? `repository ${familiarName(reference)} not found: name unknown: ${unknown.message}` : notFoundWords({ action: 'pull', reference, imageStore: this.#older ? 'overlay2' : 'containerd', endpoint: this.#client.endpoint });
    const limited = this.#has(target.digest) ? undefined : server.count(this.#client.who());
    if (limited) {
      this.#time = this.#client.ask(this.#time, { method: 'GET', path: `/v2/${path}/manifests/${target.digest}`, status: 429, about, digest: target.digest, note: 'too many pulls' });
      return this.#words(limited, reference);
    }
    const blobOf = (digest: Digest): Blob | undefined => served?.blobs.get(digest) ?? server.manifest(path, digest) ?? server.blob(path, digest);
    const selection = select(target, this.#request.platform ?? 'linux/amd64', blobOf);
    this.#manifest(target, path);
    if (!selection) {
      const platform = this.#request.platform ?? 'linux/amd64';
      return `no matching manifest for ${platform} in the manifest list entries${this.#older ? '' : `: no match for platform in manifest: not found`}`;
    }
    for (const manifest of selection.manifests) if (manifest.digest !== target.digest) this.#manifest(manifest, path);
    this.#print(`${this.#older || reference.tag !== undefined ? object : formatReference(reference)}: Pulling from ${path}`);
    this.#streaming = true;
    this.#blobs(selection, path);
    return this.#keep(reference, target, selection, served?.root);
  }

  #enter(path: string, place: string): Refusal | undefined {
    const entered = this.#client.enter(this.#time, path, ['pull'], this.#older ? { method: 'GET', path: '/v2/', about: 'ping' } : { method: 'HEAD', path: place, about: 'manifest' });
    this.#time = entered.time;
    const refusal = entered.refusal ?? this.#client.refusal(path, 'pull');
    if (!refusal || entered.refusal) return entered.refusal;
    this.#time = this.#client.ask(this.#time, { method: 'HEAD', path: place, status: 'error' in refusal ? refusal.error.status : 401, about: 'manifest', note: 'denied' });
    return refusal;
  }

  #has(digest: Digest): boolean {
    return this.#store.blobs.has(digest);
  }

  #manifest(blob: Blob, path: string): void {
    if (this.#has(blob.digest)) return;
    this.#received.add(blob.digest);
    this.#time = this.#client.ask(this.#time, { method: 'GET', path: `/v2/${path}/manifests/${blob.digest}`, status: 200, about: isIndex(blob.mediaType) ? 'index' : 'manifest', digest: blob.digest, received: blob.size });
  }

  /** Brings what is missing, unpacks layers one after the other, lowest first. */
  #blobs({ blobs, manifests }: Selection, path: string): void {
    const hidden = [...manifests, ...blobs].every(({ digest }) => this.#has(digest));
    const arrived = new Map<Digest, number>();
    const shown = hidden ? [] : blobs.filter(({ mediaType }) => !isConfig(mediaType));
    for (const blob of shown) this.#row(blob, this.#has(blob.digest) ? 'Already exists' : 'Pulling fs layer', this.#time);
    const missing = blobs.filter(({ digest }) => !this.#has(digest));
    this.#time = inParallel(missing, parallelDownloads, this.#time, (blob, time) => {
      this.#received.add(blob.digest);
      const end = this.#client.ask(time, { method: 'GET', path: `/v2/${path}/blobs/${blob.digest}`, status: 200, about: 'blob', digest: blob.digest, received: blob.size });
      arrived.set(blob.digest, end);
      if (!isLayer(blob.mediaType) && shown.includes(blob)) this.#row(blob, 'Download complete', end);
      return end;
    });
    let unpacked = 0;
    for (const blob of blobs) {
      const there = arrived.get(blob.digest);
      if (!isLayer(blob.mediaType) || there === undefined) continue;
      unpacked = Math.max(unpacked, there) + Math.max(unpackLeast, (blob.layer?.size ?? 0) / unpackRate);
      this.#row(blob, 'Pull complete', unpacked);
    }
    this.#time = Math.max(this.#time, unpacked);
  }

  #keep(reference: Reference, target: Blob, { manifests, image, blobs }: Selection, root: ((manifest: Digest) => DirNode | undefined) | undefined): Descriptor {
    const kept = this.#older ? image : target;
    const name = formatReference(reference);
    const before = this.#store.images.get(name)?.target.digest;
    const came = [...manifests, ...blobs].map((blob) => withSources(blob, [`${reference.domain}/${reference.path}`]));
    const files = this.#store.roots.get(image.digest) ?? root?.(image.digest) ?? applyBlobs(blobs);
    const descriptor = { mediaType: kept.mediaType, digest: kept.digest, size: kept.size };
    if (before !== kept.digest || !this.#has(image.digest)) {
      this.#store = putImage(this.#store, { target: descriptor, blobs: came, roots: new Map(files ? [[image.digest, files]] : []) }, [name], this.#request.now);
    }
    if (this.#store.images.has(danglingName(kept.digest))) {
      const images = new Map(this.#store.images);
      images.delete(danglingName(kept.digest));
      this.#store = { ...this.#store, images };
    }
    this.#print(`Digest: ${target.digest}`);
    this.#print(`Status: ${before === kept.digest ? 'Image is up to date for' : 'Downloaded newer image for'} ${familiarReference(reference)}`);
    return { mediaType: target.mediaType, digest: target.digest, size: target.size };
  }

  #row(blob: Blob, text: string, time: number): void {
    if (!this.#request.quiet) this.#screen.row(time, shortId(blob.digest), text);
  }

  #print(text: string): void {
    if (!this.#request.quiet) this.#screen.print(this.#time, text);
  }

  #end(error: string | undefined, digest?: Digest): PullResult {
    const { stopAt = Infinity } = this.#request;
    if (this.#time > stopAt) return this.#stopped(stopAt);
    if (error !== undefined) this.#screen.print(this.#time, this.#streaming ? error : `Error response from daemon: ${error}`, 2);
    return {
      ok: error === undefined,
      registries: this.#client.registries(),
      store: this.#store,
      messages: this.#client.messages(),
      lines: this.#screen.lines(),
      duration: this.#time,
      received: [...this.#received],
      ...(error !== undefined && { error }),
      ...(digest !== undefined && { digest }),
    };
  }

  /** Ended by Ctrl-C: no name was given, and what had come goes with the next clean-up. */
  #stopped(time: number): PullResult {
    const error = 'context canceled';
    return {
      ok: false,
      registries: this.#client.registries(),
      store: this.#request.store,
      messages: this.#client.messages().filter((message) => message.time + message.duration <= time),
      lines: [...this.#screen.lines(time), { stream: 2, time, text: `${error}\n` }],
      duration: time,
      received: [],
      error,
    };
  }
}

/** The part of an image that is for a platform, with the statements about it; undefined where there is none. */
function select(target: Blob, platform: string, blobOf: (digest: Digest) => Blob | undefined): Selection | undefined {
  const found = (descriptors: readonly Descriptor[]): readonly Blob[] => descriptors.flatMap(({ digest }) => blobOf(digest) ?? []);
  if (!isIndex(target.mediaType)) return { manifests: [target], image: target, blobs: found(childrenOf(target)) };
  const listed = childrenOf(target);
  const chosen = listed.find((each) => !isAttestation(each) && each.platform !== undefined && samePlatform(platformName(each.platform), platform));
  const image = chosen && blobOf(chosen.digest);
  if (!image) return undefined;
  const statements = found(listed.filter((each) => each.annotations?.['vnd.docker.reference.digest'] === image.digest));
  const blobs = [image, ...statements].flatMap((manifest) => found(childrenOf(manifest)));
  return { manifests: [target, image, ...statements], image, blobs: blobs.filter((blob, at) => blobs.indexOf(blob) === at) };
}
