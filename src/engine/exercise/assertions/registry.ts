/** Where names lead, what travelled, what was typed, and what images cost together. */
import { fullName } from '../../solver/export/export.ts';
import type { Digest } from '../../fs/node.ts';
import { childrenOf, isAttestation, isConfig, isIndex, isLayer } from '../../image/children.ts';
import { parseReference } from '../../image/reference.ts';
import type { Blob } from '../../image/store.ts';
import { currentMachine } from '../../workspace/state.ts';
import { actionsOf } from '../../workspace/log.ts';
import { currentState, type Workspace } from '../../workspace/workspace.ts';
import { lastGood } from '../again.ts';
import type { Assertion, Finding, RegistryAssertion } from '../assertion.ts';
import { bytesOfSize } from '../sizes.ts';

const holds: Finding = { holds: true };
const said = (id: string, values: NonNullable<Finding['because']>['values'] = {}): Finding => ({ holds: false, because: { id, values } });

/** A full version, with or without a `v`, with or without what comes after it. */
const version = /^v?(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:[-+.][0-9A-Za-z.+-]+)?$/;

interface Tags {
  readonly tags: ReadonlyMap<string, Digest>;
  readonly find: (digest: Digest) => Blob | undefined;
}

function tagsOf(workspace: Workspace, repository: string): Tags {
  const parsed = parseReference(repository);
  const { registries } = currentState(workspace);
  const host = 'error' in parsed ? undefined : registries.hosts.get(parsed.domain);
  const found = 'error' in parsed ? undefined : host?.repositories.get(parsed.path);
  return { tags: new Map(Array.from(found?.tags ?? [], ([name, { digest }]) => [name, digest])), find: (digest) => host?.blobs.get(digest) };
}

/** Where a whole name leads: `ghcr.io/me/app:1.4.0`. */
function digestOf(workspace: Workspace, name: string): Digest | undefined {
  const colon = name.lastIndexOf(':');
  return tagsOf(workspace, name.slice(0, colon)).tags.get(name.slice(colon + 1));
}

/** Digests of the configs that a manifest or an index leads to: two images with the same are one image, however they are wrapped. */
function configsOf(digest: Digest | undefined, find: Tags['find']): string {
  const blob = digest && find(digest);
  if (!blob) return '';
  const children = childrenOf(blob);
  if (!isIndex(blob.mediaType)) return children.find((child) => isConfig(child.mediaType))?.digest ?? '';
  return children.filter((child) => !isAttestation(child)).map((child) => configsOf(child.digest, find)).sort().join(' ');
}

export const registry: Assertion<'registry'> = {
  key: 'registry',
  about: 'world',
  judge({ workspace, start }, wanted) {
    const list: readonly RegistryAssertion[] = Array.isArray(wanted) ? wanted : [wanted];
    for (const one of list) {
      const found = leads(workspace, start, one);
      if (!found.holds) return found;
    }
    return holds;
  },
};

function leads(workspace: Workspace, start: Workspace, { repository, tag, is }: RegistryAssertion): Finding {
  const { tags, find } = tagsOf(workspace, repository);
  const names = tag === 'semver' ? [...tags.keys()].filter((name) => version.test(name)) : tags.has(tag) ? [tag] : [];
  if (is === 'none') return names[0] === undefined ? holds : said('exercise.tag-there', { repository, tag: names[0] });
  if (names.length === 0) return tag === 'semver' ? said('exercise.no-version', { repository }) : said('exercise.no-tag', { repository, tag });
  const right = names.some((name) => {
    const digest = tags.get(name);
    if (is === undefined) {
      const images = lastGood(currentState(workspace))?.record.images ?? [];
      return images.length > 0 && configsOf(digest, find) === images.map(({ configDigest }) => configDigest).sort().join(' ');
    }
    if (is.startsWith('tag:')) return digest === tags.get(is.slice(4));
    if (is.startsWith('name:')) return digest === digestOf(workspace, is.slice(5));
    return digest === tagsOf(start, repository).tags.get(is.startsWith('start:') ? is.slice(6) : name);
  });
  return right ? holds : said('exercise.other-image', { name: `${repository}:${names[0]}` });
}

/** Bytes that the last line moved. */
function moved(workspace: Workspace, way: 'sent' | 'received'): number | undefined {
  const entry = currentState(workspace).terminal.findLast(({ messages }) => messages !== undefined);
  return entry?.messages?.reduce((sum, message) => sum + message[way], 0);
}

function movedBelow(workspace: Workspace, way: 'sent' | 'received', most: number): Finding {
  const bytes = moved(workspace, way);
  if (bytes === undefined) return said('exercise.not-typed');
  return bytes < most ? holds : said('exercise.moved', { size: { bytes }, most: { bytes: most } });
}

export const sentBelow: Assertion<'sent-below'> = {
  key: 'sent-below',
  about: 'world',
  judge: ({ workspace }, size) => movedBelow(workspace, 'sent', bytesOfSize(size)),
};

export const receivedBelow: Assertion<'received-below'> = {
  key: 'received-below',
  about: 'world',
  judge: ({ workspace }, size) => movedBelow(workspace, 'received', bytesOfSize(size)),
};

export const ran: Assertion<'ran'> = {
  key: 'ran',
  about: 'world',
  judge({ workspace }, pattern) {
    const expression = new RegExp(pattern);
    return currentState(workspace).terminal.some(({ line, exitCode }) => exitCode === 0 && expression.test(line)) ? holds : said('exercise.not-typed');
  },
};

export const ranSinceBuild: Assertion<'ran-since-build'> = {
  key: 'ran-since-build',
  about: 'world',
  judge({ workspace }, pattern) {
    const expression = new RegExp(pattern);
    const { terminal } = currentState(workspace);
    let entry = terminal.length;
    for (const action of [...actionsOf(workspace.log)].reverse()) {
      if (action.type === 'build') break;
      if (action.type !== 'command') continue;
      const { build, line, exitCode } = terminal[--entry]!;
      if (exitCode === 0 && expression.test(line)) return holds;
      if (build !== undefined) break;
    }
    return said('exercise.not-typed-since');
  },
};

export const disk: Assertion<'disk'> = {
  key: 'disk',
  about: 'world',
  judge({ workspace }, { images, below }) {
    const store = currentMachine(currentState(workspace)).images;
    const layers = new Map<Digest, number>();
    const visit = (digest: Digest): void => {
      const blob = store.blobs.get(digest);
      for (const child of blob ? childrenOf(blob) : []) {
        if (isLayer(child.mediaType)) layers.set(child.digest, store.blobs.get(child.digest)?.layer?.size ?? child.size);
        else if (!isConfig(child.mediaType) && !isAttestation(child)) visit(child.digest);
      }
    };
    for (const name of images) {
      const image = store.images.get(fullName(name));
      if (!image) return said('exercise.no-image', { name });
      visit(image.target.digest);
    }
    const bytes = [...layers.values()].reduce((sum, size) => sum + size, 0);
    const most = bytesOfSize(below);
    return bytes < most ? holds : said('exercise.size', { size: { bytes }, most: { bytes: most } });
  },
};
