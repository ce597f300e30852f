/** The ignore file of a workspace under the x-ray: what each place of the context has of it, and what deleting a rule would do. */
import { filterContext, findIgnoreFile, readIgnoreFile, xray } from '../context/index.ts';
import type { IgnoreDecision, IgnoreRule } from '../context/index.ts';
import { contentSize, file, get, put, textOf, walk } from '../fs/index.ts';
import type { DirNode } from '../fs/index.ts';
import { radiusOf } from '../insight/radius.ts';
import type { Radius } from '../insight/radius.ts';
import { readRule } from '../insight/read-rule.ts';
import { dryRun } from './operations/dry-run.ts';
import { currentState, type Workspace } from './workspace.ts';

interface Total {
  readonly files: number;
  /** Bytes. */
  readonly bytes: number;
}

export interface IgnoreReport {
  /** Context path of the ignore file that the build uses; absent where it has none. */
  readonly file?: string;
  readonly rules: readonly IgnoreRule[];
  readonly sent: Total;
  readonly ignored: Total;
  /** In walk order. What is below an ignored folder that nothing can be brought back from is one entry. */
  readonly decisions: readonly IgnoreDecision[];
}

/** What the next build would be without one rule. */
export interface WithoutRule {
  readonly line: number;
  readonly pattern: string;
  /** Sent though it is kept out now, and the other way round where the rule brings something back. */
  readonly added: Total & { readonly paths: readonly string[] };
  readonly removed: Total & { readonly paths: readonly string[] };
  /** What becomes of each step of the record, in its order; absent where the build would fail. */
  readonly radius?: Radius;
  /** BuildKit's text where the build would fail. */
  readonly error?: string;
  /** The ignore file without the line. */
  readonly text: string;
}

/** Undefined where the ignore file cannot be read. */
export function ignoreReport(workspace: Workspace): IgnoreReport | undefined {
  const { context, ignore } = ignoreOf(workspace);
  if (ignore?.error) return undefined;
  const rays = xray(context, ignore ?? readIgnoreFile(''));
  return { ...(ignore && { file: ignore.file }), ...rays };
}

/** Most paths that are named one by one. */
const named = 50;

/** Undefined where there is no such rule. */
export function withoutRule(workspace: Workspace, line: number): WithoutRule | undefined {
  const { context, ignore, dockerfile } = ignoreOf(workspace);
  const rule = ignore?.patterns.find((pattern) => pattern.line === line);
  const node = ignore && get(context, ignore.file);
  if (!ignore || !rule || node?.type !== 'file') return undefined;
  const text = withoutLine(textOf(node), line);
  const changed = put(context, ignore.file, file(text, { ...node, mtime: node.mtime + 1 }));
  const [before, after] = [sizes(filterContext(context, ignore)), sizes(filterContext(changed, findIgnoreFile(changed, dockerfile)))];
  const [added, removed] = [missing(after, before), missing(before, after)];
  const state = currentState(workspace);
  const base = dryRun(state, workspace, { images: true, after: 'keep' });
  const unchanged = dryRun(state, workspace, { from: base }).record;
  const { record } = dryRun({ ...state, context: changed }, workspace, { from: base });
  const touched = [ignore.file, ...added.paths, ...removed.paths];
  const outcome = record.ok ? { radius: radiusOf(record, unchanged, (step) => touched.some((path) => readRule(step, path) !== undefined)) } : { error: record.error?.message ?? '' };
  const first = (total: Total & { readonly paths: readonly string[] }) => ({ ...total, paths: total.paths.slice(0, named) });
  return { line, pattern: rule.pattern, added: first(added), removed: first(removed), ...outcome, text };
}

function ignoreOf(workspace: Workspace) {
  const { context, options } = currentState(workspace);
  const dockerfile = options.file ?? workspace.scenario.dockerfile;
  return { context, dockerfile, ignore: findIgnoreFile(context, dockerfile) };
}

/** A text without its n-th line, counted from 1. */
const withoutLine = (text: string, line: number): string => text.split('\n').filter((_, at) => at !== line - 1).join('\n');

/** Bytes of every file and link by path. */
function sizes(root: DirNode): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [path, node] of walk(root)) if (node.type !== 'dir') found.set(path, node.type === 'file' ? contentSize(node.content) : 0);
  return found;
}

function missing(of: ReadonlyMap<string, number>, there: ReadonlyMap<string, number>): Total & { readonly paths: readonly string[] } {
  const entries = [...of].filter(([path]) => !there.has(path));
  return { files: entries.length, bytes: entries.reduce((sum, [, size]) => sum + size, 0), paths: entries.map(([path]) => path) };
}
