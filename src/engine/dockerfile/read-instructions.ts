import type { Diagnostic } from '../source/diagnostic.ts';
import type { ArgCommand, Command, Stage } from './instruction.ts';
import { instructionFor, keywords } from './instructions/index.ts';
import { withSuggestion } from './suggest.ts';
import type { InstructionNode, ParsedDockerfile } from './syntax/node.ts';

export type InstructionsResult =
  | { readonly ok: true; readonly metaArgs: readonly ArgCommand[]; readonly stages: readonly Stage[] }
  | { readonly ok: false; readonly error: Diagnostic };

export type InstructionResult = { readonly ok: true; readonly instruction: Stage | Command } | { readonly ok: false; readonly message: string };

/** Syntax tree → stages with typed commands, or BuildKit's first error (the parser's own, where it has one). */
export function readInstructions(parsed: ParsedDockerfile): InstructionsResult {
  if (parsed.error) return { ok: false, error: parsed.error };
  const metaArgs: ArgCommand[] = [];
  const stages: { readonly stage: Stage; readonly commands: Command[] }[] = [];
  for (const node of parsed.nodes) {
    const read = readInstruction(node);
    if (!read.ok) return { ok: false, error: errorAt(node, `dockerfile parse error on line ${node.lines.first}: ${read.message}`) };
    const { instruction } = read;
    const current = stages.at(-1);
    if (!('type' in instruction)) stages.push({ stage: instruction, commands: [] });
    else if (current) current.commands.push(instruction);
    else if (instruction.type === 'ARG') metaArgs.push(instruction);
    else return { ok: false, error: errorAt(node, 'no build stage in current context') };
  }
  return { ok: true, metaArgs, stages: stages.map(({ stage, commands }) => ({ ...stage, commands })) };
}

/** One node → its typed instruction, or the error text without `dockerfile parse error on line N: `. */
export function readInstruction(node: InstructionNode): InstructionResult {
  const spec = instructionFor(node.keyword);
  const read = spec?.read(node);
  if (read) return read.ok ? { ok: true, instruction: read.value } : read;
  return { ok: false, message: withSuggestion(`unknown instruction: ${node.keyword}`, node.keyword, keywords, false) };
}

function errorAt(node: InstructionNode, message: string): Diagnostic {
  return { code: 'instruction', severity: 'error', message, range: node.range, lines: [node.lines] };
}
