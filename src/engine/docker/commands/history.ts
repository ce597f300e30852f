import { exactly } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';
import { findImage, listImages, type ImageRow } from '../../image/index.ts';
import { formatRows, type Row, type RowFormat } from '../format/rows.ts';
import { ellipsis, humanDuration, humanSize, rfc3339, shortId } from '../format/units.ts';

/** `docker history`. */
export const historyCommand: Command = {
  paths: ['history', 'image history'],
  use: '[OPTIONS] IMAGE',
  about: 'Show the history of an image',
  aliases: ['docker image history', 'docker history'],
  flags: `
      --format string     Format output using a custom template:
                          'table':            Print output in table format with column headers (default)
                          'table TEMPLATE':   Print output in table format using the given Go template
                          'json':             Print in JSON format
                          'TEMPLATE':         Print output using the given Go template.
                          Refer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates
  -H, --human             Print sizes and dates in human readable format (default true)
      --no-trunc          Don't truncate output
      --platform string   Show history for the given platform. Formatted as "os[/arch[/variant]]" (e.g., "linux/amd64")
  -q, --quiet             Only show image IDs
`,
  takes: exactly(1),
  run({ flags, args, session }) {
    const found = findImage(session.images, args[0] ?? '');
    if ('error' in found) return session.refuse(found.error);
    const image = listImages(session.images, session.listOptions).find(({ target }) => target.digest === found.target.digest);
    const platform = flags.text('platform');
    const manifest = platform === undefined ? image?.best : image?.manifests.find((one) => one.platform === platform);
    if (!image || !manifest?.config) return session.refuse(`image with reference ${args[0]} was found but does not provide the specified platform (${platform ?? 'linux/amd64'})`);
    const options = { whole: flags.on('no-trunc'), human: !flags.given('human') || flags.on('human'), now: session.now };
    const rows = historyRows(image, manifest, options);
    if (flags.on('quiet')) {
      session.out(rows.map(({ ID }) => `${String(ID)}\n`).join(''));
      return 0;
    }
    const { text, error } = formatRows(options.human ? format : plain, rows, flags.text('format'));
    session.out(text);
    return error === undefined ? 0 : session.err(`${error}\n`);
  },
};

const heads = { ID: 'IMAGE', CreatedSince: 'CREATED', CreatedAt: 'CREATED AT', CreatedBy: 'CREATED BY', Size: 'SIZE', Comment: 'COMMENT' };
const format: RowFormat = { type: '*image.historyContext', heads, table: '{{.ID}}\t{{.CreatedSince}}\t{{.CreatedBy}}\t{{.Size}}\t{{.Comment}}' };
const plain: RowFormat = { ...format, table: '{{.ID}}\t{{.CreatedAt}}\t{{.CreatedBy}}\t{{.Size}}\t{{.Comment}}' };
/** Characters of a command that a row has room for. */
const longest = 45;

/** Newest first; only the newest has an ID, for the steps between are no images. Sizes are those of the unpacked layers. */
function historyRows(image: ImageRow, { config, chain }: NonNullable<ImageRow['best']>, { whole, human, now }: { readonly whole: boolean; readonly human: boolean; readonly now: number }): readonly Row[] {
  let layer = 0;
  const rows = (config?.history ?? []).map(({ created, created_by = '', comment = '', empty_layer: empty = false }): Row => {
    const size = empty ? 0 : (chain[layer++]?.size ?? 0);
    const time = created === undefined ? 0 : Date.parse(created);
    return {
      ID: '<missing>',
      CreatedSince: time <= 0 ? 'N/A' : `${humanDuration(now - time)} ago`,
      CreatedAt: rfc3339(Math.floor(time / 1000) * 1000),
      CreatedBy: whole ? created_by.replaceAll('\t', ' ') : ellipsis(created_by.replaceAll('\t', ' '), longest),
      Size: human ? humanSize(size, 3) : String(size),
      Comment: comment,
    };
  });
  const [newest, ...older] = rows.reverse();
  return newest ? [{ ...newest, ID: whole ? image.id : shortId(image.id) }, ...older] : [];
}
