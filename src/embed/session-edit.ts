/** Edits as somebody makes them who only wants to see what they cost, and the files that are worth one. */
import type { BuildRecord } from '#engine/solver/record.ts';
import type { Action } from '#engine/workspace/action.ts';
import type { FileEntry, Snapshot } from '#engine/workspace/snapshot.ts';
import { contextPaths, takesIn } from '#lib/views/graph/reads.ts';

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
export function commented(path: string, text: string, n: number): string {
  const file = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const [before, after] = byEnding.get(file.slice(file.lastIndexOf('.') + 1)) ?? (named.test(file) ? ['# ', ''] : []);
  const end = text === '' || text.endsWith('\n') ? '' : '\n';
  return before === undefined ? `${text}${end}\n` : `${text}${end}${before}edit ${n}${after ?? ''}\n`;
}

/** What the scene itself would do with the file, where it offers that and it was not done yet. */
export function offeredEdit({ scenario }: Snapshot, path: string, text: string): Action | undefined {
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
