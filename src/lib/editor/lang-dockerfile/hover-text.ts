import { instructionFor } from '#engine/dockerfile/index.ts';
import type { AnyInstruction } from '#engine/dockerfile/instructions/index.ts';
import type { Message } from '#engine/source/message.ts';
import type { Range } from '#engine/source/range.ts';
import type { DockerfileConfig } from './config.ts';
import { modelOf, type InstructionEntry } from './model.ts';
import { mountFields, mountTypes } from './mount-fields.ts';
import type { Token } from './nodes.ts';
import { stageAt } from './stages.ts';
import { variableName, variablesAt } from './variables.ts';

/** What is known about the thing at a place. */
export interface HoverText {
  readonly range: Range;
  /** Shown as code: the usage, the flag, the variable. */
  readonly title: string;
  /** The reference's words, Markdown. */
  readonly text: string;
  /** What we say of this Dockerfile. */
  readonly message?: Message;
}

/** Documentation of the instruction, flag, variable or stage at a place. */
export function hoverAt(text: string, position: number, config: DockerfileConfig = {}): HoverText | undefined {
  const model = modelOf(text);
  const entry = model.instructions.findLast(({ node }) => node.range.from <= position);
  const token = entry?.tokens.find(({ from, to }) => from <= position && position < to);
  if (!entry || !token) return undefined;
  const range = { from: token.from, to: token.to };
  const word = text.slice(token.from, token.to);

  switch (token.name) {
    case 'Keyword':
      return instructionHover(range, word);
    case 'FlagName':
    case 'FlagValue':
      return flagHover(text, entry, token, position);
    case 'Variable':
    case 'VariableName':
      return variableHover(text, range, token.name === 'Variable' ? variableName(word) : word, token.name === 'VariableName' ? entry.node.range.to + 1 : position, config);
    case 'StageName':
    case 'StageReference':
    case 'FlagStage':
      return stageHover(text, range);
    default:
      return undefined;
  }
}

function instructionHover(range: Range, word: string): HoverText | undefined {
  const spec = instructionFor(word);
  if (!spec) return undefined;
  return { range, title: spec.usage.join('\n'), text: `${spec.documentation}\n\n**Variables**: ${spec.expands}` };
}

/** The instruction whose flag it is: for ONBUILD, the innermost. */
function specOf({ node }: InstructionEntry): AnyInstruction | undefined {
  let inner = node;
  while (inner.child) inner = inner.child;
  return instructionFor(inner.keyword);
}

function flagHover(text: string, entry: InstructionEntry, token: Token, position: number): HoverText | undefined {
  const before = text.lastIndexOf('--', token.name === 'FlagName' ? token.from + 1 : token.from);
  const name = /^--([A-Za-z-]+)/.exec(text.slice(before))?.[1];
  const spec = specOf(entry)?.flags.find((flag) => flag.name === name);
  if (!spec) return undefined;
  if (name === 'mount' && token.name === 'FlagValue') return mountHover(text, token, position);
  const since = spec.since === undefined ? '' : `\n\nSince Dockerfile ${spec.since}${spec.labs ? ', labs channel' : ''}.`;
  const values = spec.values ? `\n\nValues: ${spec.values.map((value) => `\`${value}\``).join(', ')}.` : '';
  return { range: { from: token.from, to: token.to }, title: `--${spec.name}${spec.kind === 'bool' ? '' : `=<${spec.placeholder ?? 'value'}>`}`, text: spec.documentation + values + since };
}

function mountHover(text: string, token: Token, position: number): HoverText | undefined {
  const start = Math.max(token.from, text.lastIndexOf(',', position - 1) + 1);
  const comma = text.indexOf(',', position);
  const end = comma < 0 || comma > token.to ? token.to : comma;
  const [name, value] = text.slice(start, end).split('=') as [string, string | undefined];
  const field = mountFields.find((known) => known.name === name);
  if (!field) return undefined;
  const type = name === 'type' ? mountTypes.find((known) => known.name === value) : undefined;
  return { range: { from: start, to: end }, title: type ? `type=${type.name}` : name, text: type?.documentation ?? field.documentation };
}

function variableHover(text: string, range: Range, name: string, position: number, config: DockerfileConfig): HoverText | undefined {
  if (name === '') return undefined;
  const variable = variablesAt(text, position, config.variables?.()).find((known) => known.name === name);
  if (!variable) return { range, title: name, text: '', message: { id: 'editor.not-set' } };
  return { range, title: variable.value === undefined ? name : `${name}=${variable.value}`, text: `${variable.origin[0]!.toUpperCase()}${variable.origin.slice(1)}.` };
}

function stageHover(text: string, range: Range): HoverText | undefined {
  const stage = stageAt(text, range.from);
  if (!stage) return undefined;
  const uses = modelOf(text).references.filter((reference) => reference.stage === stage.index).length;
  return { range, title: `FROM ${stage.base} AS ${stage.label}`, text: stage.comments.join(' '), message: { id: 'editor.stage-lines', values: { n: stage.index + 1, first: stage.lines.first, last: stage.lines.last, uses } } };
}
