import type { InstructionNode, ParsedDockerfile } from '#engine/dockerfile/index.ts';
import type { LineRange, Range } from '#engine/source/range.ts';
import { heredocTokens } from './heredoc-tokens.ts';
import { instructionTokens } from './instruction-tokens.ts';
import { LogicalLine } from './logical-line.ts';
import type { Token } from './nodes.ts';
import { parsedDockerfile } from './parsed.ts';
import { SurroundingsReader } from './surroundings.ts';

/** A stage as the editor shows it. */
export interface StageEntry {
  readonly index: number;
  /** As written; empty where it has none. */
  readonly name: string;
  /** The name, or `stage-1` as BuildKit calls it. */
  readonly label: string;
  /** The base as written. */
  readonly base: string;
  readonly nameRange?: Range;
  readonly baseRange?: Range;
  /** Index of the stage it starts from, where it starts from one. */
  readonly from?: number;
  /** From FROM to the end of its last instruction. */
  readonly range: Range;
  readonly lines: LineRange;
  /** Comment lines directly above. */
  readonly comments: readonly string[];
}

/** A place that names an earlier stage: FROM, `--from=`, `from=` in a mount. */
export interface StageReference {
  readonly stage: number;
  readonly range: Range;
}

/** ARG or ENV of one name. */
export interface VariableDefinition {
  readonly name: string;
  readonly kind: 'ARG' | 'ENV';
  /** As written, quotes included; absent for ARG without a default. */
  readonly value?: string;
  readonly range: Range;
  /** 1-based. */
  readonly line: number;
  /** Index of the stage; -1 before the first FROM. */
  readonly stage: number;
}

/** An instruction with its tokens, in the order of places. */
export interface InstructionEntry {
  readonly line: LogicalLine;
  readonly node: InstructionNode;
  readonly stage: number;
  readonly tokens: readonly Token[];
}

/** What the editor knows about a Dockerfile beside its syntax. */
export interface DockerfileModel {
  readonly parsed: ParsedDockerfile;
  readonly instructions: readonly InstructionEntry[];
  readonly stages: readonly StageEntry[];
  readonly references: readonly StageReference[];
  readonly definitions: readonly VariableDefinition[];
}

let latest: DockerfileModel | undefined;

/** Text → its stages, their uses, and its variables. The last answer is remembered. */
export function modelOf(text: string): DockerfileModel {
  if (latest?.parsed.text !== text) latest = read(parsedDockerfile(text));
  return latest;
}

function read(parsed: ParsedDockerfile): DockerfileModel {
  const around = new SurroundingsReader(parsed.escape);
  const instructions: InstructionEntry[] = [];
  const stages: StageEntry[] = [];
  const references: StageReference[] = [];
  const definitions: VariableDefinition[] = [];
  for (const node of parsed.nodes) {
    const line = new LogicalLine(parsed, node);
    const surroundings = around.before(node);
    const tokens: Token[] = [];
    const values = new Map<number, string>();
    instructionTokens(line, surroundings, (name, from, to) => {
      const range = { from: line.source(from), to: line.source(to, true) };
      tokens.push({ name, ...range });
      if (name === 'VariableName') values.set(range.from, valueBehind(line.text, to));
    });
    for (const heredoc of node.heredocs) heredocTokens(parsed.text, node, heredoc, surroundings.posix, (name, from, to) => tokens.push({ name, from, to }));
    const of = (name: Token['name']) => tokens.filter((token) => token.name === name);

    for (const { from, to } of [...of('StageReference'), ...of('FlagStage')]) {
      const stage = findStage(stages, parsed.text.slice(from, to));
      if (stage !== undefined) references.push({ stage, range: { from, to } });
    }
    if (node.keyword.toUpperCase() === 'FROM') stages.push(stageOf(parsed, line, tokens, stages));
    else if (stages.length > 0) stages[stages.length - 1] = extended(stages.at(-1)!, node);

    const kind = node.keyword.toUpperCase();
    if (kind === 'ARG' || kind === 'ENV') {
      for (const { from, to } of of('VariableName')) {
        const value = values.get(from)!;
        definitions.push({ name: parsed.text.slice(from, to), kind, ...(value.startsWith('=') ? { value: value.slice(1) } : kind === 'ENV' ? { value: value.trim() } : {}), range: { from, to }, line: lineAt(parsed, from), stage: stages.length - 1 });
      }
    }
    instructions.push({ line, node, stage: stages.length - 1, tokens });
  }
  return { parsed, instructions, stages, references, definitions };
}

/** What follows a name: `=value` up to the next blank outside quotes, or the rest of an old-form ENV. */
function valueBehind(text: string, at: number): string {
  if (text[at] !== '=') return text.slice(at);
  return /^=(?:"(?:\\.|[^"])*"?|'[^']*'?|\\.|[^\s"'])*/s.exec(text.slice(at))![0];
}

function stageOf(parsed: ParsedDockerfile, line: LogicalLine, tokens: readonly Token[], before: readonly StageEntry[]): StageEntry {
  const { node } = line;
  const rangeOf = (name: Token['name']) => tokens.find((token) => token.name === name);
  const name = rangeOf('StageName');
  const reference = rangeOf('StageReference');
  const base = /^\S+(?:\s+--\S+)*\s+/.exec(line.text)?.[0].length;
  const written = name ? parsed.text.slice(name.from, name.to) : '';
  const from = reference ? findStage(before, parsed.text.slice(reference.from, reference.to)) : undefined;
  return {
    index: before.length,
    name: written,
    label: written.toLowerCase() || `stage-${before.length}`,
    base: node.args[0] ?? '',
    ...(name && { nameRange: { from: name.from, to: name.to } }),
    ...(base !== undefined && node.args[0] && { baseRange: { from: line.source(base), to: line.source(base + node.args[0].length, true) } }),
    ...(from !== undefined && { from }),
    range: node.range,
    lines: node.lines,
    comments: node.comments,
  };
}

function extended(stage: StageEntry, { range, lines }: InstructionNode): StageEntry {
  return { ...stage, range: { from: stage.range.from, to: range.to }, lines: { first: stage.lines.first, last: lines.last } };
}

/** The stage a word means: the latest of that name, in any case, or the number of one. */
export function findStage(stages: readonly StageEntry[], word: string): number | undefined {
  const wanted = word.toLowerCase();
  const named = stages.findLast((stage) => stage.name.toLowerCase() === wanted);
  if (named && wanted !== '') return named.index;
  return /^[0-9]{1,6}$/.test(word) ? stages[Number(word)]?.index : undefined;
}

/** 1-based line of an offset. */
export function lineAt({ lineStarts }: ParsedDockerfile, position: number): number {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lineStarts[middle]! <= position) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}
