/** `sha256sum`, `sha512sum`, `sha1sum` and `md5sum`: prints digests, and checks those of a list. */
import { contentChecksum } from '../../fs/index.ts';
import type { Algorithm } from '../../fs/index.ts';
import { toArray, toText } from '../system/byte-string.ts';
import { attempt, strerror } from '../system/errno.ts';
import type { Process } from '../system/process.ts';
import { FileStream } from '../system/stream.ts';
import { readAll } from '../system/process.ts';
import { splitLines } from './lines.ts';
import { readOptions } from './options.ts';
import { forEach, reportFault } from './report.ts';
import type { Tool } from './tool.ts';

/** Bytes of a described file that are made to be read; of more than a pipe carries, they are not. */
const READABLE = 64 << 20;
/** Hexadecimal digits of each digest. */
const DIGITS: Readonly<Record<Algorithm, number>> = { md5: 32, sha1: 40, sha256: 64, sha512: 128 };

function digest(process: Process, path: string, algorithm: Algorithm): string {
  const stream = path === '-' ? process.stream(0) : process.open(path, 'read');
  const content = (stream instanceof FileStream && stream.takeContent()) || ({ kind: 'bytes', bytes: toArray(readAll(stream)) } as const);
  if (content.kind === 'bytes' || content.size <= READABLE) return contentChecksum(content, algorithm);
  process.machine.notes.push({ command: toText(process.command), tool: `${algorithm}sum`, fidelity: 'modelled', duration: 0, bytes: 0, basis: 'The digest of a file this large is made from its description.' });
  return contentChecksum({ kind: 'bytes', bytes: toArray(`${content.size} ${content.seed}`) }, algorithm);
}

function checksumTool(algorithm: Algorithm): Tool {
  const name = `${algorithm}sum`;
  const compute = (process: Process, path: string) => digest(process, path, algorithm);
  return {
    name,
    run(process, args) {
      const options = readOptions(process, args, 'c check=c b binary=b t text=t s status=s quiet=q w warn=w strict tag ignore-missing=im');
      if (typeof options === 'number') return options;
      const paths = options.operands.length > 0 ? options.operands : ['-'];
      if (!options.has('c')) {
        return forEach(paths, (path) => {
          try {
            process.out(`${compute(process, path)}  ${path}\n`);
            return 0;
          } catch (fault) {
            return reportFault(process, fault, path, `can't open '${path}'`);
          }
        });
      }
      return forEach(paths, (path) => check(process, path, { compute, digits: DIGITS[algorithm], quiet: options.has('s') }));
    },
  };
}

function check(process: Process, path: string, { compute, digits, quiet }: { compute: (process: Process, path: string) => string; digits: number; quiet: boolean }): number {
  const { value: list, errno } = attempt(() => process.readFile(path, true));
  if (list === undefined) return process.fail(`${path}: ${strerror(errno!)}`);
  let failed = 0;
  let missing = 0;
  let checked = 0;
  for (const line of splitLines(list)) {
    const match = /^\\?([0-9a-fA-F]+) [ *]?(.*)$/.exec(line);
    if (!match || (process.userland === 'gnu' && match[1]!.length !== digits)) continue;
    checked++;
    const name = match[2]!;
    const inode = process.peek(name);
    if (!inode) {
      missing++;
      process.fail(process.userland === 'gnu' ? `${name}: No such file or directory` : `can't open '${name}': No such file or directory`);
      process.out(`${name}: FAILED${process.userland === 'gnu' ? ' open or read' : ''}\n`);
      continue;
    }
    // The bytes of a described file stand for others, so that no published digest can match them.
    const described = inode.type === 'file' && inode.content.kind === 'described';
    const ok = described || compute(process, name) === match[1]!.toLowerCase();
    if (!ok) failed++;
    if (!quiet) process.out(`${name}: ${ok ? 'OK' : 'FAILED'}\n`);
  }
  if (checked === 0) return process.fail(`${path !== '-' ? path : process.userland === 'gnu' ? "'standard input'" : 'standard input'}: no properly formatted checksum lines found`);
  if (process.userland === 'gnu') {
    if (missing > 0) process.fail(`WARNING: ${missing} listed file${missing > 1 ? 's' : ''} could not be read`);
    if (failed > 0) process.fail(`WARNING: ${failed} computed checksum${failed > 1 ? 's' : ''} did NOT match`);
  } else if (failed + missing > 0) process.fail(`WARNING: ${failed + missing} of ${checked} computed checksums did NOT match`);
  return failed + missing > 0 ? 1 : 0;
}

export const sha256sum = checksumTool('sha256');
export const sha512sum = checksumTool('sha512');
export const sha1sum = checksumTool('sha1');
export const md5sum = checksumTool('md5');
