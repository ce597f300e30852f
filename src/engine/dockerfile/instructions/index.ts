/** All instructions, in alphabetical order; a test fails when a file of this folder is missing here. */
import type { Expander } from '../expand/expand.ts';
import type { Command, Stage } from '../instruction.ts';
import { goLower } from '../go/case.ts';
import { add } from './add.ts';
import { arg } from './arg.ts';
import { cmd } from './cmd.ts';
import { copy } from './copy.ts';
import { entrypoint } from './entrypoint.ts';
import { env } from './env.ts';
import { expose } from './expose.ts';
import { from } from './from.ts';
import { healthcheck } from './healthcheck.ts';
import type { InstructionSpec, Read } from './instruction-spec.ts';
import { label } from './label.ts';
import { maintainer } from './maintainer.ts';
import { onbuild } from './onbuild.ts';
import { run } from './run.ts';
import { shell } from './shell.ts';
import { stopsignal } from './stopsignal.ts';
import { user } from './user.ts';
import { volume } from './volume.ts';
import { workdir } from './workdir.ts';

const byName = {
  add,
  arg,
  cmd,
  copy,
  entrypoint,
  env,
  expose,
  from,
  healthcheck,
  label,
  maintainer,
  onbuild,
  run,
  shell,
  stopsignal,
  user,
  volume,
  workdir,
};

/** An instruction whose typed form the reader does not need to know. */
export type AnyInstruction = Omit<InstructionSpec, 'expand'>;

/** All of them, alphabetical. */
export const instructions: readonly AnyInstruction[] = Object.values(byName);

/** Upper-case words, alphabetical. */
export const keywords: readonly string[] = instructions.map((spec) => spec.keyword);

const byWord = new Map(instructions.flatMap((spec) => [[spec.keyword, spec] as const, [goLower(spec.keyword), spec] as const]));

/** The instruction a word means, in any case; `undefined` where there is none. */
export function instructionFor(word: string): AnyInstruction | undefined {
  return byWord.get(word) ?? byWord.get(goLower(word));
}

/** Expands the words of one type of command. */
export type Expansion = (command: never, expand: Expander) => Read<Stage | Command>;

/** How words are expanded, by upper-case instruction word; `undefined` where they are not. */
export const expansions: ReadonlyMap<string, Expansion | undefined> = new Map(
  Object.values(byName).map((spec): readonly [string, Expansion | undefined] => [spec.keyword, spec.expand]),
);
