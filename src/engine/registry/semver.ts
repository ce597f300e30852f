/** Semantic versions (semver.org 2.0.0) and the tags that publishers move with them. */
import type { Message } from '../source/message.ts';

/** A version that is one by the letter of the specification. */
export interface SemanticVersion {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  /** `rc`, `1` of `1.0.0-rc.1`. */
  readonly prerelease: readonly string[];
  /** `5114f85` of `1.0.0+5114f85`: never in a tag, where `+` is not allowed. */
  readonly build: readonly string[];
}

const number = '0|[1-9]\\d*';
const identifier = `(?:${number}|\\d*[a-zA-Z-][0-9a-zA-Z-]*)`;
const pattern = new RegExp(`^(${number})\\.(${number})\\.(${number})(?:-(${identifier}(?:\\.${identifier})*))?(?:\\+([0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*))?$`);

/** Text → version; undefined for anything that the specification does not allow (`1.2`, `v1.2.3`, `01.2.3`). */
export function parseVersion(text: string): SemanticVersion | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [, major, minor, patch, prerelease, build] = match;
  return { major: Number(major), minor: Number(minor), patch: Number(patch), prerelease: prerelease?.split('.') ?? [], build: build?.split('.') ?? [] };
}

/** Which comes first (specification, clause 11): negative where `a` does. Build metadata does not count. */
export function compareVersions(a: SemanticVersion, b: SemanticVersion): number {
  return a.major - b.major || a.minor - b.minor || a.patch - b.patch || comparePrereleases(a.prerelease, b.prerelease);
}

function comparePrereleases(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return b.length - a.length;
  for (const [at, left] of a.entries()) {
    const right = b[at];
    if (right === undefined) return 1;
    const numeric = [left, right].map((part) => /^\d+$/.test(part));
    if (numeric[0] !== numeric[1]) return numeric[0] ? -1 : 1;
    const difference = numeric[0] ? Number(left) - Number(right) : left < right ? -1 : Number(left > right);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** What a tag says about itself. */
export interface TagMeaning {
  /** `release`: stays where it is; `series`: moves with each release of it; `moving`: moves with every release; `prerelease`, `other`. */
  readonly kind: 'release' | 'prerelease' | 'series' | 'moving' | 'other';
  /** What follows the version: `alpine` of `1.2.3-alpine3.24`; absent where nothing does. */
  readonly variant?: string;
  /** Tags that a publisher usually moves to the same image at this release, the narrowest first. */
  readonly together: readonly string[];
  /** In a sentence. */
  readonly words: Message;
}

const moving = new Set(['latest', 'stable', 'edge', 'nightly', 'main', 'master', 'dev', 'develop']);

/** `1.2.3` → `1.2`, `1` and `latest` usually move with it; `1.2` → moves itself. */
export function explainTag(tag: string): TagMeaning {
  const { prefix, version, variant } = partsOf(tag);
  const suffix = variant === undefined ? '' : `-${variant}`;
  const full = parseVersion(version ?? '');
  if (full && variant !== undefined && isPrerelease(variant)) {
    return { kind: 'prerelease', together: [], words: { id: 'registry.tag-prerelease', values: { tag, version: `${prefix}${version}` } } };
  }
  const kept = variant === undefined ? {} : { variant };
  if (full) {
    const latest = variant === undefined ? 'latest' : variant;
    const zero = full.major === 0;
    const together = [`${prefix}${full.major}.${full.minor}${suffix}`, ...(zero ? [] : [`${prefix}${full.major}${suffix}`]), latest];
    return { kind: 'release', ...kept, together, words: { id: 'registry.tag-release', values: { tag, first: together[0] ?? '', second: zero ? 'none' : (together[1] ?? ''), last: latest, zero: zero ? 'yes' : 'no' } } };
  }
  if (version !== undefined) {
    const scope = version.includes('.') ? 'patch' : 'minor';
    return { kind: 'series', ...kept, together: [], words: { id: 'registry.tag-series', values: { tag, scope, version: `${prefix}${version}` } } };
  }
  if (moving.has(tag)) return { kind: 'moving', together: [], words: tag === 'latest' ? { id: 'registry.tag-latest' } : { id: 'registry.tag-moving', values: { tag } } };
  return { kind: 'other', together: [], words: { id: 'registry.tag-other', values: { tag } } };
}

/** `v`, `1.2.3` and `alpine` of `v1.2.3-alpine`. */
function partsOf(tag: string): { readonly prefix: string; readonly version?: string; readonly variant?: string } {
  const match = /^(v?)(\d+(?:\.\d+){0,2})(?:-(.+))?$/.exec(tag);
  if (!match) return { prefix: '' };
  const [, prefix = '', version, variant] = match;
  return { prefix, ...(version !== undefined && { version }), ...(variant !== undefined && { variant }) };
}

/** `rc.1`, `beta2`, `alpha`, and not `alpine` or `slim`. */
function isPrerelease(variant: string): boolean {
  return /^(?:rc|alpha|beta|pre|preview|dev|snapshot|canary|nightly|next)(?:[.-]?\d+)*$/i.test(variant);
}
