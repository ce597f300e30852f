/** Sizes and times of crates: a web service of 110 crates downloads 14 MB, unpacks to 75 MB and leaves 650 MB in target. */
import { varied } from '../model.ts';
import type { Crate } from './workspace.ts';

/** Bytes of the packed and the unpacked crate: the Debian packages of the same software, a stand-in. */
const KNOWN: Readonly<Record<string, readonly [packed: number, unpacked: number]>> = {
  anyhow: [44_856, 294_912], axum: [173_652, 1_293_312], bytes: [62_208, 386_048], chrono: [169_140, 1_337_344], clap: [52_584, 351_232], futures: [53_964, 402_432],
  h2: [135_648, 1_693_696], http: [91_032, 535_552], hyper: [120_712, 771_072], libc: [374_696, 4_586_496], log: [49_020, 245_760], memchr: [70_456, 646_144],
  mio: [96_348, 548_864], 'proc-macro2': [45_596, 261_120], quote: [29_184, 166_912], rand: [85_444, 396_288], regex: [217_756, 1_607_680], reqwest: [163_128, 1_079_296],
  ring: [960_256, 8_099_840], rustls: [456_576, 3_016_704], serde: [66_148, 562_176], serde_derive: [50_524, 353_280], serde_json: [125_644, 818_176], socket2: [48_272, 314_368],
  syn: [227_700, 2_306_048], thiserror: [28_448, 199_680], tokio: [615_096, 4_666_368], tower: [95_528, 609_280], tracing: [78_096, 497_664], uuid: [43_288, 291_840],
};

/** Virtual milliseconds that one crate adds to an optimised build of many on an ordinary builder: 148 s for 110. */
export const CRATE_TIME = 1_290;
/** The service's own program, linking included: 6.2 s with all dependencies compiled. */
export const PROGRAM_TIME = 5_900;
/** A library of the workspace. */
export const LIBRARY_TIME = 1_600;
/** Virtual milliseconds to load a workspace and look at what is fresh. */
export const LOAD_TIME = 300;
/** How much faster it is without optimising, and without making code at all. */
export const DEBUG = 0.45;
export const CHECK = 0.3;

export function crateSize({ name }: Crate): { readonly packed: number; readonly unpacked: number } {
  const known = KNOWN[name];
  return known ? { packed: known[0], unpacked: known[1] } : { packed: varied(name, 70_000), unpacked: varied(name, 380_000) };
}

/** Bytes that a compiled crate leaves in target: library, metadata and build scripts. */
export function compiledSize(crate: Crate): number {
  return 1_500_000 + crateSize(crate).unpacked * 6;
}
