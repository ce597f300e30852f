import { between } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';
import { childrenOf, isIndex, parse } from '../../image/index.ts';
import { readManifest } from '../../registry/queries.ts';
import { fromJson, isStruct, toJson, type Value } from '../format/value.ts';
import { ask } from '../images/ask.ts';
import { formatReference } from '../../image/index.ts';

/** `docker manifest inspect`. */
export const manifestInspectCommand: Command = {
  paths: ['manifest inspect'],
  use: '[OPTIONS] [MANIFEST_LIST] MANIFEST',
  about: 'Display an image manifest, or manifest list',
  long: `Display an image manifest, or manifest list

EXPERIMENTAL:
  docker manifest inspect is an experimental feature.
  Experimental features provide early access to product functionality. These
  features may change between releases without warning, or can be removed from a
  future release. Learn more about experimental features in our documentation:
  https://docs.docker.com/go/experimental/`,
  flags: `
      --insecure   Allow communication with an insecure registry
  -v, --verbose    Output additional info including layers and platform
`,
  takes: between(1, 2),
  run({ flags, args, session }) {
    const name = args.at(-1) ?? '';
    const found = ask(session, readManifest(session.state.registries, name, session.caller));
    if ('error' in found) return session.err(`${/: not found$/.test(found.error) ? `no such manifest: ${name}` : found.error}\n`);
    const { blob } = found;
    if (!flags.on('verbose')) {
      session.out(`${toJson(manifestValue(parse(blob.text ?? '')), true, isIndex(blob.mediaType) ? '   ' : '\t')}\n`);
      return 0;
    }
    const manifests = isIndex(blob.mediaType) ? childrenOf(blob) : [{ mediaType: blob.mediaType, digest: blob.digest, size: blob.size }];
    const entries = manifests.map((descriptor): Value => {
      const own = found.find(descriptor.digest) ?? blob;
      const ref = isIndex(blob.mediaType) ? `${formatReference(found.reference)}@${descriptor.digest}` : formatReference(found.reference);
      const { mediaType, digest, size, platform } = descriptor as { readonly mediaType: string; readonly digest: string; readonly size: number; readonly platform?: object };
      return { Ref: ref, Descriptor: { mediaType, digest, size, ...(platform && { platform: struct(platform) }) }, OCIManifest: struct(parse(own.text ?? '')) };
    });
    session.out(`${toJson(isIndex(blob.mediaType) ? entries : (entries[0] ?? null), true, '\t')}\n`);
    return 0;
  },
};

function struct(json: unknown): Value {
  if (Array.isArray(json)) return json.map(struct);
  return typeof json === 'object' && json !== null ? Object.fromEntries(Object.entries(json).map(([key, field]) => [key, struct(field)])) : fromJson(json);
}

/** As docker's own types write it: the size before the digest in an index, and no annotations there. */
function manifestValue(json: unknown): Value {
  const value = struct(json);
  if (!isStruct(value) || !Array.isArray(value['manifests'])) return value;
  const manifests = (value['manifests'] as readonly Value[]).map((one) => (isStruct(one) ? { mediaType: one['mediaType'], size: one['size'], digest: one['digest'], platform: one['platform'] } : one));
  return { ...value, manifests, annotations: undefined };
}
