/** The build cache, and how long compiling takes with what is in it. */
import { sha256 } from '../../../fs/index.ts';
import { writeDescribed } from '../../system/writing.ts';
import type { Process } from '../../system/process.ts';
import { packageKey, toolchainKey } from './build.ts';
import type { Load } from './build.ts';
import type { Flags } from './flags.ts';
import type { Module } from './module.ts';
import type { Settings } from './settings.ts';
import { moduleSize } from './sizes.ts';

interface Unit {
  readonly key: string;
  /** Virtual milliseconds to compile it. */
  readonly time: number;
  /** Bytes of its entry. */
  readonly size: number;
}

/** Compiles what the cache does not have and writes it there; gives the virtual milliseconds and bytes. */
export function compile(process: Process, module: Module, load: Load, flags: Flags, settings: Settings): { readonly time: number; readonly bytes: number; readonly compiled: number } {
  const toolchain = toolchainKey(module, settings, flags);
  const heavy = load.standard.has('net/http');
  const units: Unit[] = [
    { key: sha256(`std ${heavy} ${toolchain.replace(module.root, '')}`), time: heavy ? 3_900 : 1_900, size: heavy ? 62_000_000 : 24_000_000 },
    ...load.modules.map(({ path, version }) => ({ key: sha256(`${path} ${version} ${toolchain}`), time: 60 + Math.min(2_500, moduleSize(path).unpacked / 4_000), size: Math.round(moduleSize(path).unpacked * 0.8) })),
    ...[...load.packages].map(([path, one]) => ({ key: packageKey(path, one, toolchain), time: 120 + one.bytes / 250, size: 20_000 + one.bytes * 6 })),
  ];
  let time = 0;
  let bytes = 0;
  let compiled = 0;
  for (const { key, time: cost, size } of units) {
    const hex = key.slice('sha256:'.length);
    const path = `${settings.buildCache}/${hex.slice(0, 2)}/${hex}-d`;
    if (process.peek(path)) continue;
    writeDescribed(process, path, size, key);
    time += cost;
    bytes += size;
    compiled++;
  }
  return { time: Math.round(time), bytes, compiled };
}
