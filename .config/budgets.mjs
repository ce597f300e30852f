// What a page loads before anybody touches it, measured on the files of a build. A build past its budget fails.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseAst } from 'vite';

/** Bytes after gzip -9. */
export const budgets = {
  /** The script of `<layer-scope>` with all that it imports at once. */
  element: 25_600,
  /** All scripts that the page of a named scene loads before its editor. */
  scene: 150_000,
};

/**
 * Measures a build and prints a small table. True where everything is within its budget, and everything that has one was found.
 */
export function checkBudgets(build, print = console.log) {
  const rows = measure(build);
  const width = Math.max(...rows.map(({ name }) => name.length));
  print('\nBefore anybody touches it, gzip:');
  for (const { name, bytes, most } of rows) print(`  ${name.padEnd(width)}  ${kilobytes(bytes)} of ${kilobytes(most)}${bytes > most ? '  too large' : ''}`);
  const missing = ['element', 'scene'].filter((kind) => !rows.some((row) => row.kind === kind));
  for (const kind of missing) print(`  nothing was built that the budget of the ${kind} is for`);
  return missing.length === 0 && rows.every(({ bytes, most }) => bytes <= most);
}

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1).padStart(6)} kB`;

/** One row for the element, and one for the heaviest page of a named scene: they share their scripts. */
export function measure(build) {
  const rows = [];
  const element = join(build, 'embed', 'layer-scope.js');
  if (existsSync(element)) rows.push({ kind: 'element', name: 'embed/layer-scope.js', bytes: weigh(closure([element])), most: budgets.element });
  const scenes = join(build, 'e');
  const pages = existsSync(scenes) ? readdirSync(scenes).map((name) => join(scenes, name, 'index.html')).filter(existsSync) : [];
  const heaviest = pages.map((page) => ({ page, bytes: weigh(pageScripts(page)) })).sort((a, b) => b.bytes - a.bytes)[0];
  if (heaviest) rows.push({ kind: 'scene', name: `${relative(build, heaviest.page)}, the heaviest of ${pages.length}`, bytes: heaviest.bytes, most: budgets.scene });
  return rows;
}

const weights = new Map();

function weigh(files) {
  let sum = 0;
  for (const file of files) {
    if (!weights.has(file)) weights.set(file, gzipSync(readFileSync(file), { level: 9 }).length);
    sum += weights.get(file);
  }
  return sum;
}

/**
 * Files that a page asks for by itself: its scripts, what it preloads, what its inline script imports, the page for errors that SvelteKit
 * loads beside every other, and all that those import at once.
 */
export function pageScripts(page, build = dirname(dirname(dirname(page)))) {
  const html = readFileSync(page, 'utf8');
  const nodes = join(build, '_app', 'immutable', 'nodes');
  const errors = existsSync(nodes) ? readdirSync(nodes).filter((name) => /^1\..*\.js$/.test(name)).map((name) => join(nodes, name)) : [];
  const named = [
    ...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"/g),
    ...html.matchAll(/<link\b[^>]*\bhref="([^"]+)"[^>]*\brel="modulepreload"|<link\b[^>]*\brel="modulepreload"[^>]*\bhref="([^"]+)"/g),
    ...html.matchAll(/\bimport\("([^"]+\.js)"\)/g),
  ].map((match) => match[1] ?? match[2]);
  const own = named.filter((address) => !/^(?:[a-z]+:)?\/\//i.test(address)).map((address) => join(dirname(page), address));
  return closure([...own.filter(existsSync), ...errors]);
}

/** The given scripts and all that they import at once, each one once. */
export function closure(files) {
  const found = new Set();
  const visit = (file) => {
    if (found.has(file)) return;
    found.add(file);
    for (const next of importsOf(file)) visit(next);
  };
  files.forEach(visit);
  return found;
}

const known = new Map();

function importsOf(file) {
  if (!known.has(file)) {
    const { body } = parseAst(readFileSync(file, 'utf8'));
    const sources = body.flatMap((statement) => (/^(?:Import|ExportNamed|ExportAll)Declaration$/.test(statement.type) && statement.source ? [statement.source.value] : []));
    known.set(file, sources.filter((source) => source.startsWith('.')).map((source) => join(dirname(file), source)));
  }
  return known.get(file);
}
