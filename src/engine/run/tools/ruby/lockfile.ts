/** `Gemfile` with its groups, and `Gemfile.lock`: the gems of its `specs`, which are indented by four blanks, and what they need. */
import type { Gem } from './gems.ts';

export interface Locked extends Gem {
  readonly needs: readonly string[];
}

/** All gems that a lock file names, in its order. */
export function readGems(text: string): readonly Locked[] {
  return [...text.matchAll(/^ {4}([\w.-]+) \(([^)]+)\)\n((?: {6}\S.*\n)*)/gm)].map(([, name = '', version = '', needs = '']) => ({ name, version, needs: [...needs.matchAll(/^ {6}([\w.-]+)/gm)].map(([, one = '']) => one) }));
}

/** A line `gem "…"`. */
export interface Requirement {
  readonly name: string;
  readonly groups: readonly string[];
}

/** The gems of a Gemfile, or why it cannot be read. Conditions are taken to hold. */
export function readGemfile(text: string): readonly Requirement[] | { readonly error: string } {
  const blocks: (readonly string[])[] = [];
  const found: Requirement[] = [];
  for (const line of text.split('\n')) {
    const code = line.replace(/\s#.*|^#.*/, '').trim();
    const gem = /^gem[\s(]+["']([\w.-]+)["'](.*)/.exec(code);
    if (gem) {
      const own = /\bgroups?:\s*(\[[^\]]*\]|:\w+|["']\w+["'])|:groups?\s*=>\s*(\[[^\]]*\]|:\w+)/.exec(gem[2]!);
      const groups = own ? names(own[1] ?? own[2] ?? '') : blocks.flat();
      found.push({ name: gem[1]!, groups: groups.length > 0 ? groups : ['default'] });
    } else if (/^end\b/.test(code)) {
      if (blocks.pop() === undefined) return { error: "syntax error, unexpected 'end', ignoring it" };
    } else if (/\bdo(\s*\|[^|]*\|)?$/.test(code) || /^(if|unless|case|begin)\b/.test(code)) blocks.push(/^group\b/.test(code) ? names(code) : []);
  }
  return blocks.length > 0 ? { error: 'syntax error, expected an `end` to close the `do` clause' } : found;
}

function names(text: string): string[] {
  return [...text.matchAll(/:(\w+)|["'](\w+)["']/g)].map(([, symbol, string]) => symbol ?? string ?? '');
}

/** Gems without those that only excluded groups need. */
export function withoutGroups(gems: readonly Locked[], requirements: readonly Requirement[], excluded: readonly string[]): readonly Locked[] {
  const keeps = (one: Requirement) => one.groups.some((group) => !excluded.includes(group));
  const needs = new Map(gems.map((one) => [one.name, one.needs]));
  const reached = (roots: readonly string[]) => {
    const found = new Set(roots);
    for (const name of found) for (const need of needs.get(name) ?? []) found.add(need);
    return found;
  };
  const kept = reached(requirements.filter(keeps).map(({ name }) => name));
  const dropped = reached(requirements.filter((one) => !keeps(one)).map(({ name }) => name));
  return gems.filter(({ name }) => kept.has(name) || !dropped.has(name));
}
