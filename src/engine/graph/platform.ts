/** Platforms as containerd's `platforms` package reads and writes them: `linux/arm64/v8`, `windows(10.0.17763)/amd64`. */
import { goQuote } from '../dockerfile/go/quote.ts';

export interface Platform {
  readonly os: string;
  readonly architecture: string;
  readonly variant: string;
  readonly osVersion: string;
  readonly osFeatures: readonly string[];
}

/** What BuildKit assumes where neither the worker nor the request says anything. */
export const defaultPlatform: Platform = { os: 'linux', architecture: 'amd64', variant: '', osVersion: '', osFeatures: [] };

const specifier = /^[A-Za-z0-9_.-]+$/;
const osSpecifier = /^([A-Za-z0-9_-]+)(?:\(([A-Za-z0-9_.%-]*)((?:\+[A-Za-z0-9_.%-]+)*)\))?$/;

const knownSystems = new Set('aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris windows zos'.split(' '));
const knownArchitectures = new Set(
  '386 amd64 amd64p32 arm armbe arm64 arm64be ppc64 ppc64le loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc riscv riscv64 s390 s390x sparc sparc64 wasm'.split(' '),
);

/** `linux/arm64` → platform, or containerd's words for what is none. */
export function parsePlatform(text: string): Platform | { readonly error: string } {
  const quoted = goQuote(text);
  if (text.includes('*')) return { error: `${quoted}: wildcards not yet supported: invalid argument` };
  const [first = '', second, third, ...rest] = text.split('/');
  const parts = [first, second, third, rest.length === 0 ? undefined : rest.join('/')].filter((part) => part !== undefined);
  const system = osSpecifier.exec(first);
  if (!system) {
    return { error: `${goQuote(first)} is an invalid OS component of ${quoted}: OSAndVersion specifier component must match ${goQuote(osSpecifier.source)}: invalid argument` };
  }
  for (const part of parts.slice(1)) {
    if (!specifier.test(part)) return { error: `${goQuote(part)} is an invalid component of ${quoted}: platform specifier component must match ${goQuote(specifier.source)}: invalid argument` };
  }
  const osVersion = decodeOption(system[2] ?? '');
  if (osVersion === undefined) return { error: `${quoted} has an invalid OS version ${goQuote(system[2] ?? '')}: ${escapeError(system[2] ?? '')}` };
  const osFeatures: string[] = [];
  for (const raw of (system[3] ?? '').split('+').slice(1)) {
    const feature = decodeOption(raw);
    if (feature === undefined) return { error: `${quoted} has invalid OS features: invalid os feature ${goQuote(raw)}: ${escapeError(raw)}` };
    if (feature !== '') osFeatures.push(feature);
  }
  const os = normalizeOs(system[1] ?? '');
  const base = { os, osVersion, osFeatures };
  if (parts.length === 1) {
    if (knownSystems.has(os)) return { ...base, architecture: defaultPlatform.architecture, variant: '' };
    const known = normalizeArchitecture(first, '');
    if (knownArchitectures.has(known.architecture)) return { ...base, os: defaultPlatform.os, ...withoutDefaultVariant(known) };
    return { error: `${quoted}: unknown operating system or architecture: invalid argument` };
  }
  if (parts.length === 2) return { ...base, ...withoutDefaultVariant(normalizeArchitecture(second ?? '', '')) };
  if (parts.length === 3) {
    const known = normalizeArchitecture(second ?? '', third ?? '');
    return { ...base, ...known, ...(known.architecture === 'arm64' && known.variant === '' && { variant: 'v8' }) };
  }
  return { error: `${quoted}: cannot parse platform specifier: invalid argument` };
}

function withoutDefaultVariant(known: { architecture: string; variant: string }): { architecture: string; variant: string } {
  return known.architecture === 'arm' && known.variant === 'v7' ? { ...known, variant: '' } : known;
}

/** The canonical spelling: `arm64/v8` loses its variant, `arm` gets `v7`, features are sorted. */
export function normalizePlatform(platform: Platform): Platform {
  return {
    os: normalizeOs(platform.os),
    ...normalizeArchitecture(platform.architecture, platform.variant),
    osVersion: platform.osVersion,
    osFeatures: [...new Set(platform.osFeatures)].sort(),
  };
}

function normalizeOs(os: string): string {
  const lower = os.toLowerCase();
  return lower === '' ? defaultPlatform.os : lower === 'macos' ? 'darwin' : lower;
}

function normalizeArchitecture(name: string, version: string): { architecture: string; variant: string } {
  const architecture = name.toLowerCase();
  const variant = version.toLowerCase();
  switch (architecture) {
    case 'i386':
      return { architecture: '386', variant: '' };
    case 'x86_64':
    case 'x86-64':
    case 'amd64':
      return { architecture: 'amd64', variant: variant === 'v1' ? '' : variant };
    case 'aarch64':
    case 'arm64':
      return { architecture: 'arm64', variant: /^(?:8|v8|v8\.0)$/.test(variant) ? '' : /^(?:9|9\.0|v9\.0)$/.test(variant) ? 'v9' : variant };
    case 'armhf':
      return { architecture: 'arm', variant: 'v7' };
    case 'armel':
      return { architecture: 'arm', variant: 'v6' };
    case 'arm':
      return { architecture: 'arm', variant: variant === '' || variant === '7' ? 'v7' : /^[568]$/.test(variant) ? `v${variant}` : variant };
    default:
      return { architecture, variant };
  }
}

/** `linux/arm/v7` (`platforms.Format`): without version and features. */
export function formatPlatform(platform: Platform): string {
  return platform.os === '' ? 'unknown' : [platform.os, platform.architecture, platform.variant].filter((part) => part !== '').join('/');
}

/** With version and features, where it has any (`platforms.FormatAll`). */
export function formatPlatformFully(platform: Platform): string {
  if (platform.os === '') return 'unknown';
  const version = encodeOption(platform.osVersion);
  const features = [...new Set(platform.osFeatures)].filter((feature) => feature !== '').sort().map(encodeOption).join('+');
  const detail = version + (features === '' ? '' : `+${features}`);
  return formatPlatform({ ...platform, os: detail === '' ? platform.os : `${platform.os}(${detail})` });
}

function encodeOption(text: string): string {
  return text.replace(/[%+()/]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Percent-decoded; undefined where an escape is broken. */
function decodeOption(text: string): string | undefined {
  if (/%(?![0-9a-fA-F]{2})/.test(text)) return undefined;
  return text.replace(/%([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

function escapeError(text: string): string {
  const at = text.search(/%(?![0-9a-fA-F]{2})/);
  return `invalid URL escape ${goQuote(text.slice(at, at + 3))}`;
}
