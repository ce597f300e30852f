/** A gallery scene in one of its two versions, and its series of edits as actions. */
import type { Action } from './action.ts';
import type { Scenario, ScenarioFile, SeriesEdit } from './scenario.ts';

/** Which of the two Dockerfiles. */
export type VersionName = 'bad' | 'good';

/** The scene as that version has it: its files laid over the shared ones. A scene without versions is the same in both. */
export function inVersion(scenario: Scenario, name: VersionName): Scenario {
  const version = scenario.versions?.[name];
  if (!version) return scenario;
  const files: Record<string, ScenarioFile> = { ...scenario.files };
  for (const [path, file] of Object.entries(version.files)) {
    if (file) files[path] = file;
    else delete files[path];
  }
  return { ...scenario, files, options: version.options ?? scenario.options };
}

/** The actions of an edit as the `n`-th commit: `{n}` in written texts is its number, so that every commit changes something. */
export function commitActions(edit: SeriesEdit, n: number): readonly Action[] {
  return edit.actions.map((action) => (action.type === 'write' ? { ...action, text: action.text.replaceAll('{n}', String(n)) } : action));
}
