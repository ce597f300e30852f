/** The image that a container is made of: here already, or pulled first, as `--pull missing` has it. */
import { findImage, manifestsOf, samePlatform, type ManifestRow, type StoredImage } from '../../image/index.ts';
import { pull } from '../../registry/pull.ts';
import type { DirNode } from '../../fs/node.ts';
import { transferred } from '../images/transfer.ts';
import type { Session } from '../session.ts';

/** An image with the manifest and the files of one platform. */
export interface ContainerImage {
  readonly image: StoredImage;
  readonly manifest: ManifestRow;
  readonly root: DirNode;
}

/** The image for a platform; the daemon's words where there is none. */
export function imageFor(session: Session, name: string, { platform, policy = 'missing', quiet = false }: { readonly platform?: string; readonly policy?: string; readonly quiet?: boolean }): ContainerImage | { readonly error: string } {
  const here = policy === 'always' ? { error: '' } : present(session, name, platform);
  if (!('error' in here)) return here;
  if (policy === 'never') return { error: `No such image: ${withTag(name)}` };
  if (policy !== 'always') session.err(`Unable to find image '${withTag(name)}' locally\n`);
  const result = pull(session.state.registries, { ...session.caller, store: session.images, ref: name, quiet, imageStore: session.machine.builder.imageStore, ...(platform !== undefined && { platform }) });
  const lines = result.lines.filter(({ text }) => !/^(?:Error response from daemon|Using default tag)/.test(text) && !/^\S+\/\S+:\S+\n$/.test(text)).map((line) => ({ ...line, stream: 2 as const }));
  transferred(session, { ...result, lines });
  if (!result.ok) return { error: (result.error ?? '').replace(/^Error response from daemon: /, '') };
  return present(session, name, platform);
}

const withTag = (name: string): string => (name.includes('@') || /:[^/]*$/.test(name) ? name : `${name}:latest`);

function present(session: Session, name: string, platform: string | undefined): ContainerImage | { readonly error: string } {
  const image = findImage(session.images, name);
  if ('error' in image) return image;
  const manifests = manifestsOf(session.images, image.target).filter(({ kind }) => kind === 'image');
  const manifest = platform === undefined ? (manifests.find((one) => one.platform === 'linux/amd64' && one.available) ?? manifests.find(({ available }) => available)) : manifests.find((one) => one.available && one.platform !== undefined && samePlatform(one.platform, platform));
  if (!manifest?.config) return { error: `image with reference ${name} was found but does not provide the specified platform (${platform ?? 'linux/amd64'})` };
  const root = session.images.roots.get(manifest.descriptor.digest);
  return root ? { image, manifest, root } : { error: `the files of ${name} are not known here, so that nothing can be run in it` };
}
