/** Names of vertices (BuildKit `prefixCommand` and what it calls). */
import { expandWord, type EscapeToken, type Lookup } from '../dockerfile/index.ts';
import { goUpper } from '../dockerfile/go/case.ts';
import { formatPlatform, formatPlatformFully, normalizePlatform, parsePlatform, type Platform } from './platform.ts';
import type { Environment } from './environment.ts';

/** What numbers the steps of a stage. */
export interface StepCounter {
  readonly name: string;
  readonly total: number;
  /** Number of the step. */
  readonly index: number;
  readonly onBuild: boolean;
}

/** `[build  3/10] ` and `ONBUILD ` where it applies. Without steps there is no bracket. */
export function stepPrefix(counter: StepCounter, platform: string): string {
  const stage = counter.name === '' ? '' : `${counter.name} `;
  const width = String(counter.total).length;
  return `[${platform}${stage}${String(counter.index).padStart(width)}/${counter.total}] ${counter.onBuild ? 'ONBUILD ' : ''}`;
}

/** `linux/amd64->arm64 `: what a multi-platform build puts before the stage's name. */
export function platformPrefix(platform: Platform, env: Environment | undefined): string {
  return `${formatPlatformFully(platform)}${crossTarget(platform, env && platformIn(env))} `;
}

function crossTarget(base: Platform, target: Platform | undefined): string {
  if (!target) return '';
  const normal = normalizePlatform({ ...target, os: target.os || base.os, architecture: target.architecture || base.architecture });
  if (normal.os !== base.os) return `->${formatPlatformFully(normal)}`;
  return normal.architecture === base.architecture ? '' : `->${formatPlatform({ ...normal, os: normal.architecture, architecture: '' })}`;
}

/** The platform that a stage says it builds for, through the ARGs it declared. */
function platformIn(env: Environment): Platform | undefined {
  let found: Platform | undefined;
  const part = (change: Partial<Platform>) => {
    found = { os: '', architecture: '', variant: '', osVersion: '', osFeatures: [], ...found, ...change };
  };
  for (const key of env.keys()) {
    const value = env.get(key) ?? '';
    if (key === 'TARGETPLATFORM') {
      const platform = parsePlatform(value);
      if (!('error' in platform)) return platform;
    } else if (key === 'TARGETOS') part({ os: value });
    else if (key === 'TARGETARCH') part({ architecture: value });
    else if (key === 'TARGETVARIANT') part({ variant: value });
  }
  return found;
}

/** The first word in upper case: `copy . .` → `COPY . .`. */
export function upperCaseCommand(text: string): string {
  const space = text.indexOf(' ');
  return space < 0 ? goUpper(text) : goUpper(text.slice(0, space)) + text.slice(space);
}

/** Source text with variables replaced; as it is where that fails. */
export function displayText(code: string, lookup: Lookup, escape: EscapeToken, keepQuotes = false): string {
  const result = expandWord(code, lookup, { escape, ...(keepQuotes && { rawQuotes: true, skipUnsetEnv: true }) });
  return result.ok ? result.word : code;
}

/** First line of a heredoc, with `...` where there are more. */
export function summarizeHeredoc(text: string): string {
  const lines = text.trim().replaceAll('\r\n', '\n').split('\n');
  return (lines[0] ?? '') + (lines.length > 1 ? '...' : '');
}
