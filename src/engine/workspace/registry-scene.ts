/** What lies where: a repository's blobs and tags, the same image on the machines, and what the last push or pull moved between them. */
import type { Digest } from '../fs/node.ts';
import { childrenOf, isAttestation, isConfig, isIndex, isManifest, readConfig } from '../image/children.ts';
import { layerLabels } from '../image/created-by.ts';
import { familiarReference, parseReference, withDefaultTag } from '../image/reference.ts';
import type { Blob, ImageStore, StoredImage } from '../image/store.ts';
import { kindOf } from '../registry/hosts/index.ts';
import type { RegistryMessage } from '../registry/message.ts';
import type { RegistryState, Repository } from '../registry/registries.ts';
import { explainTag } from '../registry/semver.ts';
import type { Message } from '../source/message.ts';
import type { TerminalEntry } from './execute.ts';
import type { State } from './state.ts';

/** What became of a blob in the last push or pull: it travelled, it was there already, or another repository's was taken. */
export type Travel = 'moved' | 'there' | 'mounted';

export interface BlobRow {
  readonly digest: Digest;
  /** Bytes, as it travels. */
  readonly size: number;
  readonly kind: 'layer' | 'config' | 'manifest' | 'index' | 'statement';
  /** `COPY /app /app`, or the kind. */
  readonly label: string;
  readonly travel?: Travel;
}

/** An image with its blobs, lowest layer first. */
export interface ImageStack {
  /** `ghcr.io/me/app:1.0.0`. */
  readonly name: string;
  readonly tag: string;
  readonly digest: Digest;
  readonly rows: readonly BlobRow[];
}

export interface Place {
  readonly machine: string;
  /** Images of the repository that it has. */
  readonly images: readonly ImageStack[];
}

/** A repository in its registry. */
export interface Shelf {
  readonly host: string;
  /** `GitHub Container Registry`. */
  readonly registry: string;
  /** `ghcr.io/me/app`. */
  readonly repository: string;
  /** Every blob once, those of the newest image first. */
  readonly rows: readonly BlobRow[];
  readonly tags: readonly { readonly name: string; readonly digest: Digest; readonly moved: boolean; /** What the tag promises, in a sentence. */ readonly words: Message }[];
  /** Bytes that are kept, each blob once. */
  readonly bytes: number;
}

export interface LastTransfer {
  readonly kind: 'push' | 'pull';
  readonly machine: string;
  readonly line: string;
  readonly ok: boolean;
  /** Bytes that travelled, and bytes of everything that the image is. */
  readonly moved: number;
  readonly total: number;
  readonly sentence: Message;
}

export interface RegistryScene {
  readonly shelf: Shelf;
  /** The machine of the last transfer, or the one that is sat at, first. */
  readonly places: readonly Place[];
  readonly last?: LastTransfer;
  /** Other repositories with something in them. */
  readonly others: readonly string[];
}

/** The scene of a repository: the one that is asked for, else that of the last transfer, else the first with anything in it. */
export function registryScene(state: State, wanted?: string): RegistryScene | undefined {
  const shelves = [...state.registries.hosts.values()].flatMap((host) => [...host.repositories].filter(([, repository]) => repository.manifests.size > 0).map(([path, repository]) => ({ host, path, repository, name: nameOf(host.host, path) })));
  const transfers = state.terminal.filter((entry) => repositoryOf(entry) !== undefined);
  const last = transfers.findLast((entry) => shelves.some(({ name }) => name === repositoryOf(entry)));
  const shown = shelves.find(({ name }) => name === wanted) ?? shelves.find(({ name }) => last !== undefined && name === repositoryOf(last)) ?? shelves[0];
  if (!shown) return undefined;
  const own = last && repositoryOf(last) === shown.name ? last : undefined;
  const travels = travelsOf(own?.messages ?? []);
  const shelf = shelfOf(shown.host, shown.path, shown.repository, travels);
  const first = own?.machine ?? state.machine;
  const machines = [...state.machines.values()].sort((a, b) => Number(b.name === first) - Number(a.name === first));
  const places = machines.map(({ name, images }) => ({ machine: name, images: stacksOf(images, shelf.repository, name === first ? travels : new Map<Digest, Travel>()) }));
  return { shelf, places, ...(own && { last: summary(own, places[0]) }), others: shelves.filter(({ name }) => name !== shown.name).map(({ name }) => name) };
}

function nameOf(host: string, path: string): string {
  const parsed = parseReference(`${host}/${path}`);
  return 'error' in parsed ? `${host}/${path}` : familiarReference(parsed);
}

/** The repository that a push or a pull was about, by the paths that it asked for. */
function repositoryOf({ messages }: TerminalEntry): string | undefined {
  const message = messages?.find(({ about }) => about === 'manifest' || about === 'index' || about === 'blob' || about === 'upload' || about === 'mount');
  const path = message && /^\/v2\/(.+)\/(?:manifests|blobs)\//.exec(message.path)?.[1];
  return message && path !== undefined ? nameOf(message.host.replace(/^registry-1\./, ''), path) : undefined;
}

/** By digest: what the messages say of it. */
function travelsOf(messages: readonly RegistryMessage[]): ReadonlyMap<Digest, Travel> {
  const travels = new Map<Digest, Travel>();
  for (const { digest, about, status, sent, received, method } of messages) {
    if (digest === undefined || status >= 400) continue;
    if (about === 'mount' && status === 201) travels.set(digest, 'mounted');
    else if (sent > 0 || (received > 0 && method === 'GET')) travels.set(digest, 'moved');
    else if (!travels.has(digest) && method === 'HEAD') travels.set(digest, 'there');
  }
  return travels;
}

function shelfOf(host: RegistryState, path: string, repository: Repository, travels: ReadonlyMap<Digest, Travel>): Shelf {
  const rows = new Map<Digest, BlobRow>();
  const under = new Set([...repository.manifests.keys()].flatMap((digest) => childrenOf(host.blobs.get(digest) ?? { mediaType: '', digest, size: 0 }).map((child) => child.digest)));
  const newest = [...repository.manifests.values()].sort((a, b) => Number(under.has(a.digest)) - Number(under.has(b.digest)) || b.pushed - a.pushed);
  for (const { digest } of newest) for (const row of rowsBelow(digest, (each) => host.blobs.get(each), travels)) if (!rows.has(row.digest)) rows.set(row.digest, row);
  const listed = [...rows.values()];
  const layers = listed.filter(({ kind }) => kind === 'layer');
  return {
    host: host.host,
    registry: kindOf(host.host).name,
    repository: nameOf(host.host, path),
    rows: [...layers, ...listed.filter(({ kind }) => kind !== 'layer')],
    tags: [...repository.tags].map(([name, { digest, updated }]) => ({ name, digest, words: explainTag(name).words, moved: travels.size > 0 && updated === Math.max(...[...repository.tags.values()].map((tag) => tag.updated)) })).sort((a, b) => (a.name < b.name ? 1 : -1)),
    bytes: listed.reduce((sum, { size }) => sum + size, 0),
  };
}

function stacksOf(store: ImageStore, repository: string, travels: ReadonlyMap<Digest, Travel>): readonly ImageStack[] {
  return [...store.images.values()]
    .filter(({ name }) => familiarRepository(name) === repository)
    .sort((a, b) => b.updated - a.updated)
    .map((image: StoredImage) => ({
      name: image.name,
      tag: tagOf(image.name),
      digest: image.target.digest,
      rows: rowsBelow(image.target.digest, (digest) => store.blobs.get(digest), travels),
    }));
}

function familiarRepository(name: string): string | undefined {
  const parsed = parseReference(name);
  return 'error' in parsed ? undefined : familiarReference({ domain: parsed.domain, path: parsed.path });
}

function tagOf(name: string): string {
  const parsed = parseReference(name);
  return 'error' in parsed ? name : (withDefaultTag(parsed).tag ?? '');
}

/** Everything below a manifest or an index: layers from the lowest, then configs, manifests, indexes. */
function rowsBelow(digest: Digest, find: (digest: Digest) => Blob | undefined, travels: ReadonlyMap<Digest, Travel>): readonly BlobRow[] {
  const layers = new Map<Digest, BlobRow>();
  const rest = new Map<Digest, BlobRow>();
  const row = (blob: Blob, kind: BlobRow['kind'], label: string): BlobRow => {
    const travel = travels.get(blob.digest);
    return { digest: blob.digest, size: blob.size, kind, label, ...(travel && { travel }) };
  };
  const visit = (at: Digest, statement: boolean): void => {
    const blob = find(at);
    if (!blob) return;
    if (isIndex(blob.mediaType)) {
      for (const child of childrenOf(blob)) visit(child.digest, isAttestation(child));
      rest.set(at, row(blob, 'index', 'index'));
    } else if (isManifest(blob.mediaType)) {
      const children = childrenOf(blob).flatMap((child) => find(child.digest) ?? []);
      const config = children.find((child) => isConfig(child.mediaType));
      const labels = statement ? [] : layerLabels(config?.text === undefined ? undefined : readConfig(config.text));
      let layer = 0;
      for (const child of children) {
        if (child === config || statement) rest.set(child.digest, row(child, statement ? 'statement' : 'config', statement ? 'provenance' : 'config'));
        else layers.set(child.digest, row(child, 'layer', labels[layer++] ?? 'a layer'));
      }
      rest.set(at, row(blob, statement ? 'statement' : 'manifest', statement ? 'manifest of the provenance' : 'manifest'));
    }
  };
  visit(digest, false);
  return [...layers.values(), ...rest.values()];
}

function summary(entry: TerminalEntry, place: Place | undefined): LastTransfer {
  const messages = entry.messages ?? [];
  const kind = messages.some(({ about, method }) => about === 'upload' || about === 'mount' || method === 'PUT') ? 'push' : 'pull';
  const image = place?.images.find(({ rows }) => rows.some(({ travel }) => travel !== undefined)) ?? place?.images[0];
  const rows = image?.rows ?? [];
  const moved = rows.filter(({ travel }) => travel === 'moved').reduce((sum, { size }) => sum + size, 0);
  const total = rows.reduce((sum, { size }) => sum + size, 0);
  const layers = rows.filter(({ kind: what }) => what === 'layer');
  const there = layers.filter(({ travel }) => travel === 'there').length;
  const mounted = layers.filter(({ travel }) => travel === 'mounted').length;
  return { kind, machine: entry.machine, line: entry.line, ok: entry.exitCode === 0, moved, total, sentence: sentence(kind, image?.tag ?? '', entry.exitCode === 0, { moved, total, layers: layers.length, there, mounted }) };
}

interface Counts {
  readonly moved: number;
  readonly total: number;
  readonly layers: number;
  readonly there: number;
  readonly mounted: number;
}

function sentence(kind: 'push' | 'pull', tag: string, ok: boolean, { moved, total, layers, there, mounted }: Counts): Message {
  if (!ok) return { id: kind === 'push' ? 'registry.push-refused' : 'registry.pull-refused' };
  const values = { tag, moved: { bytes: moved, decimals: 2 }, total: { bytes: total, decimals: 2 }, there, mounted, layers, all: there === layers ? 'yes' : 'no' } as const;
  if (kind === 'pull') return { id: moved === 0 ? 'registry.pulled-nothing' : 'registry.pulled-some', values };
  return { id: moved === 0 ? 'registry.pushed-nothing' : 'registry.pushed-some', values };
}
