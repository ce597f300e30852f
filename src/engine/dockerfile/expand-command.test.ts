import { expect, it } from 'vitest';
import { expandCommand } from './expand-command.ts';
import { expandWord, lookupIn } from './expand/expand.ts';
import type { Command } from './instruction.ts';
import { readInstruction } from './read-instructions.ts';
import { parse } from './syntax/parse.ts';

const lookup = lookupIn(['a=1', 'b=x y']);

const expand = (text: string) => {
  const read = readInstruction(parse(text).nodes[0]!);
  const result = read.ok && expandCommand(read.instruction as Command, (word) => expandWord(word, lookup));
  return result && (result.ok ? result.command : result.message);
};

it.each([
  ['ADD --chown=$a --checksum=$b "$a" $a $b', { chown: '1', checksum: 'x y', sources: ['1', '1'], dest: 'x y' }],
  ['COPY --from=$a --exclude=$a --chmod=$a $a $b', { from: '$a', exclude: ['$a'], chmod: '1', sources: ['1'], dest: 'x y' }],
  ['ENV k$a="$b" z=$a', { pairs: [{ key: 'k1', value: 'x y', noDelim: false }, { key: 'z', value: '1', noDelim: false }] }],
  ['LABEL $a $b', { pairs: [{ key: '1', value: 'x y', noDelim: true }] }],
  ['USER $a', { user: '1' }],
  ['VOLUME $a $b', { volumes: ['1', 'x y'] }],
  ['WORKDIR "$b"', { path: 'x y' }],
  ['STOPSIGNAL $a', { signal: '1' }],
  ['RUN $a', { cmdline: ['$a'] }],
  ['EXPOSE $a', { ports: ['$a'] }],
  ['SHELL ["$a"]', { shell: ['$a'] }],
])('%s', (text, expected) => expect(expand(text)).toMatchObject(expected));

it('stops at the first error', () => {
  expect(expand('COPY ${x?no} ${y?never} /')).toBe('failed to process "${x?no}": x: no');
});
