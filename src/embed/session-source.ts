/** What an embed is told to show → where its engine begins. What cannot be shown is refused with a sentence; nothing in it is run. */
import { emptyLog, type Log } from '#engine/workspace/log.ts';
import type { Scenario } from '#engine/workspace/scenario.ts';
import { t, type MessageId } from '#messages/index.ts';
import type { LinkProblem } from '#lib/share/scene-link.ts';
import { Refusal } from './session-refusal.ts';
import type { Source, SourceFile } from './vocabulary.ts';

export interface Beginning {
  readonly log: Log;
  /** Where the log starts; absent where the engine knows the scene by its name. */
  readonly scenario?: Scenario;
  /** What a link was looking at. */
  readonly look?: { readonly step?: string; readonly file?: string; readonly build?: number };
  /** Context paths that nobody gave and the Dockerfile reads. */
  readonly invented?: readonly string[];
  /** Paths of files that are no paths in a context: left out. */
  readonly leftOut?: readonly string[];
}

/** Bounds on what a page gives as files. */
export const mostFiles = 500;
export const mostCharacters = 2_000_000;

const name = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const linkProblems = {
  'no-link': 'embed.link-none',
  newer: 'embed.link-newer',
  'too-long': 'embed.link-too-long',
  broken: 'embed.link-broken',
  'not-a-scene': 'embed.link-no-scene',
} as const satisfies Record<LinkProblem, MessageId>;

/** Rejects with a `Refusal`. */
export async function beginningOf(source: Source): Promise<Beginning> {
  switch (source.kind) {
    case 'scene':
      if (!isName(source.scene)) throw unknownScene(source.scene);
      return { log: emptyLog(source.scene) };
    case 'lesson': {
      const scenario = await lessonScene(source.lesson);
      return { log: emptyLog(scenario.slug), scenario };
    }
    case 'link':
      return fromLink(String(source.link));
    case 'files':
      return fromFiles(source.files, source.scene);
    default:
      throw new Refusal(t('embed.no-source'));
  }
}

/** That a scene of this name is nowhere. */
export const unknownScene = (scene: unknown): Refusal => new Refusal(t('embed.unknown-scene', { name: short(scene) }));

const isName = (value: unknown): value is string => typeof value === 'string' && name.test(value);

/** As much of what somebody wrote as a sentence can hold. */
const short = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 80) : typeof value);

async function lessonScene(lesson: unknown): Promise<Scenario> {
  const scene = isName(lesson) ? await (await import('./session-lesson.ts')).lessonScene(lesson) : undefined;
  if (!scene) throw new Refusal(t('embed.unknown-lesson', { name: short(lesson) }));
  return scene;
}

async function fromLink(link: string): Promise<Beginning> {
  const { readLink, sharedLog } = await import('#lib/share/scene-link.ts');
  const read = readLink(link.slice(Math.max(0, link.indexOf('#'))));
  if (!read.ok) throw new Refusal(t(linkProblems[read.problem], { place: read.place ?? 'none' }));
  const { scene } = read;
  const [folder, lesson, ...deeper] = scene.scenario.split('/');
  if (lesson !== undefined && (folder !== 'learn' || deeper.length > 0)) throw unknownScene(scene.scenario);
  return {
    log: sharedLog(scene),
    ...(lesson !== undefined && { scenario: await lessonScene(lesson) }),
    look: { ...(scene.step !== undefined && { step: scene.step }), ...(scene.file !== undefined && { file: scene.file }), ...(scene.build !== undefined && { build: scene.build }) },
  };
}

async function fromFiles(given: readonly SourceFile[], scene: string | undefined): Promise<Beginning> {
  if (!Array.isArray(given) || !given.every((file: Partial<SourceFile> | undefined) => typeof file?.path === 'string' && typeof file.text === 'string')) throw new Refusal(t('embed.no-source'));
  const files = given as readonly SourceFile[];
  if (files.length > mostFiles) throw new Refusal(t('embed.too-many-files', { n: files.length, most: mostFiles }));
  const characters = files.reduce((sum, { text }) => sum + text.length, 0);
  if (characters > mostCharacters) throw new Refusal(t('embed.too-much-text', { n: characters, most: mostCharacters }));
  const [{ scenarioOf }, { pathProblem }, base] = await Promise.all([import('#engine/workspace/made-up/made-up.ts'), import('#engine/workspace/path.ts'), baseOf(scene)]);
  const paths = files.map(({ path }) => path.replace(/^\.\//, ''));
  const fine = files.flatMap(({ text }, at) => (pathProblem(paths[at]!) ? [] : [{ path: paths[at]!, text }]));
  const { scenario, invented } = scenarioOf(fine, base);
  if (!Object.hasOwn(scenario.files, scenario.dockerfile)) throw new Refusal(t('embed.no-dockerfile'));
  return { log: emptyLog(scenario.slug), scenario, invented, leftOut: paths.filter((path) => pathProblem(path)) };
}

async function baseOf(scene: string | undefined): Promise<Scenario | undefined> {
  if (scene === undefined) return undefined;
  const { loadScenario } = await import('#scenarios/index.ts');
  const found = isName(scene) ? await loadScenario(scene) : undefined;
  if (!found) throw unknownScene(scene);
  return found;
}
