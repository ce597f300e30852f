/** `gzip`, `gunzip`, `zcat`. What is packed is stored without compression, so its size is not the real one's. */
import { decompress } from '../../fs/index.ts';
import { fromArray, toArray, toText } from '../system/byte-string.ts';
import type { Process } from '../system/process.ts';
import { readOptions } from './options.ts';
import { forEach, reportFault } from './report.ts';
import type { Tool } from './tool.ts';

const BLOCK = 0xffff;

function run(process: Process, args: readonly string[]): number {
  const options = readOptions(process, args, 'd decompress=d uncompress=d c stdout=c to-stdout=c k keep=k f force=f q quiet=q v t n no-name=n r l 1 2 3 4 5 6 7 8 9 fast=1 best=9');
  if (typeof options === 'number') return options;
  const unpacks = options.has('d') || process.name === 'gunzip' || process.name === 'zcat';
  const toOutput = options.has('c') || process.name === 'zcat';
  // GNU's gunzip and zcat are scripts that start gzip.
  if (process.userland === 'gnu') process.name = 'gzip';
  return forEach(options.operands.length > 0 ? options.operands : ['-'], (path) => {
    try {
      const bytes = process.readFile(path, true);
      const result = unpacks ? unpack(bytes) : pack(bytes);
      if (result === undefined) return process.fail(process.userland === 'gnu' ? `${path === '-' ? 'stdin' : path}: not in gzip format` : 'invalid magic');
      if (!unpacks) process.machine.notes.push({ command: toText(process.command), tool: 'gzip', fidelity: 'modelled', duration: 0, bytes: result.length, basis: 'Packed without compression: larger than the real one.' });
      if (toOutput || path === '-') {
        process.out(result);
        return 0;
      }
      const to = unpacks ? path.replace(/\.(gz|z)$/i, '').replace(/\.tgz$/, '.tar') : `${path}.gz`;
      if (to === path) return process.fail(process.userland === 'gnu' ? `${path}: unknown suffix -- ignored` : `${path}: unknown suffix - ignored`);
      if (!options.has('f') && process.peek(to, false)) return process.userland === 'gnu' ? process.fail(`${to} already exists;\tnot overwritten`, 2) : process.fail(`can't open '${to}': File exists`);
      const old = process.find(path);
      process.writeFile(to, result, old.mode);
      if (!options.has('k')) process.files.unlink(process, path);
      return 0;
    } catch (fault) {
      return reportFault(process, fault, path);
    }
  });
}

function unpack(bytes: string): string | undefined {
  if (!bytes.startsWith('\x1f\x8b')) return undefined;
  const result = decompress(toArray(bytes), 48 << 20);
  return 'error' in result ? undefined : fromArray(result.bytes);
}

/** RFC 1952 around stored blocks (RFC 1951, 3.2.4). */
function pack(bytes: string): string {
  const word = (n: number, size: number) => Array.from({ length: size }, (_, i) => String.fromCharCode((n >>> (8 * i)) & 255)).join('');
  let body = '';
  for (let i = 0; i === 0 || i < bytes.length; i += BLOCK) {
    const block = bytes.slice(i, i + BLOCK);
    body += (i + BLOCK >= bytes.length ? '\x01' : '\x00') + word(block.length, 2) + word(~block.length & 0xffff, 2) + block;
  }
  return `\x1f\x8b\x08\0\0\0\0\0\0\x03${body}${word(crc32(bytes), 4)}${word(bytes.length, 4)}`;
}

function crc32(bytes: string): number {
  let crc = -1;
  for (let i = 0; i < bytes.length; i++) {
    crc ^= bytes.charCodeAt(i);
    for (let k = 0; k < 8; k++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

export const gzip: Tool = { name: 'gzip', aliases: ['gunzip', 'zcat'], run };
