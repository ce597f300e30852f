/** sha256 and tar, against the programs of the machine on the same bytes. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bytesOf, contentChunks, described, hasher, sha256, tarChunks } from '#engine/fs/index.ts';
import type { LayerEntry } from '#engine/fs/index.ts';
import { takeTurns } from './measure.ts';
import { mbps, megabytesPerSecond, times, type Row, type Table } from './report.ts';

const megabytes = 64;
const smallFiles = 4096;
const size = megabytes * 1024 * 1024;

/** Runs a program; false where there is none. */
const runs = (program: string, args: readonly string[]): boolean => spawnSync(program, args, { stdio: 'ignore' }).status === 0;

export function throughput(): Table {
  const folder = mkdtempSync(join(tmpdir(), 'layerscope-bench-'));
  try {
    return measured(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function measured(folder: string): Table {
  const { content } = described(size, 'throughput');
  const bytes = bytesOf(content);
  const large = join(folder, 'large');
  writeFileSync(large, bytes);
  const tree = join(folder, 'tree');
  mkdirSync(tree);
  const part = size / smallFiles;
  const entries = Array.from({ length: smallFiles }, (_, at): LayerEntry => {
    const piece = bytes.subarray(at * part, (at + 1) * part);
    writeFileSync(join(tree, `file-${at}`), piece);
    return { path: `tree/file-${at}`, type: 'file', mode: 0o644, uid: 0, gid: 0, size: part, mtime: 0, content: { kind: 'bytes', bytes: piece } };
  });

  const [sum, systemSum] = takeTurns([() => () => sha256(bytes), () => () => runs('sha256sum', [large])], 5);
  const out = new Uint8Array(size + 2 * smallFiles * 512);
  const written = () => {
    let at = 0;
    for (const chunk of tarChunks(entries)) {
      out.set(chunk, at);
      at += chunk.length;
    }
    return at;
  };
  const hashed = () => {
    const state = hasher();
    for (const chunk of tarChunks(entries)) state.update(chunk);
    return state.digest();
  };
  const tar = ['-cf', join(folder, 'out.tar'), '-C', folder, 'tree'];
  const [pack, systemPack, layer, generated] = takeTurns(
    [() => written, () => () => runs('tar', tar), () => hashed, () => () => [...contentChunks(content)].length],
    5,
  );
  const row = (name: string, own: number, peer?: number): Row => ({
    name,
    ours: mbps(megabytesPerSecond(size, own)),
    ...(peer !== undefined && { peers: mbps(megabytesPerSecond(size, peer)), ratio: times(peer / own) }),
  });
  const unless = (present: boolean, time: number) => (present ? time : undefined);
  return {
    title: 'throughput: bytes that are hashed and packed',
    note: `${megabytes} MiB; the programs of the machine read them from a file and start once a round`,
    rows: [
      row('sha256, against sha256sum', sum, unless(runs('sha256sum', [large]), systemSum)),
      row(`tar of ${smallFiles.toLocaleString('en')} files, against tar`, pack, unless(runs('tar', tar), systemPack)),
      row('diffID of the same files (tar and sha256)', layer),
      row('bytes of a described file', generated),
    ],
  };
}
