/**
 * Shortened labels. The keyword is never shortened, paths lose their middle, images lose their registry and namespace but
 * never the tag, leading `NAME=value` of a RUN become `…`, and `&&` chains show the first command that does something.
 */

export interface StepLabel {
  readonly keyword: string;
  /** Empty where too little of it would remain. */
  readonly rest: string;
}

const ELLIPSIS = '…';
/** Fewer characters of arguments than this say nothing. */
const LEAST = 8;
const PREAMBLE = /^(set\s|set$|apt-get\s+update\b|mkdir\s)/;

/** An instruction as BuildKit names its step (`COPY . .`) → what fits into `limit` characters. */
export function shortenStep(text: string, limit: number): StepLabel {
  const space = text.indexOf(' ');
  const keyword = space < 0 ? text : text.slice(0, space);
  const args = space < 0 ? '' : text.slice(space + 1).trim();
  const room = limit - keyword.length - 1;
  if (args === '' || (room < LEAST && args.length > room)) return { keyword, rest: '' };
  return { keyword, rest: shortenArguments(keyword, args, room) };
}

function shortenArguments(keyword: string, args: string, room: number): string {
  if (keyword === 'FROM') {
    const [image = '', ...rest] = args.split(/\s+/).filter((word) => !word.startsWith('--'));
    const whole = [familiarImage(image), ...rest].join(' ');
    return whole.length <= room ? whole : shortenImage(image, room);
  }
  if (keyword === 'RUN') return shortenCommand(args, room);
  if (args.length <= room) return args;
  return keyword === 'COPY' || keyword === 'ADD' || keyword === 'WORKDIR' ? shortenWords(args, room) : cut(args, room);
}

/** A shell command: heredocs give their first line, flags and assignments in front become `…`. */
export function shortenCommand(command: string, room: number): string {
  const heredoc = /^<<-?\s*['"]?\w+['"]?\s*\n?([^\n]*)/.exec(command);
  let text = (heredoc ? (heredoc[1] ?? '') : command).replace(/\\\r?\n/g, ' ').replace(/\s+/g, ' ').trim();
  text = text.replace(/(^|\s)(["'])([^"'\\]*)\2(?=\s|$)/g, '$1$3');
  const chain = text.split(/\s*&&\s*/).filter((part) => part !== '');
  if (chain.length > 1) {
    const chosen = chain.find((part) => !PREAMBLE.test(part)) ?? chain[0]!;
    const tail = ` + ${chain.length - 1}`;
    return shortenAssignments(chosen, room - tail.length) + tail;
  }
  return shortenAssignments(text, room);
}

function shortenAssignments(command: string, room: number): string {
  const short = command.replace(/^(?:(?:--[\w-]+=\S+|[A-Za-z_]\w*=\S*)\s+)+(?=\S)/, `${ELLIPSIS} `);
  return cut(command.length <= room && !command.startsWith('--') ? command : short, room);
}

/** Words of a COPY: sources lose their middle first, then the tail is cut. */
function shortenWords(args: string, room: number): string {
  const words = args.split(' ');
  let left = args.length - room;
  for (let i = 0; i < words.length && left > 0; i++) {
    const word = words[i]!;
    if (word.startsWith('--') || word.length < 12) continue;
    const short = shortenPath(word, Math.max(10, word.length - left));
    left -= word.length - short.length;
    words[i] = short;
  }
  return cut(words.join(' '), room);
}

/** `web/src/pages/index.tsx` → `web/…/index.tsx`; a name alone is cut at its end. */
export function shortenPath(path: string, limit: number): string {
  if (path.length <= limit) return path;
  const parts = path.split('/');
  const name = parts[parts.length - 1] === '' ? `${parts[parts.length - 2] ?? ''}/` : parts[parts.length - 1]!;
  const lead = path.startsWith('/') ? `/${parts[1] ?? ''}` : parts[0]!;
  for (const short of [`${lead}/${ELLIPSIS}/${name}`, `${ELLIPSIS}/${name}`]) if (short.length <= limit && short.length < path.length) return short;
  return cut(name.length < path.length ? `${ELLIPSIS}/${name}` : path, limit);
}

/** Labels of paths as `shortenPath` has them; those that would be alike say the folder in which they differ: `mail/main.go`. */
export function shortenPaths(paths: readonly { readonly path: string; readonly limit: number }[]): readonly string[] {
  const labels = paths.map(({ path, limit }) => shortenPath(path, limit));
  return paths.map(({ path, limit }, at) => {
    const alike = paths.filter((_, other) => other !== at && labels[other] === labels[at]).map((other) => other.path.split('/').reverse());
    if (alike.length === 0) return labels[at]!;
    const parts = path.split('/').reverse();
    const differs = parts.findIndex((part, depth) => depth > 0 && alike.every((other) => other[depth] !== part));
    if (differs < 1) return labels[at]!;
    return cut(`${parts[differs]}/${differs > 1 ? `${ELLIPSIS}/` : ''}${parts[0]}`, limit);
  });
}

/** What a reader calls it: `docker.io/library/golang:1.22@sha256:…` → `golang:1.22`. A digest stays, shortened, where there is no tag. */
export function familiarImage(image: string): string {
  return image.replace(/^docker\.io\/(library\/)?/, '').replace(/(:[\w][\w.-]*)@sha256:[0-9a-f]+$/, '$1').replace(/@sha256:([0-9a-f]{12})[0-9a-f]*$/, '@$1');
}

/** `gcr.io/distroless/static:nonroot` → `static:nonroot`; digests keep twelve digits. */
export function shortenImage(image: string, limit: number): string {
  const short = familiarImage(image);
  if (short.length <= limit) return short;
  const parts = short.split('/');
  for (let from = 1; from < parts.length; from++) {
    const rest = parts.slice(from).join('/');
    if (rest.length <= limit || from === parts.length - 1) return fitImage(rest, limit);
  }
  return fitImage(short, limit);
}

/** The name before a tag gives way first; a tag alone that is still too long keeps its end, where variants differ. */
function fitImage(name: string, limit: number): string {
  if (name.length <= limit) return name;
  const at = name.search(/[:@]/);
  if (at < 0) return cut(name, limit);
  const tag = name.slice(at);
  if (limit - tag.length >= 2) return `${name.slice(0, limit - tag.length - 1)}${ELLIPSIS}${tag}`;
  return `${ELLIPSIS}${tag.length < limit ? tag : tag.slice(-Math.max(1, limit - 1))}`;
}

/** A text with its tail cut off where it is longer than `limit` characters. */
export function cut(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, Math.max(0, limit - 1)).replace(/[\s…]+$/, '')}${ELLIPSIS}`;
}
