import type { Range } from '../../source/range.ts';
import { lineParts, type Part } from './line-parts.ts';
import { sourceRange } from './logical-line.ts';
import type { InstructionNode, ParsedDockerfile } from './node.ts';

/** Where the words of an instruction are in the text. */
export interface InstructionPlaces {
  readonly keyword: Range;
  /** In the order of `flags`. */
  readonly flags: readonly { readonly name: Range; readonly value?: Range; readonly range: Range }[];
  /** In the order of `args`, from the first character of each to its last; `undefined` for what has no text of its own. */
  readonly args: readonly (Range | undefined)[];
  /** The trigger of an ONBUILD. */
  readonly child?: InstructionPlaces;
}

/** The places of an instruction's words, for underlines, hovers and renaming. `node` is one of `parsed.nodes`. */
export function locate(parsed: ParsedDockerfile, node: InstructionNode): InstructionPlaces {
  const levels: { readonly node: InstructionNode; readonly parts: Part[] }[] = [];
  for (let current: InstructionNode | undefined = node; current; current = current.child) levels.push({ node: current, parts: [] });
  for (const part of lineParts(node, parsed.escape)) levels[part.depth]!.parts.push(part);
  return levels.reduceRight<InstructionPlaces | undefined>((child, level) => {
    const places = levelPlaces(level.node, level.parts, (from, to) => sourceRange(parsed, node, from, to));
    return child ? { ...places, child } : places;
  }, undefined)!;
}

function levelPlaces(node: InstructionNode, parts: readonly Part[], at: (from: number, to: number) => Range): InstructionPlaces {
  const flags: InstructionPlaces['flags'][number][] = [];
  const args: (Range | undefined)[] = node.args.map(() => undefined);
  parts.forEach((part, i) => {
    const range = at(part.from, part.to);
    if (part.kind === 'flag-name') {
      const sign = parts[i + 1]?.kind === 'sign' && parts[i + 1]!.from === part.to ? parts[i + 1] : undefined;
      const value = sign && parts[i + 2]?.kind === 'flag-value' ? parts[i + 2] : undefined;
      const end = (value ?? sign ?? part).to;
      flags.push({ name: range, ...(value && { value: at(value.from, value.to) }), range: at(part.from, end) });
    } else if (part.arg !== undefined && part.arg < args.length) {
      args[part.arg] = { from: args[part.arg]?.from ?? range.from, to: range.to };
    }
  });
  const keyword = parts[0]?.kind === 'keyword' ? parts[0] : { from: 0, to: 0 };
  return { keyword: at(keyword.from, keyword.to), flags, args };
}
