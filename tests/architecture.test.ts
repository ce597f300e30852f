import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const engine = join(root, 'src', 'engine');

/** The import table: each part, and the parts named beside it. What those may import it may import too. */
const table: Record<string, readonly string[]> = {
  source: [],
  fs: ['source'],
  dockerfile: ['source'],
  context: ['fs'],
  image: ['fs'],
  registry: ['image'],
  run: ['fs'],
  graph: ['dockerfile', 'context', 'image'],
  solver: ['graph', 'run', 'fs', 'registry'],
  insight: ['solver'],
  workspace: ['insight'],
  docker: ['workspace'],
  exercise: ['workspace'],
};

/** Packages the engine may use, and where. */
const packages: Record<string, RegExp> = {
  '@noble/hashes/legacy.js': /^fs\//,
  '@noble/hashes/sha2.js': /^fs\//,
  fflate: /^fs\//,
  fzstd: /^fs\//,
};

function reach(part: string, seen = new Set<string>()): Set<string> {
  if (seen.has(part)) return seen;
  seen.add(part);
  for (const below of table[part] ?? []) reach(below, seen);
  return seen;
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.(ts|svelte)$/.test(entry.name) ? [path] : [];
  });
}

function imports(text: string): string[] {
  const found = text.matchAll(/(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|import\s*\(\s*['"]([^'"\s]+)['"]\s*\)|(?:^|\n)\s*import\s+['"]([^'"]+)['"]/g);
  return [...found].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

const engineFiles = sources(engine).map((path) => ({ path: relative(engine, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }));
const shipped = engineFiles.filter(({ path }) => !path.endsWith('.test.ts'));

/** The modules that provide parts of the engine at once, by the names that a build for pages gives to nothing. */
const { imports: named } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { imports: Record<string, string | { readonly default: string }> };

function providedBy(name: string): string | undefined {
  const target = name.startsWith('#provided/') ? named[name] : undefined;
  return typeof target === 'object' ? target.default.replace('./src/engine/', '') : undefined;
}

function violations(files: readonly { path: string; text: string }[]): string[] {
  return files.flatMap(({ path, text }) => {
    const part = path.split('/')[0] ?? '';
    const allowed = reach(part);
    return imports(text).flatMap((name) => {
      const provided = providedBy(name);
      if (!name.startsWith('.') && provided === undefined) return packages[name]?.test(path) ? [] : [`${path} imports ${name}`];
      const target = provided ?? join(path, '..', name).split(sep).join('/');
      if (target.startsWith('..')) return [`${path} imports ${name}, outside the engine`];
      return allowed.has(target.split('/')[0] ?? '') || !path.includes('/') ? [] : [`${path} imports ${target}, which is above it`];
    });
  });
}

const impure = /\b(?:Date\.now|Math\.random|performance\.now|new Date\(\)|fetch\(|setTimeout|setInterval|crypto\.|globalThis|eval\(|new Function)\b/;

describe('the architecture', () => {
  it('has engine parts only from the import table', () => {
    const parts = new Set(shipped.filter(({ path }) => path.includes('/')).map(({ path }) => path.split('/')[0] ?? ''));
    expect([...parts].filter((part) => !(part in table))).toEqual([]);
    expect(parts.size).toBeGreaterThan(5);
  });

  it('lets no import point up the table or out of the engine', () => {
    expect(violations(shipped)).toEqual([]);
  });

  it('would notice an import that points up, a view in the engine, and a package', () => {
    expect(violations([{ path: 'fs/tree.ts', text: "import { build } from '../solver/build.ts';" }])).toHaveLength(1);
    expect(violations([{ path: 'fs/tree.ts', text: "import x from '../../lib/views/graph/layout.ts';" }])).toHaveLength(1);
    expect(violations([{ path: 'graph/op.ts', text: "import { select } from 'd3';" }])).toHaveLength(1);
    expect(violations([{ path: 'fs/tree.ts', text: "import '#provided/tools';" }])).toHaveLength(1);
    expect(violations([{ path: 'fs/tree.ts', text: "import '#provided/anything';" }])).toHaveLength(1);
    expect(violations([{ path: 'fs/tree.ts', text: "import type { Range } from '../source/range.ts';" }])).toEqual([]);
  });

  it('keeps the clock, randomness and the network out of the engine', () => {
    const found = shipped.filter(({ text }) => impure.test(text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '').replace(/'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g, "''")));
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  it('keeps D3 in the views and CodeMirror in the editor', () => {
    const lib = sources(join(root, 'src')).filter((path) => !path.startsWith(engine)).map((path) => ({ path: relative(join(root, 'src'), path).split(sep).join('/'), text: readFileSync(path, 'utf8') }));
    const stray = lib.flatMap(({ path, text }) =>
      imports(text).filter((name) => (/^d3(-|$)/.test(name) && !path.startsWith('lib/views/')) || (/^(@codemirror|@lezer|codemirror)/.test(name) && !path.startsWith('lib/editor/'))).map((name) => `${path} imports ${name}`),
    );
    expect(stray).toEqual([]);
    const whole = lib.filter(({ text }) => /import\s+\*\s+as\s+\w+\s+from\s+['"]d3['"]/.test(text));
    expect(whole.map(({ path }) => path)).toEqual([]);
  });
});
