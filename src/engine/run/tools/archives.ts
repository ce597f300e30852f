/** `zip`, `unzip`, `xz`, `bzip2`, `zstd`: what is packed or unpacked is described, its bytes decided by those that are read; sizes are typical ratios. */
import { decompress, sha256 } from '../../fs/index.ts';
import { fromArray, toArray } from '../system/byte-string.ts';
import { attempt } from '../system/errno.ts';
import type { Process } from '../system/process.ts';
import { contentOf } from '../system/reading.ts';
import { makeDirectories, writeDescribed } from '../system/writing.ts';
import { modelled, notSimulated } from './model.ts';
import type { Tool } from './tool.ts';

const BASIS = 'Text is taken to be packed to 0.3 of its bytes, programs to 0.4; 40 MB a second.';
const RATE = 40_000;

/** Bytes below a path. */
function weigh(process: Process, path: string): number {
  process.limits.step();
  const inode = process.find(path);
  if (inode.type === 'file') return inode.size;
  return inode.type === 'dir' ? inode.names().reduce((sum, name) => sum + weigh(process, `${path}/${name}`), 0) : 0;
}

export const zip: Tool = {
  name: 'zip',
  run(process, args) {
    const words = args.filter((arg, i) => arg[0] !== '-' && args[i - 1] !== '-x' && args[i - 1] !== '-i');
    const [given, ...paths] = words;
    if (given === undefined || paths.length === 0) return process.fail('error: Nothing to do!', 12);
    const missing = paths.find((path) => !process.peek(path));
    if (missing !== undefined) {
      process.out(`\tzip warning: name not matched: ${missing}\n\nzip error: Nothing to do! (${given})\n`);
      return 12;
    }
    const archive = /\.\w+$/.test(given) ? given : `${given}.zip`;
    const bytes = paths.reduce((sum, path) => sum + weigh(process, path), 0);
    if (!args.some((arg) => /^-\w*q/.test(arg))) process.out(paths.map((path) => `  adding: ${path} (deflated 70%)\n`).join(''));
    writeDescribed(process, archive, Math.round(bytes * 0.3) + 22, sha256(`zip ${paths.map((path) => contentOf(process, path)).join('\n')}`));
    modelled(process, 'zip', bytes / RATE, Math.round(bytes * 0.3), BASIS);
    return 0;
  },
};

/** Unpacks a stand-in for what a downloaded archive holds: one file. */
export const unzip: Tool = {
  name: 'unzip',
  run(process, args) {
    const words = args.filter((arg, i) => arg[0] !== '-' && args[i - 1] !== '-d' && args[i - 1] !== '-x');
    const [archive] = words;
    const at = args.indexOf('-d');
    const dir = at >= 0 ? (args[at + 1] ?? '.') : '.';
    if (archive === undefined) return 10;
    const inode = attempt(() => process.readable(archive)).value;
    if (inode?.type !== 'file') {
      process.err(`unzip:  cannot find or open ${archive}, ${archive}.zip or ${archive}.ZIP.\n`);
      return 9;
    }
    if (inode.isReal && !inode.start.startsWith('PK')) {
      process.err(`  End-of-central-directory signature not found.  Either this file is not\n  a zipfile, or it constitutes one disk of a multi-part archive.\nunzip:  cannot find zipfile directory in one of ${archive} or\n        ${archive}.zip, and cannot find ${archive}.ZIP, period.\n`);
      return 9;
    }
    makeDirectories(process, dir);
    const name = archive.slice(archive.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
    if (!args.some((arg) => /^-\w*q/.test(arg))) process.out(`Archive:  ${archive}\n  inflating: ${dir === '.' ? '' : `${dir}/`}${name}.files\n`);
    writeDescribed(process, `${dir}/${name}.files`, Math.round(inode.size * 2.5), sha256(`unzip ${contentOf(process, archive)}`));
    modelled(process, 'unzip', inode.size / RATE, Math.round(inode.size * 2.5), 'What is in a downloaded archive is not known: one file of 2.5 times its bytes stands for it.');
    return 0;
  },
};

/** To standard output: what really is packed is unpacked; all else has no bytes to show, and says so. */
function show(process: Process, path: string, unpacks: boolean, tool: string): number {
  const inode = process.readable(path);
  if (!unpacks || inode.type !== 'file' || !inode.isReal) return notSimulated(process, tool, `${process.name} to standard output`);
  const { bytes, error } = decompress(toArray(process.readFile(path)), 48 << 20);
  process.out(fromArray(bytes));
  if (error === undefined) return 0;
  process.err(`${process.name}: ${path}: ${error}\n`);
  return 1;
}

/** A packer of single files: `NAME file` → `file.EXT`, `unNAME`, `NAMEcat`. */
function packer(name: string, extension: string, aliases: readonly string[], ratio: number): Tool {
  return {
    name,
    aliases,
    run(process, args) {
      const unpacks = process.name !== name || args.some((arg) => /^-[a-z0-9]*d|^--decompress$/.test(arg));
      const shows = process.name.endsWith('cat') || args.some((arg) => /^-[a-z0-9]*c|^--(?:to-)?stdout$/.test(arg));
      const keeps = args.some((arg) => /^-[a-z0-9]*k|^--keep$/.test(arg)) || name === 'zstd';
      let status = 0;
      for (const path of args.filter((arg) => arg[0] !== '-')) {
        const inode = attempt(() => process.readable(path)).value;
        if (inode?.type !== 'file') {
          process.err(`${process.name}: ${path}: No such file or directory\n`);
          status = 1;
          continue;
        }
        if (shows) {
          status = Math.max(status, show(process, path, unpacks, name));
          continue;
        }
        const to = unpacks ? path.replace(new RegExp(`\\.${extension}$`), '') : `${path}.${extension}`;
        if (to === path) {
          process.err(`${process.name}: ${path}: Filename has an unknown suffix, skipping\n`);
          status = 2;
          continue;
        }
        const size = Math.round(unpacks ? inode.size / ratio : inode.size * ratio);
        writeDescribed(process, to, size, sha256(`${name} ${unpacks ? 'd' : 'c'} ${contentOf(process, path)}`), inode.mode);
        if (!keeps) process.files.unlink(process, path);
        modelled(process, name, Math.max(size, inode.size) / (unpacks ? RATE * 2 : RATE / 8), size, BASIS);
      }
      return status;
    },
  };
}

export const xz = packer('xz', 'xz', ['unxz', 'xzcat'], 0.25);
export const bzip2 = packer('bzip2', 'bz2', ['bunzip2', 'bzcat'], 0.3);
export const zstd = packer('zstd', 'zst', ['unzstd', 'zstdcat'], 0.3);
