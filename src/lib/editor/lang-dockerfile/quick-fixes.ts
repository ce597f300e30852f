import type { Diagnostic } from '#engine/source/diagnostic.ts';
import { t } from '#messages/index.ts';
import { modelOf, type InstructionEntry } from './model.ts';
import { renameStage, stageAt, type Edit } from './stages.ts';
import { wordSpans } from './word-tokens.ts';

/** A way to mend a finding: a button's words and what it changes. */
export interface QuickFix {
  /** `Change to COPY`. */
  readonly label: string;
  readonly edits: readonly Edit[];
}

type Fixer = (text: string, entry: InstructionEntry, diagnostic: Diagnostic) => QuickFix | undefined;

const fixers: Readonly<Record<string, Fixer>> = {
  StageNameCasing: (text, entry) => {
    const name = token(entry, 'StageName');
    const stage = name && stageAt(text, name.from);
    return stage && { label: t('editor.rename-to', { word: stage.label }), edits: renameStage(text, stage, stage.label) };
  },
  FromAsCasing: (text, entry) => {
    const as = entry.tokens.filter(({ name }) => name === 'Keyword')[1];
    return as && change(text, as, entry.node.keyword === entry.node.keyword.toLowerCase() ? 'as' : 'AS');
  },
  ConsistentInstructionCasing: (text, entry, { message }) => {
    const word = token(entry, 'Keyword');
    return word && change(text, word, message.includes('(lowercase)') ? entry.node.keyword.toLowerCase() : entry.node.keyword.toUpperCase());
  },
  JSONArgsRecommended: (text, entry) => {
    const argument = argumentsOf(entry);
    const written = text.slice(argument.from, argument.to);
    // Anything a shell would act on stays with a shell.
    if (argument.from === argument.to || entry.line.seams.length > 0) return undefined;
    const words = /["'`$\\|&;<>(){}*?~#=!]|\[/.test(written) ? ['/bin/sh', '-c', written] : written.trim().split(/\s+/);
    return { label: t('editor.write-json'), edits: [{ ...argument, insert: `[${words.map((word) => JSON.stringify(word)).join(', ')}]` }] };
  },
  LegacyKeyValueFormat: (text, entry) => {
    const name = token(entry, 'VariableName') ?? token(entry, 'Key');
    if (!name || entry.line.seams.length > 0) return undefined;
    const value = text.slice(name.to, entry.line.end).trim();
    const insert = `=${/[\s"']/.test(value) && !/^"(?:\\.|[^"\\])*"$|^'[^']*'$/.test(value) ? `"${value.replace(/["\\]/g, '\\$&')}"` : value}`;
    return { label: t('editor.write', { word: `${text.slice(name.from, name.to)}${insert.length < 24 ? insert : '=…'}` }), edits: [{ from: name.to, to: entry.line.end, insert }] };
  },
  MaintainerDeprecated: (text, entry) => {
    const { from, to } = argumentsOf(entry);
    const label = `LABEL org.opencontainers.image.authors=${JSON.stringify(text.slice(from, to).trim().replace(/^"(.*)"$/, '$1'))}`;
    return { label: t('editor.change-to', { word: 'LABEL' }), edits: [{ from: entry.node.range.from, to: entry.line.end, insert: entry.node.keyword === 'maintainer' ? label.replace('LABEL', 'label') : label }] };
  },
  NoEmptyContinuation: (text, entry) => {
    const edits = [...text.slice(entry.node.range.from, entry.line.end).matchAll(/\n(?:[\t ]*\r?\n)+/g)].map((match) => ({ from: entry.node.range.from + match.index, to: entry.node.range.from + match.index + match[0].length, insert: '\n' }));
    return edits.length > 0 ? { label: t('editor.remove-empty', { n: edits.length === 1 && edits[0]!.to - edits[0]!.from === 2 ? 1 : 2 }), edits } : undefined;
  },
  WorkdirRelativePath: (text, entry) => {
    const { from, to } = argumentsOf(entry);
    const path = text.slice(from, to).replace(/^\.\//, '');
    return /^["'$]/.test(path) ? undefined : { label: t('editor.change-to', { word: `/${path}` }), edits: [{ from, to, insert: `/${path}` }] };
  },
  ExposeProtoCasing: (text, entry, { message }) => ported(text, entry, message, (port) => port.toLowerCase()),
  ExposeInvalidFormat: (text, entry, { message }) => ported(text, entry, message, (port) => port.slice(port.lastIndexOf(':') + 1)),
  RedundantTargetPlatform: (_text, entry) => withoutFlag(entry, 'platform'),
  FromPlatformFlagConstDisallowed: (_text, entry) => withoutFlag(entry, 'platform'),
};

/** What can be done about a finding, best first. Ranges are those of the text the finding is about. */
export function quickFixes(text: string, diagnostic: Diagnostic): readonly QuickFix[] {
  const { instructions } = modelOf(text);
  const line = diagnostic.lines[0]?.first ?? 0;
  const entry = instructions.find(({ node }) => node.lines.first <= line && line <= node.lines.last) ?? instructions.findLast(({ node }) => node.range.from <= diagnostic.range.from);
  if (!entry || diagnostic.file !== undefined) return [];
  const fix = (Object.hasOwn(fixers, diagnostic.code) ? fixers[diagnostic.code]!(text, entry, diagnostic) : undefined) ?? meant(text, entry, diagnostic.message);
  return fix ? [fix] : [];
}

/** `unknown instruction: COPPY (did you mean COPY?)`: BuildKit's own suggestion, wherever the word stands in the instruction. */
function meant(text: string, { node, line }: InstructionEntry, message: string): QuickFix | undefined {
  const suggestion = /\(did you mean \$?(\S+?)\?\)/.exec(message);
  if (!suggestion) return undefined;
  const before = message.slice(0, suggestion.index).trimEnd();
  const word = (/unknown instruction: (\S+)$/.exec(before) ?? /unknown flag: --(\S+)$/.exec(before) ?? /unexpected key '([^']+)'/.exec(before) ?? /'\$?([^']+)'(?: is not declared)?$/.exec(before))?.[1];
  if (!word) return undefined;
  const start = text.slice(node.range.from, line.end).search(new RegExp(`(?<![\\w-])(?:--)?${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w-])`));
  if (start < 0) return undefined;
  const from = text.indexOf(word, node.range.from + start);
  return change(text, { from, to: from + word.length }, suggestion[1]!);
}

function change(text: string, { from, to }: { readonly from: number; readonly to: number }, insert: string): QuickFix | undefined {
  return text.slice(from, to) === insert ? undefined : { label: t('editor.change-to', { word: insert }), edits: [{ from, to, insert }] };
}

function token({ tokens }: InstructionEntry, name: string) {
  return tokens.find((candidate) => candidate.name === name);
}

/** Where the arguments of an instruction are in the text. */
function argumentsOf({ line }: InstructionEntry): { readonly from: number; readonly to: number } {
  const first = /^\S+(?:\s+--\S+)*\s*/.exec(line.text)?.[0].length ?? line.text.length;
  return { from: line.source(first), to: line.source(line.text.trimEnd().length, true) };
}

function ported(text: string, entry: InstructionEntry, message: string, mend: (port: string) => string): QuickFix | undefined {
  const port = /'([^']+)'/.exec(message)?.[1];
  const found = wordSpans(entry.line.text, 0, entry.line.text.length).find(({ from, to }) => entry.line.text.slice(from, to) === port);
  return found && change(text, { from: entry.line.source(found.from), to: entry.line.source(found.to, true) }, mend(port!));
}

function withoutFlag({ line }: InstructionEntry, name: string): QuickFix | undefined {
  const match = new RegExp(`--${name}=\\S*\\s*`).exec(line.text);
  return match ? { label: t('editor.remove', { word: `--${name}` }), edits: [{ from: line.source(match.index), to: line.source(match.index + match[0].length), insert: '' }] } : undefined;
}
