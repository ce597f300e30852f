/** Arguments before the first FROM, and those that BuildKit sets itself (`defaultArgs`, `buildMetaArgs`). */
import { invalidDefaultArgInFrom } from '../dockerfile/checks/invalid-default-arg-in-from.ts';
import type { Linter } from '../dockerfile/checks/index.ts';
import { expandWord, type ArgCommand, type EscapeToken, type Stage } from '../dockerfile/index.ts';
import { parseReference } from '../image/reference.ts';
import { Environment } from './environment.ts';
import { failure, type Failure } from './failure.ts';
import { formatPlatform, formatPlatformFully, type Platform } from './platform.ts';
import type { ArgInfo } from './stages/stage-state.ts';

/** BUILDPLATFORM, TARGETARCH and their like; a build argument of that name goes first. */
export function platformArgs(build: Platform, target: Platform, stage: string, given: ReadonlyMap<string, string>): Environment {
  const values: readonly (readonly [string, string])[] = [
    ['BUILDPLATFORM', formatPlatform(build)],
    ['BUILDOS', build.os],
    ['BUILDOSVERSION', build.osVersion],
    ['BUILDARCH', build.architecture],
    ['BUILDVARIANT', build.variant],
    ['TARGETPLATFORM', formatPlatformFully(target)],
    ['TARGETOS', target.os],
    ['TARGETOSVERSION', target.osVersion],
    ['TARGETARCH', target.architecture],
    ['TARGETVARIANT', target.variant],
    ['TARGETSTAGE', stage === '' ? 'default' : stage],
  ];
  return values.reduce((env, [key, value]) => env.with(key, given.get(key) ?? value), Environment.empty);
}

export interface GlobalArgs {
  readonly env: Environment;
  readonly declared: ReadonlyMap<string, ArgInfo>;
}

/** Values of the global ARGs, each seeing those before it. */
export function globalArgs(start: Environment, commands: readonly ArgCommand[], given: ReadonlyMap<string, string>, escape: EscapeToken): GlobalArgs | Failure {
  let env = start;
  const declared = new Map<string, ArgInfo>();
  for (const command of commands) {
    for (const definition of command.args) {
      let value = given.get(definition.key);
      const uses = new Set<string>();
      if (value === undefined && definition.value !== undefined) {
        const known = env;
        const result = expandWord(definition.value, (name) => known.get(name), { escape });
        if (!result.ok) return failure(result.message, command);
        value = result.word;
        for (const name of result.matched) uses.add(name);
        if (uses.delete(definition.key)) for (const name of declared.get(definition.key)?.uses ?? []) uses.add(name);
      }
      if (value !== undefined) env = env.with(definition.key, value);
      declared.set(definition.key, { definition, value: value ?? '', place: command, uses });
    }
  }
  return { env, declared };
}

/** InvalidDefaultArgInFrom: base names that are none unless a build argument is given. */
export function checkDefaultBases(stages: readonly Stage[], start: Environment, commands: readonly ArgCommand[], escape: EscapeToken, lint: Linter): void {
  const defaults = globalArgs(start, commands, new Map(), escape);
  if ('message' in defaults) return;
  for (const stage of stages) {
    const base = expandWord(stage.base, (name) => defaults.env.get(name), { escape });
    if (!base.ok) return;
    if ('error' in parseReference(base.word)) lint.report(invalidDefaultArgInFrom, stage, stage.base);
  }
}

/** `HTTP_PROXY` and its like among the build arguments, in any case; of two spellings the one later in the alphabet. */
export function proxyOf(given: ReadonlyMap<string, string>): Readonly<Record<string, string>> | undefined {
  const fields: Readonly<Record<string, string>> = { http_proxy: 'httpProxy', https_proxy: 'httpsProxy', ftp_proxy: 'ftpProxy', no_proxy: 'noProxy', all_proxy: 'allProxy' };
  const found: Record<string, string> = {};
  let any = false;
  for (const key of [...given.keys()].sort()) {
    const field = fields[key.toLowerCase()];
    if (field === undefined) continue;
    any = true;
    const value = given.get(key) ?? '';
    if (value === '') delete found[field];
    else found[field] = value;
  }
  return any ? found : undefined;
}
