import type { AddCommand, CopyCommand, SourceContent, SourcesAndDest } from '../instruction.ts';
import type { Expander } from '../expand/expand.ts';
import { chompHeredoc, parseHeredocMarker } from '../syntax/heredoc.ts';
import type { InstructionNode } from '../syntax/node.ts';
import { expandAll } from './expansion.ts';
import type { Flags } from './flags.ts';
import { failure, success, type Failure, type FlagSpec, type Read } from './instruction-spec.ts';

/** The words of COPY and ADD and the flags both have. The last word is the destination; `<<NAME` words are inline files. */
export function readSourcesAndDest(node: InstructionNode, flags: Flags, keyword: string): Read<SourcesAndDest> {
  const dest = node.args.at(-1)!;
  if (parseHeredocMarker(dest)) return failure(`${keyword} cannot accept a heredoc as a destination`, { arg: node.args.length - 1 });
  const sources: string[] = [];
  const contents: SourceContent[] = [];
  for (const source of node.args.slice(0, -1)) {
    const marker = parseHeredocMarker(source);
    if (!marker) {
      sources.push(source);
      continue;
    }
    const body = node.heredocs.findLast((heredoc) => heredoc.name === marker.name)?.content ?? '';
    contents.push({ path: marker.name, data: marker.chomp ? chompHeredoc(body) : body, expand: marker.expand });
  }
  return success({
    sources,
    contents,
    dest,
    chown: flags.text('chown'),
    chmod: flags.text('chmod'),
    link: flags.bool('link') ?? false,
    exclude: flags.list('exclude'),
  });
}

/** BuildKit's order: chown, chmod, checksum, sources, destination. */
export function expandSourcesAndDest<C extends CopyCommand | AddCommand>(command: C, expand: Expander): Read<C> {
  const checksum = command.type === 'ADD' ? [command.checksum] : [];
  const words = expandAll([command.chown, command.chmod, ...checksum, ...command.sources, command.dest], expand);
  if (!words.ok) return words;
  const [chown = '', chmod = '', ...rest] = words.value;
  const extra = command.type === 'ADD' ? { checksum: rest.shift() ?? '' } : {};
  return success({ ...command, ...extra, chown, chmod, sources: rest.slice(0, -1), dest: rest.at(-1) ?? '' });
}

/** The error of a COPY or ADD with fewer than two words. */
export function noDestination(keyword: string): Failure {
  const message = `${keyword} requires at least two arguments, but only one was provided. Destination could not be determined`;
  return failure(message, undefined, { id: 'editor.hint-destination', values: { form: `${keyword} source destination` } });
}

/** `--chown` of COPY and ADD. */
export const chown: FlagSpec = {
  name: 'chown',
  kind: 'text',
  placeholder: 'user[:group]',
  documentation: 'Owner of what is created, as names from the image or as numbers. Without it everything belongs to root.',
};

/** `--chmod` of COPY and ADD. */
export const chmod: FlagSpec = {
  name: 'chmod',
  kind: 'text',
  placeholder: 'mode',
  since: '1.2',
  documentation: 'Permissions of what is created: octal (`755`) or, from syntax 1.14, symbolic (`u=rwX,go=rX`).',
};

/** `--link` of COPY and ADD. */
export const link: FlagSpec = {
  name: 'link',
  kind: 'bool',
  since: '1.4',
  documentation: 'Makes a layer of its own that does not depend on the layers below, so it stays cached when they change.',
};

/** `--exclude` of COPY and ADD. */
export const exclude: FlagSpec = {
  name: 'exclude',
  kind: 'list',
  placeholder: 'pattern',
  since: '1.19',
  documentation: 'Leaves out what matches the pattern. May be repeated.',
};
