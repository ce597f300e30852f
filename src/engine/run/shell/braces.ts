/** bash's brace expansion: `a{b,c}d` → `abd acd`, `{1..3}` → `1 2 3`. Happens before all other expansions. */
import type { Part, Word } from './ast.ts';

/** One character of unquoted text, or a piece that braces do not look into. */
type Atom = string | Part;

const MAX_WORDS = 4096;

/** The words that a word stands for; itself where it has no braces. */
export function expandBraces(word: Word): readonly Word[] {
  if (!word.some((part) => part.kind === 'text' && !part.quoted && part.text.includes('{'))) return [word];
  const atoms = word.flatMap((part): Atom[] => (part.kind === 'text' && !part.quoted ? [...part.text] : [part]));
  return expand(atoms).slice(0, MAX_WORDS).map(join);
}

function expand(atoms: readonly Atom[], depth = 0): Atom[][] {
  if (depth > 20) return [[...atoms]];
  for (let from = 0; from < atoms.length; from++) {
    if (atoms[from] !== '{') continue;
    const group = readGroup(atoms, from);
    if (!group) continue;
    const rest = expand(atoms.slice(group.end + 1), depth + 1);
    const before = atoms.slice(0, from);
    const choices = group.choices.flatMap((choice) => expand(choice, depth + 1));
    return choices.flatMap((choice) => rest.map((after) => [...before, ...choice, ...after])).slice(0, MAX_WORDS);
  }
  return [[...atoms]];
}

/** The alternatives between a brace and the one that closes it; undefined where it is a brace like any other. */
function readGroup(atoms: readonly Atom[], from: number): { readonly choices: readonly (readonly Atom[])[]; readonly end: number } | undefined {
  const choices: Atom[][] = [[]];
  let depth = 0;
  for (let i = from + 1; i < atoms.length; i++) {
    const atom = atoms[i]!;
    if (atom === '}' && depth === 0) {
      if (choices.length > 1) return { choices, end: i };
      const sequence = choices[0]!.every((one) => typeof one === 'string') ? readSequence(choices[0]!.join('')) : undefined;
      return sequence && { choices: sequence.map((text) => [...text]), end: i };
    }
    if (atom === '{') depth++;
    if (atom === '}') depth--;
    if (atom === ',' && depth === 0) choices.push([]);
    else choices.at(-1)!.push(atom);
  }
  return undefined;
}

function readSequence(text: string): string[] | undefined {
  const match = /^(?:(-?\d+)\.\.(-?\d+)|([A-Za-z])\.\.([A-Za-z]))(?:\.\.(-?\d+))?$/.exec(text);
  if (!match) return undefined;
  const [, low, high, first, last] = match;
  const [from, to] = low !== undefined ? [Number(low), Number(high)] : [first!.charCodeAt(0), last!.charCodeAt(0)];
  const step = Math.max(1, Math.abs(Number(match[5] ?? 1))) * (from <= to ? 1 : -1);
  const width = low !== undefined && /^-?0\d/.test(low) ? Math.max(low.length, high!.length) : 0;
  const list: string[] = [];
  for (let n = from; (step > 0 ? n <= to : n >= to) && list.length < MAX_WORDS; n += step) list.push(low !== undefined ? String(n).padStart(width, '0') : String.fromCharCode(n));
  return list;
}

function join(atoms: readonly Atom[]): Word {
  const parts: Part[] = [];
  for (const atom of atoms) {
    const last = parts.at(-1);
    if (typeof atom !== 'string') parts.push(atom);
    else if (last?.kind === 'text' && !last.quoted) parts[parts.length - 1] = { ...last, text: last.text + atom };
    else parts.push({ kind: 'text', text: atom, quoted: false });
  }
  return parts;
}
