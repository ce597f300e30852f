import { atMost } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';
import { familiarReference, parseReference, type ImageRow } from '../../image/index.ts';
import { formatRows, type Row, type RowFormat } from '../format/rows.ts';
import { goTime, humanDuration, humanSize, shortId } from '../format/units.ts';
import { chooseImages } from '../images/choose.ts';
import { imageTree } from '../images/tree.ts';
import type { Session } from '../session.ts';

/** `docker images`. */
export const imageLsCommand: Command = {
  paths: ['images', 'image ls'],
  nicknames: ['image list'],
  use: '[OPTIONS] [REPOSITORY[:TAG]]',
  about: 'List images',
  aliases: ['docker image ls', 'docker image list', 'docker images'],
  flags: `
  -a, --all             Show all images (default hides intermediate images)
      --digests         Show digests
  -f, --filter filter   Filter output based on conditions provided
      --format string   Format output using a custom template:
                        'table':            Print output in table format with column headers (default)
                        'table TEMPLATE':   Print output in table format using the given Go template
                        'json':             Print in JSON format
                        'TEMPLATE':         Print output using the given Go template.
                        Refer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates
      --no-trunc        Don't truncate output
  -q, --quiet           Only show image IDs
      --tree            List multi-platform images as a tree (EXPERIMENTAL)
`,
  takes: atMost(1),
  run({ flags, args, session }) {
    const rows = chooseImages(session, flags.list('filter'), args[0]);
    if ('error' in rows) return session.refuse(rows.error);
    if (flags.on('tree')) {
      const clash = ['no-trunc', 'quiet', 'digests', 'format'].find((name) => flags.given(name));
      if (clash !== undefined) return session.err(`--${clash} is not yet supported with --tree\n`);
      session.out(imageTree(rows));
      return 0;
    }
    const whole = flags.on('no-trunc');
    const digests = flags.on('digests') || (flags.text('format') ?? '').includes('.Digest');
    const lines = rows.flatMap((row) => namesOf(row, digests).map((names) => rowOf(row, digests && isKnown(session, row) ? names : { ...names, digest: none }, session.now, whole)));
    if (flags.on('quiet') && !flags.given('format')) {
      session.out(lines.map(({ ID }) => `${String(ID)}\n`).join(''));
      return 0;
    }
    const { text, error } = formatRows(flags.on('digests') ? withDigests : format, lines, flags.text('format'));
    session.out(text);
    return error === undefined ? 0 : session.err(`${error}\n`);
  },
};

const heads = { ID: 'IMAGE ID', Repository: 'REPOSITORY', Tag: 'TAG', Digest: 'DIGEST', CreatedSince: 'CREATED', CreatedAt: 'CREATED AT', Size: 'SIZE', Containers: 'CONTAINERS', VirtualSize: 'SIZE', SharedSize: 'SHARED SIZE', UniqueSize: 'UNIQUE SIZE' };
const format: RowFormat = { type: '*formatter.imageContext', heads, table: '{{.Repository}}\t{{.Tag}}\t{{.ID}}\t{{.CreatedSince}}\t{{.Size}}' };
const withDigests: RowFormat = { ...format, table: '{{.Repository}}\t{{.Tag}}\t{{.Digest}}\t{{.ID}}\t{{.CreatedSince}}\t{{.Size}}' };

interface Names {
  readonly repository: string;
  readonly tag: string;
  readonly digest: string;
}

const none = '<none>';

/** The older store knows a digest only of what a registry gave or took. */
function isKnown({ machine, images }: Session, { target }: ImageRow): boolean {
  return machine.builder.imageStore === 'containerd' || (images.blobs.get(target.digest)?.sources ?? []).length > 0;
}

/** One for each line: tags, and repositories that have the image by digest only (docker `formatter/image.go`). */
function namesOf({ tags, digests }: ImageRow, all: boolean): readonly Names[] {
  const digestOf = new Map(digests.map((digest) => [digest.slice(0, digest.indexOf('@')), digest.slice(digest.indexOf('@') + 1)]));
  const tagged = tags.flatMap((name): Names[] => {
    const parsed = parseReference(name);
    if ('error' in parsed) return [];
    const repository = familiarReference({ domain: parsed.domain, path: parsed.path });
    return [{ repository, tag: parsed.tag ?? none, digest: digestOf.get(repository) ?? none }];
  });
  const known = new Set(tagged.map(({ repository }) => repository));
  const others = [...digestOf].filter(([repository]) => !known.has(repository)).map(([repository, digest]) => ({ repository, tag: none, digest }));
  const named = all || tagged.length === 0 ? [...tagged, ...others] : tagged;
  return named.length > 0 ? named : [{ repository: none, tag: none, digest: none }];
}

function rowOf(row: ImageRow, { repository, tag, digest }: Names, now: number, whole: boolean): Row {
  const { created } = row;
  return {
    ID: whole ? row.id : shortId(row.id),
    Repository: repository,
    Tag: tag,
    Digest: digest,
    CreatedSince: created === undefined || created <= 0 ? 'N/A' : `${humanDuration(now - created)} ago`,
    CreatedAt: goTime(Math.floor((created ?? 0) / 1000) * 1000),
    Size: humanSize(row.size, 3),
    Containers: String(row.containers),
    VirtualSize: humanSize(row.size),
    SharedSize: 'N/A',
    UniqueSize: 'N/A',
  };
}
