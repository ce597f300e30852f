/** The worker's answers about pictures: every view is drawn where the whole project is. Loaded with the first question. */
import '#messages/rest.ts';
import type { BuildRecord } from '#engine/solver/record.ts';
import { describe } from '#engine/workspace/describe.ts';
import { currentState, type Workspace } from '#engine/workspace/workspace.ts';
import { within } from '#lib/picture/svg-text.ts';
import { MARGIN } from '#lib/views/foot.ts';
import type { Look } from '#lib/views/graph/standalone.ts';
import { styles } from '#lib/views/graph/styles.ts';
import { pictures, type Judged, type Subject } from '#lib/views/picture.ts';
import { languageOf, speak, t, type LanguageName } from '#messages/index.ts';
import type { BuildRef } from './protocol.ts';

/** What is asked for: a view of a build as it stands alone, in words of a language. */
export interface PictureRequest {
  /** Id of the view. */
  readonly view: string;
  readonly build: BuildRef;
  readonly language: LanguageName;
  readonly theme: Exclude<Look['theme'], 'page'>;
  readonly bare: boolean;
  /** Pixels that it may be wide, with the margin. */
  readonly width: number;
  /** Id of the step that is looked at. */
  readonly selected?: string;
  readonly judged?: Judged;
}

/** SVG text; undefined where the view has nothing to show of the build. */
export async function drawn(workspace: Workspace, { view, build, language, theme, bare, width, selected, judged }: PictureRequest): Promise<string | undefined> {
  speak(await languageOf(language));
  const subject = subjectOf(workspace, build);
  const picture = pictures.find((each) => each.view === view);
  if (!subject || !picture) return undefined;
  const step = subject.record.steps.some(({ id }) => id === selected) ? selected : undefined;
  const svg = picture.draw({ ...subject, ...(step !== undefined && { selected: step }), ...(judged && { judged }) }, { theme, bare, styles, foot: true, width: width - 2 * MARGIN });
  return svg && within(svg, width);
}

function subjectOf(workspace: Workspace, build: BuildRef): Subject | undefined {
  const { scenario, files, builds, prediction } = describe(workspace);
  const records = currentState(workspace).builds.map(({ record }) => record);
  const at = build === 'next' ? records.length : build - 1;
  const record = build === 'next' ? prediction : records[at];
  if (!record) return undefined;
  const before = records[at - 1];
  const edited = build === 'next' ? files.filter(({ change }) => change !== 'none').map(({ path }) => path) : (builds[at]?.edited ?? []);
  return { id: 'layerscope', title: titleOf(scenario.title, record), record, ...(before && { before }), files, edited: new Set(edited), workspace };
}

const titleOf = (scene: string, { predicted, number }: BuildRecord): string => (predicted ? t('picture.of-next', { scene }) : t('picture.of-build', { scene, build: number }));
