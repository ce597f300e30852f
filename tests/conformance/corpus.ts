/**
 * The reference corpus: sets of records whose expected values are the output of BuildKit's own packages. Each file of
 * `adapters` offers some of the functions below; what nobody offers is left out.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { canonical, graphView, multiset } from './canonical.ts';
import type { CorpusGraph } from './canonical.ts';
import type { Disagreement, SetReport } from './report.ts';

type Json = Readonly<Record<string, unknown>>;
type Answer = (input: never) => Json | readonly unknown[];

interface Adapter {
  readonly parse?: (text: string) => Json;
  readonly instructions?: (text: string) => Json;
  readonly expand?: (input: Json) => Json;
  readonly ignore?: (input: Json) => Json;
  readonly build?: (input: Json) => Json;
  readonly check?: (input: Json) => Json;
  readonly targets?: (input: Json) => Json;
  readonly outline?: (input: Json) => Json;
}

interface CorpusError {
  readonly message: string;
  readonly lines?: unknown;
  readonly alts?: readonly { readonly message: string; readonly lines?: unknown }[];
}

/** All functions of all adapters. */
async function loadAdapter(): Promise<Adapter> {
  const folder = new URL('adapters/', import.meta.url);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.ts')).sort() : [];
  const modules = await Promise.all(names.map((name) => import(new URL(name, folder).href) as Promise<Record<string, Answer>>));
  return Object.assign({}, ...modules) as Adapter;
}

/** Compares every set of a corpus folder whose name matches. */
export async function compareCorpus(folder: string, only?: RegExp): Promise<readonly SetReport[]> {
  const adapter = await loadAdapter();
  const texts = new Map<string, string>();
  const reports: SetReport[] = [];
  for (const kind of ['dockerfiles', 'mutants', 'expansion', 'ignore', 'graph']) {
    for (const name of setsOf(folder, kind)) {
      const records = readSet(join(folder, kind, `${name}.jsonl.gz`));
      if (kind === 'dockerfiles' || kind === 'mutants') for (const record of records) texts.set(record['id'] as string, textOf(record));
      if (only && !only.test(`${kind}/${name}`)) continue;
      const set = new SetComparison(`${kind}/${name}`);
      for (const record of records) compareRecord(kind, record, adapter, texts, set);
      if (set.metrics.size > 0) reports.push(set);
    }
  }
  return reports;
}

const setsOf = (folder: string, kind: string): readonly string[] =>
  existsSync(join(folder, kind))
    ? readdirSync(join(folder, kind)).filter((name) => name.endsWith('.jsonl.gz')).map((name) => name.slice(0, -'.jsonl.gz'.length)).sort()
    : [];

const readSet = (file: string): readonly Json[] =>
  gunzipSync(readFileSync(file)).toString('utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as Json);

const textOf = (record: Json): string =>
  record['b64'] === undefined
    ? (record['text'] as string)
    : new TextDecoder('utf-8', { ignoreBOM: true }).decode(Buffer.from(record['b64'] as string, 'base64'));

/** One set's counts. A field that is empty is the same as one that is absent, on both sides. */
class SetComparison implements SetReport {
  readonly name: string;
  readonly metrics = new Map<string, { agree: number; total: number }>();
  readonly disagreements: Disagreement[] = [];

  constructor(name: string) {
    this.name = name;
  }

  tally(metric: string, id: string, agree: boolean, expected: unknown, actual: unknown): void {
    const counts = this.metrics.get(metric) ?? { agree: 0, total: 0 };
    this.metrics.set(metric, { agree: counts.agree + (agree ? 1 : 0), total: counts.total + 1 });
    if (!agree) this.disagreements.push({ id, metric, expected, actual });
  }

  field(metric: string, id: string, expected: unknown, actual: unknown): void {
    this.tally(metric, id, canonical(expected) === canonical(actual), expected, actual);
  }

  /** Compares the errors of both sides; true where there is none and the rest can be compared. */
  errors(prefix: string, id: string, expected: Json, actual: Json): boolean {
    const [want, got] = [errorOf(expected), errorOf(actual)];
    this.tally(`${prefix}.outcome`, id, !want === !got, want ? want.message : 'ok', got ? got.message : 'ok');
    if (want && got) {
      const alternatives = [want, ...(want.alts ?? [])];
      this.tally(`${prefix}.error`, id, alternatives.some(({ message }) => message === got.message), want.message, got.message);
      if (got.lines !== undefined && want.lines !== undefined) {
        const agree = alternatives.some(({ lines }) => canonical(lines) === canonical(got.lines));
        this.tally(`${prefix}.errorLines`, id, agree, want.lines, got.lines);
      }
    }
    return !want && !got;
  }
}

function errorOf({ error }: Json): CorpusError | undefined {
  if (error === undefined || error === null || error === false) return undefined;
  return typeof error === 'string' ? { message: error } : (error as CorpusError);
}

function ask<T>(f: ((input: T) => Json) | undefined, input: T): Json | undefined {
  if (!f) return undefined;
  try {
    return f(input);
  } catch (error) {
    return { error: { message: `threw: ${error instanceof Error ? error.stack : String(error)}` } };
  }
}

function compareRecord(kind: string, record: Json, adapter: Adapter, texts: ReadonlyMap<string, string>, set: SetComparison): void {
  if (kind === 'expansion') compareExpansion(record, adapter, set);
  else if (kind === 'ignore') compareIgnore(record, adapter, set);
  else if (kind === 'graph') compareGraph(record, adapter, texts, set);
  else compareDockerfile(record, adapter, set);
}

function compareDockerfile(record: Json, adapter: Adapter, set: SetComparison): void {
  const id = record['id'] as string;
  const text = textOf(record);
  const ast = record['ast'] as Json;
  const parsed = ask(adapter.parse, text);
  if (parsed) {
    if (set.errors('parse', id, ast, parsed)) {
      for (const field of ['dump', 'nodes', 'escape', 'warnings']) set.field(`parse.${field}`, id, ast[field], parsed[field]);
    }
    set.field('parse.directives', id, ast['directives'], parsed['directives']);
  }
  const read = ask(adapter.instructions, text);
  if (!read) return;
  const instr = record['instr'] as Json;
  const alternatives = record['instrErrorAlts'] as readonly string[] | undefined;
  const error = errorOf(instr);
  const expected = alternatives && error ? { error: { ...error, alts: alternatives.map((message) => ({ message, lines: error.lines })) } } : instr;
  if (!set.errors('instr', id, expected, read)) return;
  set.field('instr.stages', id, instr['stages'], read['stages']);
  set.field('instr.metaArgs', id, instr['metaArgs'], read['metaArgs']);
}

function compareExpansion(record: Json, adapter: Adapter, set: SetComparison): void {
  const id = record['id'] as string;
  const flags = record['flags'] as string | undefined;
  const { word, env, escape } = record;
  const answer = ask(adapter.expand, { word, env, escape, flags: flags ? flags.split(',') : [] });
  if (!answer) return;
  const expected = record['error'] === undefined ? record : { error: { message: record['error'] } };
  if (!set.errors('expand', id, expected, answer)) return;
  const sorted = (value: unknown) => [...((value as readonly string[] | undefined) ?? [])].sort();
  set.field('expand.result', id, record['result'], answer['result']);
  set.field('expand.matched', id, sorted(record['matched']), sorted(answer['matched']));
  set.field('expand.unmatched', id, sorted(record['unmatched']), sorted(answer['unmatched']));
  if (record['words']) set.field('expand.words', id, record['words'], answer['words']);
}

function compareIgnore(record: Json, adapter: Adapter, set: SetComparison): void {
  const id = record['id'] as string;
  const { paths, tree, givenPatterns, text } = record;
  const answer = ask(adapter.ignore, { paths, tree, ...(givenPatterns ? { patterns: givenPatterns } : { text }) });
  if (!answer) return;
  const message = record['readError'] ?? record['error'];
  if (!set.errors('ignore', id, message === undefined ? {} : { error: { message } }, answer)) return;
  for (const field of ['patterns', 'excluded', 'walk']) {
    if (field === 'excluded' || record[field]) set.field(`ignore.${field}`, id, record[field], answer[field]);
  }
}

function compareGraph(record: Json, adapter: Adapter, texts: ReadonlyMap<string, string>, set: SetComparison): void {
  const id = record['id'] as string;
  const input = { text: texts.get(record['src'] as string), opts: record['opts'], files: record['files'] ?? {} };
  const unstable = new Set((record['unstable'] as readonly string[] | undefined) ?? []);
  const expected = (name: string) => (unstable.has(name) ? undefined : (record[name] as Json | undefined));
  const build = expected('build');
  const built = build && ask(adapter.build, structuredClone(input));
  if (build && built && set.errors('build', id, build, built)) compareBuild(id, build, built, set);
  const check = expected('check');
  const checked = check && ask(adapter.check, structuredClone(input));
  if (check && checked) {
    const facts = (answer: Json) =>
      multiset(((answer['warnings'] as readonly Json[] | undefined) ?? []).map(({ rule, message, lines }) => ({ rule, message, lines })));
    set.errors('check', id, check, checked);
    set.field('check.warnings', id, facts(check), facts(checked));
  }
  for (const name of ['targets', 'outline'] as const) {
    const value = unstable.has(name) ? undefined : (record[name] as Json | undefined);
    const answer = value && ask(adapter[name], structuredClone(input));
    if (value && answer && set.errors(name, id, value, answer)) set.field(`${name}.value`, id, value, answer);
  }
}

function compareBuild(id: string, expected: Json, actual: Json, set: SetComparison): void {
  const graphs = (answer: Json) => (answer['graphs'] ?? { '': answer['graph'] }) as Readonly<Record<string, CorpusGraph | undefined>>;
  const views = (answer: Json) => Object.entries(graphs(answer)).map(([platform, graph]) => [platform, graphView(graph)] as const);
  const [want, got] = [views(expected), views(actual)];
  set.field('build.names', id, want.map(([p, view]) => [p, view.names]), got.map(([p, view]) => [p, view.names]));
  set.field('build.edges', id, want.map(([p, view]) => [p, view.edges, view.root]), got.map(([p, view]) => [p, view.edges, view.root]));
  set.field('build.ops', id, want.map(([p, view]) => [p, view.ops]), got.map(([p, view]) => [p, view.ops]));
  set.field('build.config', id, expected['configs'] ?? expected['config'], actual['configs'] ?? actual['config']);
  const refs = (answer: Json) =>
    multiset(((answer['resolved'] as readonly Json[] | undefined) ?? []).map(({ ref, platform }) => `${String(ref)} ${String(platform)}`));
  set.field('build.resolved', id, refs(expected), refs(actual));
  set.field('build.warnings', id, multiset(expected['warnings'] as readonly unknown[]), multiset(actual['warnings'] as readonly unknown[]));
}
