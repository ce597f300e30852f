/** `docker push`: blobs that the registry has not, then manifests, then the tag. dockerd `daemon/containerd/image_push.go` over containerd's pusher. */
import type { Digest } from '../fs/node.ts';
import { isConfig, isIndex, isLayer } from '../image/children.ts';
import { withSources } from '../image/new-image.ts';
import { familiarReference, formatReference, parseReference, withDefaultTag, type Reference } from '../image/reference.ts';
import type { Blob, StoredImage } from '../image/store.ts';
import { RegistryClient } from './client.ts';
import { mountSource } from './mount-source.ts';
import { planPush, type PushPlan } from './push-plan.ts';
import { parallelUploads } from './rates.ts';
import type { Refusal } from './refusal.ts';
import type { Registries } from './registries.ts';
import { Screen, shortId } from './screen.ts';
import type { PushRequest, PushResult } from './transfer.ts';
import { familiarName, refusalWords } from './words.ts';
import { inParallel } from './wire.ts';

/** Registries and request → the registries afterwards, and all that was said. A push that fails leaves tags and manifests as they were. */
export function push(registries: Registries, request: PushRequest): PushResult {
  const parsed = parseReference(request.ref);
  if ('error' in parsed) return failed(registries, request, parsed.error);
  const nameOnly = parsed.tag === undefined && parsed.digest === undefined;
  if (request.allTags && !nameOnly) return failed(registries, request, "tag can't be used with --all-tags/-a");
  return new Push(registries, request, request.allTags ? parsed : withDefaultTag(parsed)).run(nameOnly);
}

function failed(registries: Registries, { store }: PushRequest, error: string): PushResult {
  return { ok: false, registries, store, messages: [], lines: [{ stream: 2, time: 0, text: `${error}\n` }], duration: 0, error, sent: [] };
}

/** One push while it runs. */
class Push {
  readonly #registries: Registries;
  readonly #request: PushRequest;
  readonly #reference: Reference;
  readonly #client: RegistryClient;
  readonly #screen = new Screen();
  readonly #sent = new Set<Digest>();
  readonly #older: boolean;
  readonly #there = new Map<Digest, Blob>();
  #time = 0;

  constructor(registries: Registries, request: PushRequest, reference: Reference) {
    this.#registries = registries;
    this.#request = request;
    this.#reference = reference;
    this.#client = new RegistryClient(registries, reference.domain, request);
    this.#older = request.imageStore === 'overlay2';
  }

  run(defaulted: boolean): PushResult {
    const { domain, path } = this.#reference;
    if (defaulted && !this.#request.allTags) this.#print('Using default tag: latest');
    this.#print(`The push refers to repository [${domain}/${path}]`);
    const images = this.#images();
    const name = familiarName(this.#reference);
    if (images.length === 0) {
      const full = familiarReference(this.#reference);
      return this.#end(this.#older || this.#request.allTags ? `An image does not exist locally with the tag: ${name}` : `tag does not exist: ${full}`);
    }
    let digest: Digest | undefined;
    for (const image of images) {
      const outcome = this.#pushImage(image);
      if (typeof outcome === 'string') return this.#end(outcome);
      ({ digest } = outcome.target);
    }
    if (this.#request.quiet) this.#screen.print(this.#time, formatReference(this.#reference));
    return this.#end(undefined, digest);
  }

  /** What the name leads to here; with `--all-tags` all of the repository, by name. */
  #images(): readonly StoredImage[] {
    const { store, allTags } = this.#request;
    const full = formatReference(this.#reference);
    if (!allTags) return [store.images.get(full)].filter((image) => image !== undefined);
    return [...store.images.values()].filter(({ name }) => name.startsWith(`${full}:`)).sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Everything of one image; an error's words where it failed. */
  #pushImage(image: StoredImage): PushPlan | string {
    const parsed = parseReference(image.name);
    const reference = 'error' in parsed ? this.#reference : parsed;
    const plan = planPush(this.#request.store, image, this.#request.platform, familiarReference(reference));
    if ('error' in plan) return plan.error;
    const refusal = this.#blobs(plan, reference) ?? this.#manifests(plan, reference);
    if (refusal === 'stopped' || this.#isStopped(this.#time)) return canceled;
    if (refusal) return this.#words(refusal, reference);
    if (reference.tag !== undefined) this.#print(`${reference.tag}: digest: ${plan.target.digest} size: ${plan.target.size}`);
    if (plan.instead) {
      this.#print(`\n Info -> Not all multiplatform-content is present and only the available single-platform image was pushed\n         ${image.target.digest} -> ${plan.target.digest}`);
    }
    return plan;
  }

  #words(refusal: Refusal, reference: Reference): string {
    const { imageStore = 'containerd', client = 'dockerd' } = this.#request;
    const request = this.#client.messages().findLast(({ status }) => status >= 400 && status !== 404);
    return refusalWords(refusal, { action: 'push', reference, imageStore, endpoint: this.#client.endpoint, client, ...(request && { request }) });
  }

  #blobs({ blobs }: PushPlan, reference: Reference): Refusal | 'stopped' | undefined {
    const shown = this.#older ? blobs.filter(({ mediaType }) => isLayer(mediaType)).reverse() : blobs.filter(({ mediaType }) => !isConfig(mediaType));
    for (const blob of shown) this.#row(blob, this.#older ? 'Preparing' : 'Waiting', this.#time);
    const first = this.#older ? undefined : blobs[0];
    const entered = this.#client.enter(this.#time, reference.path, ['pull', 'push'], {
      method: first ? 'HEAD' : 'GET',
      path: first ? `/v2/${reference.path}/blobs/${first.digest}` : '/v2/',
      about: first ? 'blob' : 'ping',
    });
    this.#time = entered.time;
    if (entered.refusal) return entered.refusal;
    let refusal: Refusal | 'stopped' | undefined;
    this.#time = inParallel(this.#older ? blobs.toReversed() : blobs, parallelUploads, this.#time, (blob, time) => {
      if (refusal) return time;
      const before = this.#client.server.state;
      const outcome = this.#blob(blob, reference, time);
      if (this.#isStopped(outcome.time)) {
        this.#client.server.state = before;
        this.#sent.delete(blob.digest);
        this.#there.delete(blob.digest);
        refusal = 'stopped';
      } else if (typeof outcome.status !== 'string') refusal = outcome.status;
      else if (shown.includes(blob)) this.#row(blob, outcome.status, outcome.time);
      return outcome.time;
    });
    return refusal;
  }

  /** Whether Ctrl-C was pressed before this. */
  #isStopped(time: number): boolean {
    return time > (this.#request.stopAt ?? Infinity);
  }

  /** Asks for a blob, mounts it, or sends it. */
  #blob(blob: Blob, reference: Reference, start: number): { readonly time: number; readonly status: string | Refusal } {
    const { server } = this.#client;
    const { path } = reference;
    const { digest, size } = blob;
    const there = server.blob(path, digest) !== undefined;
    const denied = this.#client.refusal(path, 'push');
    let time = this.#client.ask(start, { method: 'HEAD', path: `/v2/${path}/blobs/${digest}`, status: denied?.kind === 'scope' ? 401 : there ? 200 : 404, about: 'blob', digest, note: there ? 'there already' : 'not there' });
    const word = isLayer(blob.mediaType) ? 'Layer already exists' : 'Already exists';
    if (there && !denied) return this.#kept(blob, reference, time, word);
    const uploads = `/v2/${path}/blobs/uploads/`;
    const refused = denied ?? server.refusesUpload(path);
    if (refused) return { time: this.#client.ask(time, { method: 'POST', path: uploads, status: statusOf(refused), about: 'upload', digest, note: 'denied' }), status: refused };
    const from = mountSource(blob, reference);
    const mounted = from !== undefined && this.#client.refusal(from, 'pull') === undefined && server.mount(path, blob, from);
    if (from !== undefined) time = this.#client.widen(time, path, from);
    time = this.#client.ask(time, {
      method: 'POST',
      path: from === undefined ? uploads : `${uploads}?mount=${digest}&from=${from}`,
      status: mounted ? 201 : 202,
      about: from === undefined ? 'upload' : 'mount',
      digest,
      note: mounted ? `mounted from ${from}` : from === undefined ? 'send it' : 'not mounted: send it',
    });
    if (mounted) return this.#kept(blob, reference, time, `Mounted from ${from}`);
    const refusal = server.upload(path, blob);
    const place = `${uploads}${digest.slice(7, 15)}`;
    const status = refusal ? statusOf(refusal) : 201;
    if (this.#older) {
      time = this.#client.ask(time, { method: 'PATCH', path: place, status: refusal ? status : 202, about: 'upload', digest, sent: size, note: refusal ? 'no room' : 'the bytes' });
      if (!refusal) time = this.#client.ask(time, { method: 'PUT', path: `${place}?digest=${digest}`, status, about: 'upload', digest, note: 'done' });
    } else time = this.#client.ask(time, { method: 'PUT', path: `${place}?digest=${digest}`, status, about: 'upload', digest, sent: size, note: refusal ? 'no room' : 'the bytes' });
    if (refusal) return { time, status: refusal };
    this.#sent.add(digest);
    return this.#kept(blob, reference, time, 'Pushed');
  }

  #kept(blob: Blob, { domain, path }: Reference, time: number, status: string): { readonly time: number; readonly status: string } {
    this.#there.set(blob.digest, withSources(this.#there.get(blob.digest) ?? blob, [`${domain}/${path}`]));
    return { time, status };
  }

  /** Manifests by digest, the target by the tag. */
  #manifests({ manifests, target }: PushPlan, { domain, path, tag }: Reference): Refusal | 'stopped' | undefined {
    for (const blob of manifests) {
      const reference = blob.digest === target.digest && tag !== undefined ? tag : blob.digest;
      const place = `/v2/${path}/manifests/${reference}`;
      const about = isIndex(blob.mediaType) ? 'index' : 'manifest';
      const { server } = this.#client;
      const there = server.manifest(path, reference)?.digest === blob.digest;
      const other = !there && server.manifest(path, reference) !== undefined;
      if (!this.#older) this.#time = this.#client.ask(this.#time, { method: 'HEAD', path: place, status: there || other ? 200 : 404, about, digest: blob.digest, note: there ? 'there already' : other ? 'leads elsewhere' : 'not there' });
      this.#there.set(blob.digest, withSources(blob, [`${domain}/${path}`]));
      if (there && !this.#older) continue;
      const before = server.state;
      const refusal = server.putManifest(path, reference, blob);
      this.#time = this.#client.ask(this.#time, { method: 'PUT', path: place, status: refusal ? statusOf(refusal) : 201, about, digest: blob.digest, sent: blob.size, note: refusal ? 'refused' : 'taken' });
      if (this.#isStopped(this.#time)) {
        server.state = before;
        return 'stopped';
      }
      if (refusal) return refusal;
      if (!there) this.#sent.add(blob.digest);
    }
    return undefined;
  }

  #row(blob: Blob, text: string, time: number): void {
    if (this.#request.quiet) return;
    this.#screen.row(time, shortId(this.#older ? (blob.layer?.diffId ?? blob.digest) : blob.digest), text);
  }

  #print(text: string): void {
    if (!this.#request.quiet) this.#screen.print(this.#time, text);
  }

  #end(error: string | undefined, digest?: Digest): PushResult {
    const { stopAt = Infinity } = this.#request;
    if (error === canceled) this.#time = stopAt;
    if (error !== undefined) this.#screen.print(this.#time, error, 2);
    const { store } = this.#request;
    const blobs = this.#there.size === 0 ? store.blobs : new Map([...store.blobs, ...this.#there]);
    return {
      ok: error === undefined,
      registries: this.#sent.size === 0 && error !== undefined ? this.#registries : this.#client.registries(),
      store: { ...store, blobs },
      messages: this.#client.messages().filter(({ time, duration }) => time + duration <= stopAt),
      lines: this.#screen.lines(stopAt),
      duration: this.#time,
      sent: [...this.#sent],
      ...(error !== undefined && { error }),
      ...(digest !== undefined && { digest }),
    };
  }
}

/** What the client says after Ctrl-C. */
const canceled = 'context canceled';

/** HTTP status of a refusal. */
function statusOf(refusal: Refusal): number {
  return 'error' in refusal ? refusal.error.status : 401;
}
