/** Package indexes of Debian and Ubuntu: what is in them, whom they come from, and how they move on while time passes. */
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';
import { varied } from '../model.ts';
import { APT_BOOKWORM } from './apt-bookworm.ts';
import { APT_TRIXIE } from './apt-trixie.ts';

export type AptRow = readonly [name: string, version: string, count: number, download: number, installed: number, allCount: number, allDownload: number, allInstalled: number];

export interface AptPackage {
  readonly name: string;
  readonly version: string;
  /** Packages, bytes of archives and bytes installed, with everything it pulls in. */
  readonly count: number;
  readonly download: number;
  readonly installed: number;
}

export interface AptIndex {
  readonly suite: string;
  readonly ubuntu: boolean;
  /** `http://deb.debian.org/debian`. */
  readonly mirror: string;
  readonly security: string;
  readonly components: string;
  /** Bytes that an update downloads and leaves, and its milliseconds. */
  readonly fetched: number;
  readonly kept: number;
  readonly time: number;
  readonly rows: ReadonlyMap<string, AptRow>;
}

const UBUNTU = new Set(['focal', 'jammy', 'noble', 'resolute']);
const TRIXIE: ReadonlyMap<string, AptRow> = new Map(APT_TRIXIE.map((row) => [row[0], row]));
const BOOKWORM: ReadonlyMap<string, AptRow> = new Map(APT_BOOKWORM.map((row) => [row[0], row]));

/** Names that other systems have for what is called otherwise here. */
const ELSEWHERE = /^(build-base|py3-.+|openssl-dev|zlib-dev|jpeg-dev|libpng-devel|musl-dev-.+|postgresql-dev|mariadb-dev|sqlite-dev|linux-headers|libc6-compat|gcompat|su-exec|shadow|nodejs-current|openjdk\d+-.+|php8\d-.+|.+-devel|gcc-c\+\+|python3-pip-wheel|docker-cli|icu-libs|libstdc\+\+)$/;

/** The index of the system's release. */
export function aptIndex(process: Process): AptIndex {
  const release = attempt(() => process.readFile('/etc/os-release')).value ?? '';
  const suite = /^VERSION_CODENAME="?(\w+)/m.exec(release)?.[1] ?? 'trixie';
  if (UBUNTU.has(suite)) return { suite, ubuntu: true, mirror: 'http://archive.ubuntu.com/ubuntu', security: 'http://security.ubuntu.com/ubuntu', components: 'main universe restricted multiverse', fetched: 34_000_000, kept: 34_000_000, time: 5000, rows: TRIXIE };
  const debian = { suite, ubuntu: false, mirror: 'http://deb.debian.org/debian', security: 'http://deb.debian.org/debian-security', components: 'main' };
  if (suite === 'bookworm') return { ...debian, fetched: 9_417_000, kept: 19_868_756, time: 2500, rows: BOOKWORM };
  return { ...debian, fetched: 10_200_000, kept: 21_669_405, time: 1600, rows: TRIXIE };
}

/** A package of the index; undefined where no package of that name is taken to exist. One that is not known is made up from its name. */
export function packageOf(index: AptIndex, name: string, recommends: boolean): AptPackage | undefined {
  const row = index.rows.get(name);
  if (row) return { name, version: row[1], count: row[recommends ? 5 : 2], download: row[recommends ? 6 : 3], installed: row[recommends ? 7 : 4] };
  if (ELSEWHERE.test(name) || !/^[a-z0-9][a-z0-9.+-]+$/.test(name)) return undefined;
  return { name, version: '1.0-1', count: 2, download: varied(name, 600_000), installed: varied(name, 2_000_000) };
}

const DAY = 86_400_000;

/**
 * Whether the archive that lists of `listed` name is still on the mirror at `now` (milliseconds since 1970). A modelled index:
 * every package, or one that it pulls in, is replaced once in 30 to 90 days, which one decides its name.
 */
export function isStillThere(name: string, listed: number, now: number): boolean {
  if (now - listed < 7 * DAY) return true;
  const period = Math.max(30, Math.min(90, varied(name, 52)));
  return Math.floor(listed / DAY / period) === Math.floor(now / DAY / period);
}
