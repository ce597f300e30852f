/** The checks that look at the text alone, before anything is expanded, in BuildKit's order. */
import type { Diagnostic } from '../../source/diagnostic.ts';
import type { Stage } from '../instruction.ts';
import type { InstructionNode, ParsedDockerfile } from '../syntax/node.ts';
import { casingMajority, consistentInstructionCasing, hasCasing } from './consistent-instruction-casing.ts';
import { duplicateStageName } from './duplicate-stage-name.ts';
import { fromAsCasing, fromMatchesAs } from './from-as-casing.ts';
import { expectedDescription, invalidDefinitionDescription } from './invalid-definition-description.ts';
import type { Linter } from './linter.ts';
import { maintainerDeprecated } from './maintainer-deprecated.ts';
import { noEmptyContinuation } from './no-empty-continuation.ts';
import { isReservedStageName, reservedStageName } from './reserved-stage-name.ts';
import { stageNameCasing } from './stage-name-casing.ts';

/** What the parser warns about: blank lines inside an instruction. */
export function checkContinuations(parsed: ParsedDockerfile, lint: Linter): void {
  for (const warning of parsed.warnings) {
    const last = warning.lines[0]?.last ?? 0;
    if (warning.url === noEmptyContinuation.url) lint.report(noEmptyContinuation, { range: warning.range, lines: { first: last, last } });
  }
}

/** What is seen while instructions are read, up to the one that cannot be (`ParseInstructionWithLinter`). */
export function checkNodes(nodes: readonly InstructionNode[], error: Diagnostic | undefined, lint: Linter): void {
  const failedAt = error?.lines[0]?.first;
  for (const node of nodes) {
    const failed = node.lines.first === failedAt;
    checkNode(node, failed, lint.withComments(node.comments));
    if (failed) return;
  }
}

function checkNode(node: InstructionNode, failed: boolean, lint: Linter): void {
  const keyword = node.keyword.toLowerCase();
  if (keyword === 'maintainer') lint.report(maintainerDeprecated, node);
  if (keyword === 'from') {
    const [, as = '', name = ''] = node.args;
    if (node.args.length === 3 && name !== name.toLowerCase()) lint.report(stageNameCasing, node, name);
    if (node.args.length >= 3 && !fromMatchesAs(node.keyword, as)) lint.report(fromAsCasing, node, node.keyword, as);
    if (!failed) describe(node, 'FROM', node.args.length === 3 ? [name.toLowerCase()] : [], lint);
  }
  if (keyword === 'arg' && !failed) describe(node, 'ARG', node.args.map((arg) => arg.split('=', 1)[0] ?? ''), lint);
}

function describe(node: InstructionNode, instruction: string, names: readonly string[], lint: Linter): void {
  const expected = expectedDescription(node.comments, names);
  if (expected !== undefined) lint.report(invalidDefinitionDescription, node, instruction, expected);
}

/** Names of stages (`validateStageNames`). */
export function checkStageNames(stages: readonly Stage[], lint: Linter): void {
  const seen = new Set<string>();
  for (const stage of stages) {
    if (stage.name === '') continue;
    if (isReservedStageName(stage.name)) lint.report(reservedStageName, stage, stage.name);
    if (seen.has(stage.name)) lint.report(duplicateStageName, stage, stage.name);
    seen.add(stage.name);
  }
}

/** Casing of instruction words, those before the first FROM left out (`validateCommandCasing`). */
export function checkCasing(stages: readonly Stage[], lint: Linter): void {
  const words = stages.flatMap((stage) => [{ word: stage.from, place: stage }, ...stage.commands.map((command) => ({ word: command.name, place: command }))]);
  const majority = casingMajority(words.map(({ word }) => word));
  for (const { word, place } of words) if (!hasCasing(word, majority)) lint.report(consistentInstructionCasing, place, word, majority);
}
