/**
 * `ar`, `ranlib`, `ld` and `strip`: put objects together and take symbols away. They read the files that they are given and
 * write described ones, whose bytes follow from what was read; sizes and times are estimated.
 */
import { contentFingerprint, sha256 } from '../../../fs/index.ts';
import type { Process } from '../../system/process.ts';
import { writeDescribed } from '../../system/writing.ts';
import { emulation, modelled, notSimulated } from '../model.ts';
import type { Tool } from '../tool.ts';
import { BASIS, link } from './units.ts';

/** What is left of a program without its symbols. */
const STRIPPED = 0.7;
const STRIPPED_SEED = 'stripped ';

export const ar: Tool = {
  name: 'ar',
  aliases: ['gcc-ar', 'llvm-ar'],
  run(process, args) {
    if (args.includes('--version')) return version(process, 'ar');
    const [flags = '', archive, ...members] = args;
    if (archive === undefined) {
      process.err(`Usage: ${process.name} [emulation options] [-]{dmpqrstx}[abcDfilMNoOPsSTuvV] [--plugin <name>] [member-name] [count] archive-file file...\n`);
      return 1;
    }
    if (!/[rqs]/.test(flags)) return notSimulated(process, process.name, `${process.name} ${flags}`);
    const missing = members.find((path) => process.peek(path)?.type !== 'file');
    if (missing !== undefined) return process.fail(`${missing}: No such file or directory`);
    if (members.length === 0) return process.peek(archive) ? 0 : process.fail(`${archive}: No such file or directory`);
    if (!process.peek(archive) && !flags.includes('c')) process.fail(`creating ${archive}`);
    if (flags.includes('v')) for (const path of members) process.out(`a - ${path}\n`);
    modelled(process, process.name, link(process, archive, members, true) * emulation(process), 0, BASIS);
    return 0;
  },
};

export const ranlib: Tool = {
  name: 'ranlib',
  run(process, args) {
    if (args.includes('--version')) return version(process, 'ranlib');
    const missing = args.find((path) => !path.startsWith('-') && !process.peek(path));
    return missing === undefined ? 0 : process.fail(`'${missing}': No such file`);
  },
};

export const ld: Tool = {
  name: 'ld',
  aliases: ['ld.bfd', 'ld.gold', 'lld', 'mold'],
  run(process, args) {
    if (args.includes('--version') || args.includes('-v')) return version(process, 'ld');
    const valued = new Set(['-o', '-L', '-T', '-m', '-e', '-soname', '-rpath', '-z', '--format']);
    const inputs = args.filter((arg, i) => !arg.startsWith('-') && !valued.has(args[i - 1] ?? ''));
    if (inputs.length === 0) return process.fail('no input files');
    const missing = inputs.filter((path) => process.peek(path)?.type !== 'file');
    for (const path of missing) process.fail(`cannot find ${path}: No such file or directory`);
    if (missing.length > 0) return 1;
    const at = args.indexOf('-o');
    modelled(process, process.name, link(process, (at >= 0 ? args[at + 1] : undefined) ?? 'a.out', inputs, false) * emulation(process), 0, BASIS);
    return 0;
  },
};

export const strip: Tool = {
  name: 'strip',
  aliases: ['llvm-strip'],
  run(process, args) {
    if (args.includes('--version')) return version(process, 'strip');
    const at = args.findIndex((arg) => arg === '-o');
    const output = at >= 0 ? args[at + 1] : undefined;
    const paths = args.filter((arg, i) => !arg.startsWith('-') && !['-o', '-R', '-K', '-N', '-F'].includes(args[i - 1] ?? ''));
    let status = 0;
    for (const path of paths) {
      const inode = process.peek(path);
      if (inode?.type !== 'file') {
        status = process.fail(`'${path}': No such file`);
        continue;
      }
      const { content, mode } = inode;
      if (content.kind === 'bytes') {
        status = process.fail(`${path}: file format not recognized`);
        continue;
      }
      const again = content.seed.startsWith(STRIPPED_SEED);
      writeDescribed(process, output ?? path, again ? content.size : Math.round(content.size * STRIPPED), again ? content.seed : STRIPPED_SEED + sha256(`${args.filter((arg) => arg.startsWith('-')).join(' ')}\n${contentFingerprint(content)}`), mode);
    }
    modelled(process, process.name, 30 * paths.length, 0, 'Symbols are taken to be 30% of a program: estimated.');
    return status;
  },
};

function version(process: Process, name: string): number {
  process.out(`GNU ${name} (GNU Binutils for Debian) 2.44\n`);
  return 0;
}
