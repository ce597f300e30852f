import type { Diagnostic } from '../source/diagnostic.ts';
import type { Range } from '../source/range.ts';
import type { ArgCommand, Command, Stage } from './instruction.ts';
import { instructionFor, keywords } from './instructions/index.ts';
import { failure, type Failure, type Place } from './instructions/instruction-spec.ts';
import { withSuggestion } from './suggest.ts';
import { locate, type InstructionPlaces } from './syntax/locate.ts';
import type { InstructionNode, ParsedDockerfile } from './syntax/node.ts';

/** The stages and the ARGs before them, or the first error. */
export type InstructionsResult =
  | { readonly ok: true; readonly metaArgs: readonly ArgCommand[]; readonly stages: readonly Stage[] }
  | { readonly ok: false; readonly error: Diagnostic };

/** A typed instruction, or what is wrong with it. */
export type InstructionResult = { readonly ok: true; readonly instruction: Stage | Command } | Failure;

/** Syntax tree → stages with typed commands, or BuildKit's first error (the parser's own, where it has one). */
export function readInstructions(parsed: ParsedDockerfile): InstructionsResult {
  if (parsed.error) return { ok: false, error: parsed.error };
  const metaArgs: ArgCommand[] = [];
  const stages: { readonly stage: Stage; readonly commands: Command[] }[] = [];
  for (const node of parsed.nodes) {
    const read = readInstruction(node);
    if (!read.ok) {
      const message = `dockerfile parse error on line ${node.lines.first}: ${read.message}`;
      return { ok: false, error: errorAt(parsed, node, message, read) };
    }
    const { instruction } = read;
    const current = stages.at(-1);
    if (!('type' in instruction)) stages.push({ stage: instruction, commands: [] });
    else if (current) current.commands.push(instruction);
    else if (instruction.type === 'ARG') metaArgs.push(instruction);
    else return { ok: false, error: errorAt(parsed, node, 'no build stage in current context', outsideStage) };
  }
  return { ok: true, metaArgs, stages: stages.map(({ stage, commands }) => ({ ...stage, commands })) };
}

/** One node → its typed instruction, or the error text without `dockerfile parse error on line N: `. */
export function readInstruction(node: InstructionNode): InstructionResult {
  const spec = instructionFor(node.keyword);
  const read = spec?.read(node);
  if (read) return read.ok ? { ok: true, instruction: read.value } : read;
  return failure(withSuggestion(`unknown instruction: ${node.keyword}`, node.keyword, keywords, false), 'keyword');
}

const outsideStage: Pick<Failure, 'place' | 'hint'> = { place: 'keyword', hint: { id: 'editor.hint-stage' } };

/** The lines are BuildKit's, the whole instruction; the range is the word that is wrong, where one word is. */
function errorAt(parsed: ParsedDockerfile, node: InstructionNode, message: string, { place, hint }: Pick<Failure, 'place' | 'hint'>): Diagnostic {
  const range = (place && placeRange(locate(parsed, node), place)) ?? node.range;
  return { code: 'instruction', severity: 'error', message, range, lines: [node.lines], ...(hint !== undefined && { hint }) };
}

function placeRange(places: InstructionPlaces, place: Place): Range | undefined {
  if (place === 'keyword') return places.keyword;
  return 'flag' in place ? places.flags[place.flag]?.range : places.args[place.arg];
}
