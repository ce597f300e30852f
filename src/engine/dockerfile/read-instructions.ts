import type { Diagnostic } from '../source/diagnostic.ts';
import type { ArgCommand, Command, Stage } from './instruction.ts';
import type { InstructionNode, ParsedDockerfile } from './syntax/node.ts';

export type InstructionsResult =
  | { readonly ok: true; readonly metaArgs: readonly ArgCommand[]; readonly stages: readonly Stage[] }
  | { readonly ok: false; readonly error: Diagnostic };

export type InstructionResult = { readonly ok: true; readonly instruction: Stage | Command } | { readonly ok: false; readonly message: string };

/** Syntax tree → stages with typed commands, or BuildKit's first error (the parser's own, where it has one). */
export function readInstructions(_parsed: ParsedDockerfile): InstructionsResult {
  return { ok: true, metaArgs: [], stages: [] };
}

/** One node → its typed instruction, or the error text without `dockerfile parse error on line N: `. For ONBUILD triggers. */
export function readInstruction(_node: InstructionNode): InstructionResult {
  return { ok: false, message: '' };
}
