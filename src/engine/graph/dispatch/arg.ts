/** ARG inside a stage (BuildKit `dispatchArg`). */
import type { Linter } from '../../dockerfile/checks/index.ts';
import { isSecretKey, secretsUsedInArgOrEnv } from '../../dockerfile/checks/secrets-used-in-arg-or-env.ts';
import { expandWord, type ArgCommand } from '../../dockerfile/index.ts';
import type { Conversion } from '../conversion.ts';
import { addHistory } from '../draft-image.ts';
import type { StageState } from '../stages/stage-state.ts';
import { reportUndefined } from './undefined.ts';

/** Arguments that never get into the environment: they steer what is scanned. */
export const scanArguments: ReadonlySet<string> = new Set(['BUILDKIT_SBOM_SCAN_CONTEXT', 'BUILDKIT_SBOM_SCAN_STAGE']);

/** Declares arguments one after the other, so that later ones see earlier ones. */
export function dispatchArg(conversion: Conversion, state: StageState, command: ArgCommand, lint: Linter): string | undefined {
  const shown: string[] = [];
  for (const arg of command.args) {
    if (isSecretKey(arg.key)) lint.report(secretsUsedInArgOrEnv, command, 'ARG', arg.key);
    const given = conversion.buildArgs.get(arg.key);
    const inherited = given === undefined && arg.value === undefined ? conversion.globalArgs.get(arg.key) : undefined;
    let value = given ?? inherited;
    if (value === undefined && arg.value !== undefined) {
      const { env } = state.state;
      const result = expandWord(arg.value, (name) => env.get(name), { escape: conversion.escape });
      reportUndefined(state, command, result.unmatched, lint);
      if (!result.ok) return result.message;
      value = result.word;
    }
    if (value !== undefined && !scanArguments.has(arg.key)) state.state = { ...state.state, env: state.state.env.with(arg.key, value) };
    if (inherited === undefined) state.outline.args.set(arg.key, { definition: arg, value: value ?? '', place: command, uses: new Set() });
    state.outline.usedArgs.add(arg.key);
    state.buildArgs.push({ key: arg.key, ...(value !== undefined && { value }) });
    shown.push(value === undefined ? arg.key : `${arg.key}=${value}`);
  }
  addHistory(state.image, `ARG ${shown.join(' ')}`, false, conversion.created);
  return undefined;
}
