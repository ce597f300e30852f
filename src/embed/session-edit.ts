/** Edits as somebody makes them who only wants to see what they cost, and the files that are worth one. */
import type { BuildRecord } from '#engine/solver/record.ts';
import type { Action } from '#engine/workspace/action.ts';
import type { FileEntry, Snapshot } from '#engine/workspace/snapshot.ts';
import type { Workbench } from '#lib/state/workbench.svelte.ts';
import { contextPaths, takesIn } from '#lib/views/graph/reads.ts';
import { t } from '#messages/index.ts';
import { Refusal } from './session-refusal.ts';

/** How a comment is written, by the ending of a file's name: what stands before it, and after it. */
const comments: readonly (readonly [endings: string, before: string, after?: string])[] = [
  ['go mod work js mjs cjs jsx ts mts cts tsx java kt kts scala c h cc cpp hpp cs rs swift php dart proto gradle groovy jsonc', '// '],
  ['py rb sh bash zsh pl r yaml yml toml conf cfg ini env properties ex exs cmake mk tf txt dockerfile dockerignore gitignore', '# '],
  ['sql lua hs elm', '-- '],
  ['css scss less', '/* ', ' */'],
  ['html htm xml svg md markdown vue svelte csproj sln', '<!-- ', ' -->'],
];

const byEnding: ReadonlyMap<string, readonly [string, string]> = new Map(comments.flatMap(([endings, before, after = '']) => endings.split(' ').map((ending) => [ending, [before, after]] as const)));

/** Files that have no ending and a comment of the second kind. */
const named = /^(?:dockerfile|makefile|gemfile|rakefile|procfile|brewfile|vagrantfile)\b/i;

/** The text with one comment more, which no other edit has given it; where the language has no comments, with one blank line more. */
function commented(path: string, text: string, n: number): string {
  const file = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const [before, after] = byEnding.get(file.slice(file.lastIndexOf('.') + 1)) ?? (named.test(file) ? ['# ', ''] : []);
  const end = text === '' || text.endsWith('\n') ? '' : '\n';
  return before === undefined ? `${text}${end}\n` : `${text}${end}${before}edit ${n}${after ?? ''}\n`;
}

/** The edit of a file that is made for its costs: the one that its scene offers, else a comment; `n` tells it from the others. */
export async function harmlessEdit(bench: Workbench, path: string, n: number): Promise<Action> {
  const entry = bench.snapshot.files.find((file) => file.path === path);
  if (entry?.type !== 'file') throw new Refusal(t('embed.no-file', { path: path.slice(0, 80) }));
  const text = entry.text ? await bench.ask('read', { path, at: 'now' }) : undefined;
  // Bytes that nobody can type: their mode is in the key as well.
  if (text === undefined) return { type: 'chmod', path, mode: entry.mode ^ 0o100 };
  const offered = entry.change === 'none' ? offeredEdit(bench.snapshot, path, text) : undefined;
  return offered ?? { type: 'write', path, text: commented(path, text, n) };
}

/** What the scene itself would do with the file, where it offers that and it was not done yet. */
function offeredEdit({ scenario }: Snapshot, path: string, text: string): Action | undefined {
  return scenario.tries?.map(({ action }) => action).find((action) => action.type === 'write' && action.path === path && action.text !== text);
}

/** Text files worth an edit, best first: those that the scene offers, then one for each row of steps that read the same, then the others. */
export function worthEditing(snapshot: Snapshot, record: BuildRecord | undefined, files: readonly FileEntry[] = snapshot.files): readonly string[] {
  const texts = new Map(files.flatMap((file) => (file.text && !file.ignored ? [[file.path, file] as const] : [])));
  const offered = (snapshot.scenario.tries ?? []).flatMap(({ action }) => ('path' in action && texts.has(action.path) ? [action.path] : []));
  const read = new Map<string, string[]>();
  for (const path of texts.keys()) {
    if (path === snapshot.dockerfile || path.endsWith('.dockerignore')) continue;
    const steps = (record?.steps ?? []).filter((step) => takesIn(contextPaths(step.reads), path)).map(({ id }) => id).join();
    if (steps !== '') read.set(steps, [...(read.get(steps) ?? []), path]);
  }
  const rows = [...read.values()];
  return [...new Set([...offered, ...rows.map(([first]) => first!), ...rows.flat()])];
}
