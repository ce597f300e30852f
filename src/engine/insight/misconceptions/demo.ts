/** Demonstrations in few words: a small project, a build, edits, and the build that shows it. */
import type { BuildOptions } from '../../graph/plan.ts';
import type { DemoAction, DemoFile } from './misconception.ts';

/** The scene that demonstrations happen in where they need nothing of another. */
export const plainScene = 'go-two-stages';

/** A file of a demonstration: its text, or what else it is. */
type Given = string | Omit<DemoFile, 'path'>;

/** Opens a project of these files, by path; its builds begin with an empty cache. */
export function project(name: string, files: Readonly<Record<string, Given>>): DemoAction {
  return { type: 'import', name, files: Object.entries(files).map(([path, given]) => ({ path, ...(typeof given === 'string' ? { text: given } : given) })) };
}

export const build: DemoAction = { type: 'build' };

export const write = (path: string, text: string): DemoAction => ({ type: 'write', path, text });

export const dockerfile = (...lines: readonly string[]): string => `${lines.join('\n')}\n`;

/** A project, its first build, and the same after these actions. */
export function twoBuilds(name: string, files: Readonly<Record<string, Given>>, edits: readonly DemoAction[], options?: BuildOptions): readonly DemoAction[] {
  return [project(name, files), ...(options ? [{ type: 'options', options } as const] : []), build, ...edits, build];
}

/** Two builds of which the second has another Dockerfile. */
export function twoDockerfiles(name: string, before: string, after: string, files: Readonly<Record<string, Given>> = {}): readonly DemoAction[] {
  return twoBuilds(name, { Dockerfile: before, ...files }, [write('Dockerfile', after)]);
}
