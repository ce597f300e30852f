/** The Dockerfile language in the shape of the reference recordings: parse trees, typed instructions, expansions. */
import {
  dump,
  evaluateMounts,
  expandWord,
  expandWords,
  lookupIn,
  parse as parseDockerfile,
  readInstructions,
  type Command,
  type Diagnostic,
  type InstructionNode,
  type Mount,
  type Stage,
} from '#engine/dockerfile/index.ts';

type Json = Readonly<Record<string, unknown>>;

/** The parse tree, or the error; directives beside both. */
export function parse(text: string): Json {
  const parsed = parseDockerfile(text);
  const { directives } = parsed;
  if (parsed.error) return { error: errorJson(parsed.error), directives };
  return wellFormed({
    dump: dump(parsed),
    nodes: parsed.nodes.map((node) => ({ ...nodeJson(node), lines: lineJson(node.lines) })),
    escape: parsed.escape,
    warnings: parsed.warnings.map(({ message, url, lines }) => ({ message, url, line: lines[0]!.last })),
    directives,
  });
}

/** Typed instructions, or the error. */
export function instructions(text: string): Json {
  const result = readInstructions(parseDockerfile(text));
  if (!result.ok) return { error: errorJson(result.error) };
  return wellFormed({ metaArgs: result.metaArgs.map(commandJson), stages: result.stages.map(stageJson) });
}

export interface ExpandInput {
  readonly word: string;
  readonly env?: readonly string[];
  readonly escape?: string;
  readonly flags: readonly string[];
}

/** One word expanded, and the same split into words. */
export function expand({ word, env = [], escape, flags }: ExpandInput): Json {
  const lookup = lookupIn(env);
  const options = { escape: escape === '`' ? '`' : '\\', ...Object.fromEntries(flags.map((flag) => [flag, true])) } as const;
  const single = expandWord(word, lookup, options);
  if (!single.ok) return { error: single.message };
  const split = expandWords(word, lookup, options);
  const words = split.ok ? { words: split.words } : { wordsError: split.message };
  return { result: single.word, matched: [...single.matched].sort(), unmatched: [...single.unmatched].sort(), ...words };
}

function nodeJson({ keyword, original, flags, json, args, child, heredocs, comments }: InstructionNode): Json {
  return {
    value: keyword,
    original,
    flags,
    json,
    args: child ? [{ children: [nodeJson(child)] }] : args,
    comments,
    heredocs: heredocs.map(({ name, fd, expand, chomp, content }) => ({ name, fd, expand, chomp, content })),
  };
}

function stageJson({ commands, node: _node, range: _range, ...stage }: Stage): Json {
  return { ...stage, lines: lineJson(stage.lines), commands: commands.map(commandJson) };
}

function commandJson({ node: _node, range: _range, ...command }: Command): Json {
  const lines = lineJson(command.lines);
  switch (command.type) {
    case 'RUN': {
      const { mounts, network, security, ...rest } = command;
      const evaluated = evaluateMounts(mounts, (word) => ({ ok: true, word }));
      return {
        ...rest,
        lines,
        network: network === 'default' ? '' : network,
        security: security === 'sandbox' ? '' : security,
        mountCount: mounts.length || undefined,
        ...(evaluated.ok ? { mounts: evaluated.mounts.map(mountJson) } : { mountError: evaluated.message }),
      };
    }
    case 'ENV':
    case 'LABEL':
      return { ...command, lines, pairs: command.pairs.map(({ key, value, noDelim }) => (noDelim ? [key, value, true] : [key, value])) };
    case 'HEALTHCHECK':
      return { ...command, lines, health: withoutZeros(command.health) };
    default:
      return { ...command, lines };
  }
}

function mountJson({ readonly, ...mount }: Mount): Json {
  return { ...withoutZeros(mount), readonly, ...optional('mode', mount.mode), ...optional('uid', mount.uid), ...optional('gid', mount.gid) };
}

function optional(key: string, value: number | undefined): Json {
  return value === undefined ? {} : { [key]: value };
}

function withoutZeros(object: object): Json {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== 0));
}

function errorJson({ message, lines }: Diagnostic): Json {
  return { message: replaceStrayBytes(message), lines: lines.map(lineJson) };
}

function lineJson({ first, last }: { readonly first: number; readonly last: number }): readonly number[] {
  return [first, last];
}

/** The recordings have U+FFFD for a byte that is no character. */
function wellFormed(value: Json): Json {
  return JSON.parse(JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'string' ? replaceStrayBytes(inner) : inner))) as Json;
}

function replaceStrayBytes(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}
