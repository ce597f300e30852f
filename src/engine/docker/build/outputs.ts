/** What a build leaves in the project: `--output` folders and archives, `--iidfile`, `--metadata-file`. */
import { children, described, emptyDir, layerEntries, writeTar, type LayerEntry } from '../../fs/index.ts';
import type { DirNode } from '../../fs/node.ts';
import { emptyImageStore, putImage } from '../../image/index.ts';
import { writeArchive } from '../../image/archive/index.ts';
import { fromArray, toBytes } from '../../run/system/byte-string.ts';
import { attempt } from '../../run/system/errno.ts';
import type { Output } from '../../workspace/build-request.ts';
import { newImageOf } from '../../workspace/operations/kept-image.ts';
import { keepArchive } from '../images/archives.ts';
import { toJson } from '../format/value.ts';
import type { Session } from '../session.ts';
import { builderName } from './builders.ts';
import type { AskedBuild } from './command.ts';
import { buildRef } from './history.ts';
import { imageIdOf, type Ran, type RunOptions } from './run.ts';

/** Larger archives are described instead of written, bytes. */
const largest = 8 << 20;

/** Writes everything; what could not be written, in buildx's words. */
export function writeOutputs(session: Session, { outputs, command }: AskedBuild, outcome: Ran, { iidFile, metadataFile }: RunOptions): string | undefined {
  const trees = outcome.built.snapshots?.flatMap((snapshot) => (snapshot ? [snapshot.tree] : [])) ?? [];
  const platforms = outcome.built.record.images.map(({ platform }) => platform);
  for (const output of outputs) {
    const wrong = writeOutput(session, output, trees, platforms, outcome);
    if (wrong !== undefined) return wrong;
  }
  const id = imageIdOf(outcome, session.machine.builder.imageStore) ?? '';
  if (iidFile !== undefined) {
    const wrong = session.write(session.path(iidFile), id);
    if (wrong) return `open ${iidFile}: ${wrong.error}`;
  }
  if (metadataFile === undefined) return undefined;
  const { record } = outcome.built;
  const descriptor = record.index ?? record.images[0];
  const mediaType = record.index ? 'application/vnd.oci.image.index.v1+json' : 'application/vnd.oci.image.manifest.v1+json';
  const size = record.index ? record.index.json.length : (record.images[0]?.manifestSize ?? 0);
  const metadata = {
    'buildx.build.ref': `${builderName(session.machine)}/${builderName(session.machine)}/${buildRef(record)}`,
    ...(descriptor && { 'containerimage.config.digest': record.images[0]?.configDigest ?? '', 'containerimage.descriptor': { mediaType, digest: id, size }, 'containerimage.digest': id }),
    ...(command.options.tags?.length ? { 'image.name': outcome.built.record.images[0]?.names.join(',') ?? '' } : {}),
  };
  const wrong = session.write(session.path(metadataFile), toJson(metadata, false, '  '));
  return wrong && `open ${metadataFile}: ${wrong.error}`;
}

function writeOutput(session: Session, output: Output, trees: readonly DirNode[], platforms: readonly string[], outcome: Ran): string | undefined {
  if (output.type === 'local') {
    const dest = session.path(output.dest);
    for (const [at, tree] of trees.entries()) {
      const folder = trees.length > 1 ? `${dest}/${(platforms[at] ?? String(at)).replaceAll('/', '_')}` : dest;
      const wrong = copyInto(session, tree, folder);
      if (wrong !== undefined) return wrong;
    }
    return undefined;
  }
  if (output.type === 'tar') {
    const entries = trees.flatMap((tree) => layerEntries(emptyDir(), tree));
    return writeArchiveFile(session, output.dest, entries);
  }
  if ((output.type === 'oci' || output.type === 'docker') && output.dest !== undefined) return writeImage(session, output.dest, outcome);
  return undefined;
}

/** An image as an archive for `docker load`: real where every byte is known, else a described file that remembers what it stands for. */
function writeImage(session: Session, dest: string, { built }: Ran): string | undefined {
  const image = newImageOf(built, (digest) => session.images.blobs.get(digest));
  if (!image) return undefined;
  const store = putImage(emptyImageStore, image, built.record.images[0]?.names ?? [], session.now);
  const images = [...store.images.values()];
  const archive = writeArchive(store, images);
  const size = image.blobs.reduce((sum, blob) => sum + blob.size, 10_240);
  const content = archive.ok ? { kind: 'bytes' as const, bytes: archive.bytes } : described(size, `archive of ${image.target.digest}`).content;
  if (!archive.ok) keepArchive(content, store, images);
  if (dest === '-') {
    if (archive.ok) session.process.out(fromArray(archive.bytes));
    return archive.ok ? undefined : 'the archive of an image that stands on a base image can be written to a file only';
  }
  const wrong = session.writeContent(session.path(dest), content);
  return wrong && `open ${dest}: ${wrong.error}`;
}

/** An archive in a file, or on standard output (`-`). */
export function writeArchiveFile(session: Session, dest: string, entries: readonly LayerEntry[]): string | undefined {
  const size = entries.reduce((sum, entry) => sum + 512 + Math.ceil(entry.size / 512) * 512, 1024);
  if (dest === '-') {
    session.process.out(size > largest ? '' : fromArray(writeTar(entries)));
    return undefined;
  }
  const wrong = size > largest ? session.writeContent(session.path(dest), described(size, `archive of ${entries.length} files, ${size} bytes`).content) : session.writeContent(session.path(dest), { kind: 'bytes', bytes: writeTar(entries) });
  return wrong && `open ${dest}: ${wrong.error}`;
}

/** Copies what a tree holds into a folder, which is made where it is missing. */
export function copyInto(session: Session, tree: DirNode, path: string): string | undefined {
  const { process } = session;
  const { files } = process;
  let folder = '';
  for (const part of toBytes(path).split('/').filter((one) => one !== '')) {
    folder += `/${part}`;
    const found = process.peek(folder);
    if (found && found.type !== 'dir') return `failed to create ${path}: not a directory`;
    const at = folder;
    if (!found && attempt(() => files.mkdir(process, at)).errno !== undefined) return `mkdir ${path}: permission denied`;
  }
  const dir = process.directory(folder === '' ? '/' : folder);
  for (const [name, node] of children(tree)) dir.set(toBytes(name), files.load(node, false));
  return undefined;
}
