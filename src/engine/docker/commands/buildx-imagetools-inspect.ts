import { exactly } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';
import { childrenOf, isIndex, parse, platformName, samePlatform } from '../../image/index.ts';
import { readManifest, type RemoteManifest } from '../../registry/queries.ts';
import { template } from '../format/template.ts';
import { fromJson, type Value } from '../format/value.ts';
import { ask } from '../images/ask.ts';
import { formatReference } from '../../image/index.ts';

/** `docker buildx imagetools inspect`. */
export const buildxImagetoolsInspectCommand: Command = {
  paths: ['buildx imagetools inspect'],
  use: '[OPTIONS] NAME',
  about: 'Show details of an image in the registry',
  flags: `
      --builder string   Override the configured builder instance
  -D, --debug            Enable debug logging
      --format string    Format the output using the given Go template
      --raw              Show original, unformatted JSON manifest
`,
  takes: exactly(1),
  run({ flags, args, session }) {
    const found = ask(session, readManifest(session.state.registries, args[0] ?? '', session.caller));
    if ('error' in found) return session.err(`ERROR: ${found.error}\n`);
    if (flags.on('raw')) {
      session.out(found.blob.text ?? '');
      return 0;
    }
    const wanted = flags.text('format');
    if (wanted === undefined || wanted === '') {
      session.out(plain(found));
      return 0;
    }
    const read = template(wanted);
    if ('error' in read) return session.err(`ERROR: ${read.error}\n`);
    const manifest = { ...(parse(found.blob.text ?? '') as object), digest: found.blob.digest, size: found.blob.size };
    const order = Object.fromEntries(['schemaVersion', 'mediaType', 'digest', 'size', ...Object.keys(manifest)].flatMap((key) => (key in manifest ? [[key, manifest[key as keyof typeof manifest] as Value]] : [])));
    const facts: Value = { Name: formatReference(found.reference), Manifest: order, Image: imageOf(found), Provenance: null, SBOM: null };
    const { text, error } = read.run(facts, { type: 'imagetools.tplInput', indent: '  ' });
    session.out(text + (wanted.includes('json') ? '' : '\n'));
    return error === undefined ? 0 : session.err(`ERROR: ${error}\n`);
  },
};

/** Name, type and digest, and of an index every manifest (buildx `util/imagetools/printers.go`). */
function plain({ reference, blob }: RemoteManifest): string {
  const name = formatReference(reference);
  const head = `Name:      ${name}\nMediaType: ${blob.mediaType}\nDigest:    ${blob.digest}\n`;
  if (!isIndex(blob.mediaType)) return head;
  const base = formatReference({ domain: reference.domain, path: reference.path, ...(reference.tag !== undefined && { tag: reference.tag }) });
  const manifests = childrenOf(blob).map(({ mediaType, digest, platform, annotations }) => {
    const notes = Object.entries(annotations ?? {});
    const width = Math.max(0, ...notes.map(([key]) => key.length));
    const lines = [
      `  Name:        ${base}@${digest}\n`,
      `  MediaType:   ${mediaType}\n`,
      ...(platform ? [`  Platform:    ${platformName(platform)}\n`] : []),
      ...(notes.length > 0 ? ['  Annotations: \n', ...notes.map(([key, value]) => `    ${`${key}:`.padEnd(width + 2)}${value}\n`)] : []),
    ];
    return lines.join('');
  });
  return `${head}           \nManifests: \n${manifests.join('               \n')}`;
}

/** The config of the image for this machine. */
function imageOf({ blob, find }: RemoteManifest): Value {
  const children = childrenOf(blob);
  const manifest = isIndex(blob.mediaType) ? find((children.find(({ platform }) => platform && samePlatform(platformName(platform), 'linux/amd64')) ?? children[0])?.digest ?? blob.digest) : blob;
  const config = manifest && childrenOf(manifest)[0];
  const text = config && find(config.digest)?.text;
  if (text === undefined) return null;
  const { created, ...rest } = parse(text);
  const order = { created: fromJson(created), architecture: fromJson(rest['architecture']), os: fromJson(rest['os']) };
  return { ...order, ...Object.fromEntries(['config', 'rootfs', 'history'].flatMap((key) => (rest[key] === undefined || rest[key] === null ? [] : [[key, structOf(rest[key])]]))) };
}

/** Parsed JSON whose fields keep their order. */
function structOf(json: unknown): Value {
  if (Array.isArray(json)) return json.map(structOf);
  if (typeof json === 'object' && json !== null) return Object.fromEntries(Object.entries(json).map(([key, field]) => [key, structOf(field)]));
  return fromJson(json);
}
