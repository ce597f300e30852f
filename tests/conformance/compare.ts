/** What a build of the engine and the recording of the real one have in common, field by field. */
import { errorText } from '#engine/solver/progress/error-text.ts';
import { plainProgress } from '#engine/solver/progress/plain.ts';
import type { BuildRecord, ImageRecord } from '#engine/solver/record.ts';
import type { Expectation, RecordedImage, RecordedVertex } from './recording.ts';

/** One comparison: equal or not, and both sides for a report. */
export interface Comparison {
  readonly metric: string;
  readonly agree: boolean;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** Everything of a step that was recorded, but for what differed from recording to recording. */
export function compareStep(expect: Expectation, record: BuildRecord): readonly Comparison[] {
  const unstable = new Set(expect.unstable ?? []);
  const out: Comparison[] = [];
  const add = (metric: string, expected: unknown, actual: unknown): void => {
    if (!unstable.has(metric)) out.push({ metric, agree: JSON.stringify(expected) === JSON.stringify(actual), expected, actual });
  };
  add('ok', expect.ok, record.ok);
  const stable = (vertices: readonly RecordedVertex[]) => vertices.filter(({ name }) => !unstable.has(name));
  const expected = stable(expect.vertices);
  const actual = stable(verticesOf(record));
  add('vertices', namesOf(expected), namesOf(actual));
  add('cached', cachedOf(expected), cachedOf(actual));
  add('inputs', expected.map(({ name, inputs }) => [name, [...inputs].sort()]).sort(byText), actual.map(({ name, inputs }) => [name, [...inputs].sort()]).sort(byText));
  add('vertex errors', errorsOf(expected), errorsOf(actual));
  add('logs', logsOf(expected), logsOf(actual));
  add('warnings', expect.warnings.map(({ rule, message, lines, url }) => [rule, message, lines, url]).sort(byText), warningsOf(record).sort(byText));
  if (expect.plain !== undefined && unstable.size === 0) add('plain', blocksOf(expect.plain), blocksOf(plainProgress(record)));
  if (expect.error !== undefined) add('error', expect.error, record.error && `failed to solve: ${record.error.message}`);
  if (expect.errorText !== undefined) add('errorText', expect.errorText, errorText(record).trim());
  if (!unstable.has('image')) compareImages(expect, record, add);
  return out;
}

type Add = (metric: string, expected: unknown, actual: unknown) => void;

function compareImages(expect: Expectation, record: BuildRecord, add: Add): void {
  const expected = expect.images ?? (expect.image ? [expect.image] : []);
  if (!expect.ok || !record.ok) return;
  expected.forEach((image, i) => compareImage(image, record.images[i], add));
}

function compareImage(expected: RecordedImage, actual: ImageRecord | undefined, add: Add): void {
  const timeless = (value: unknown): unknown =>
    expected.configDigest === null ? JSON.parse(JSON.stringify(value), (key, each: unknown) => (key === 'created' ? '<time>' : each)) : value;
  const { history, ...config } = actual ? (JSON.parse(actual.configJson) as RecordedImage['config']) : ({} as RecordedImage['config']);
  add('config', expected.config, timeless(config));
  add('history', expected.history, timeless(history ?? []));
  add('diffIDs', expected.diffIds, actual?.layers.map(({ diffId }) => diffId));
  if (expected.configDigest !== null) add('configDigest', expected.configDigest, actual?.configDigest);
}

const byText = (a: unknown, b: unknown): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

/** The engine's vertices in the words of a recording. */
function verticesOf(record: BuildRecord): readonly RecordedVertex[] {
  const names = new Map(record.vertices.map(({ digest, name }) => [digest, name]));
  return record.vertices.map(({ digest, name, cached, error, inputs, started, completed }) => {
    const log = record.events.flatMap((event) => (event.type === 'log' && event.vertex === digest ? event.text : [])).join('');
    return {
      name,
      cached,
      error: error ?? null,
      inputs: inputs.map((input) => names.get(input) ?? '<unlisted>'),
      ...(completed === undefined && { completed: false as const }),
      ...(started === undefined && { started: false as const }),
      ...(log && { log }),
    };
  });
}

const namesOf = (vertices: readonly RecordedVertex[]) =>
  vertices.map(({ name, started }) => (started === false ? `${name} (not started)` : name)).sort();

const cachedOf = (vertices: readonly RecordedVertex[]) => vertices.map(({ name, cached }) => `${cached ? 'CACHED' : '      '} ${name}`).sort();

/** Which vertex a cancellation reached first is a race; that it was cancelled is not compared. */
const errorsOf = (vertices: readonly RecordedVertex[]) =>
  vertices.flatMap(({ name, error }) => (error === null || error.includes('context canceled') ? [] : [[name, error]])).sort(byText);

const logsOf = (vertices: readonly RecordedVertex[]) => vertices.flatMap(({ name, log }) => (log === undefined ? [] : [[name, log]])).sort(byText);

function warningsOf(record: BuildRecord): unknown[] {
  return record.events.flatMap((event) => {
    if (event.type !== 'warning') return [];
    const parts = /^([A-Z][A-Za-z]+): (.*?)(?: \(line (\d+)\))?$/s.exec(event.message);
    return [[parts?.[1] ?? null, parts?.[2] ?? event.message, event.lines ?? [], event.url ?? null]];
  });
}

/**
 * The log without times and numbers, block by block in alphabetical order. Races are left out: which of two steps ends first,
 * in which order an image's blobs and several images are reported, and whether the transfer of an ignore file, or of one of
 * two parts of a context, is still open when its vertex ends.
 */
function blocksOf(plain: string): readonly string[] {
  const blocks = plain
    .split(/\n\n/)
    .map((block) => block.split('\n').filter((line) => !transient.test(line) || line.endsWith(' done')).map(tidyLine));
  const names = blocks.map(([name]) => name);
  const twice = new Set(names.filter((name, i) => names.indexOf(name) !== i));
  return blocks
    .map((lines) => (lines[0]?.endsWith('load .dockerignore') || twice.has(lines[0]) ? lines.filter((line) => !line.startsWith('transferring')) : lines))
    .map((lines) => (lines.some((line) => /^(sha256:|exporting manifest list)/.test(line)) ? [...lines].sort() : lines).join('\n').trimEnd())
    .filter((block) => block !== '')
    .sort();
}

const transient = /^#\d+ (sha256:|transferring|extracting|resolve|exporting|rewriting|sending|merging)/;

function tidyLine(line: string): string {
  return line
    .replace(/^(#\d+) \d+\.\d{1,3} /, '$1 <t> ')
    .replace(/^\d+\.\d{1,3} /, '<t> ')
    .replace(/ \d+\.\d+s done$/, ' done')
    .replace(/^(#\d+ (?:DONE|CACHED|ERROR|CANCELED)) \d+\.\d+s$/, '$1 <t>')
    .replace(/(exporting manifest (?:list )?sha256:)[0-9a-f]{64}/, '$1…')
    .replace(/^#\d+ /, '');
}
