/** A lesson's folder → the lesson, or everything that is wrong with it. Pure; no input throws. */
import type { Scenario } from '#engine/workspace/scenario.ts';
import type { Lesson, LessonFiles, ReadLesson } from '../lesson.ts';
import { exercise as exerciseSchema } from '../schema/exercise.ts';
import { frontMatter, type FrontMatter } from '../schema/lesson.ts';
import { questions as questionsSchema } from '../schema/questions.ts';
import { scene as sceneSchema } from '../schema/scene.ts';
import { code, idForm } from '../schema/shape.ts';
import { blocks, type Placed } from './body.ts';
import { exercise } from './exercise.ts';
import { fitted } from './fitted.ts';
import { halves } from './front-matter.ts';
import { placements } from './placements.ts';
import { Problems } from './problems.ts';
import { questions } from './questions.ts';
import { scenario, type SceneName } from './scene.ts';
import { readableFiles } from './text-files.ts';
import { readYaml, type YamlSource } from './yaml-source.ts';

const start = { line: 1, column: 1 };

/** Reads the folder of that name. All problems come at once, sorted by file and line. */
export function readLesson(slug: string, given: LessonFiles): ReadLesson {
  const problems = new Problems();
  const lesson = compile(slug, readableFiles(given, problems), problems);
  return lesson && problems.none ? { ok: true, lesson } : { ok: false, problems: problems.sorted };
}

/** Stands in where the scene cannot be read, so that the rest is read all the same. */
const emptyScene: Scenario = { slug: '', title: '', about: '', files: {}, dockerfile: 'Dockerfile', options: {}, begins: 0 };

/** Pages of the site where a lesson's would be. */
const taken = ['write'];

function compile(slug: string, files: ReadonlyMap<string, string>, problems: Problems): Lesson | undefined {
  if (!idForm.test(slug)) problems.add('lesson.md', start, `the folder’s name is the lesson’s slug: lower-case letters, digits and single hyphens, not ${code(slug)}`);
  if (taken.includes(slug)) problems.add('lesson.md', start, `a lesson cannot be called ${code(slug)}: a page of its own stands there`);
  const text = files.get('lesson.md');
  if (text === undefined && !problems.about('lesson.md')) problems.add('lesson.md', start, 'there is no lesson.md: it holds the front matter and the text');
  const { front, placed } = page(text, problems);
  const name: SceneName = { slug: `learn/${slug}`, title: front?.title ?? slug, about: front?.summary ?? '' };

  const sceneSource = yamlFile('scene.yaml', files, problems);
  if (!files.has('scene.yaml') && !problems.about('scene.yaml')) problems.add('scene.yaml', start, 'there is no scene.yaml: it holds the project that the lesson is about');
  const scene = sceneSource && within('scene.yaml', problems, () => {
    const read = fitted(sceneSchema, sceneSource);
    return read && scenario(read, [], sceneSource, name);
  });

  const lessonScene = scene ?? emptyScene;
  const questionSource = yamlFile('questions.yaml', files, problems);
  const asked = questionSource && within('questions.yaml', problems, () => {
    const read = fitted(questionsSchema, questionSource);
    return read && questions(read, { source: questionSource, name, lessonScene });
  });

  const paths = [...files.keys()].filter((path) => path.startsWith('exercises/')).sort();
  if (paths.length === 0) problems.add('exercises', start, 'a lesson has one exercise at least: exercises/a-first.yaml');
  const exercises = paths.flatMap((path) => {
    const source = yamlFile(path, files, problems);
    const id = path.slice('exercises/'.length, -'.yaml'.length);
    if (!idForm.test(id)) problems.add(path, start, 'the file’s name is the exercise’s id: lower-case letters, digits and single hyphens');
    return (source && within(path, problems, () => {
      const read = fitted(exerciseSchema, source);
      return read && exercise(id, read, source, name, lessonScene);
    })) ?? [];
  });

  const ids = { predict: asked?.predictions.map(({ id }) => id), quiz: asked?.quizzes.map(({ id }) => id), exercise: paths.map((path) => path.slice('exercises/'.length, -'.yaml'.length)) };
  const questionless = !files.has('questions.yaml') && !problems.about('questions.yaml');
  placements(placed, questionless ? { ...ids, predict: [], quiz: [] } : ids, problems);
  if (!front || !scene) return undefined;
  return { slug, ...front, needs: front.needs ?? [], scene, blocks: placed.map(({ block }) => block), exercises, predictions: asked?.predictions ?? [], quizzes: asked?.quizzes ?? [] };
}

/** The front matter and the blocks of lesson.md, their places in the file. */
function page(text: string | undefined, problems: Problems): { readonly front?: FrontMatter; readonly placed: readonly Placed[] } {
  if (text === undefined) return { placed: [] };
  const file = 'lesson.md';
  const parts = halves(text);
  if (!parts) problems.add(file, start, 'a lesson begins with front matter: a line `---`, `title: …` and the other keys, a line `---`');
  const source = parts && readYaml(file, parts.yaml, problems, 2);
  const front = source && fitted(frontMatter, source);
  const firstLine = (parts?.bodyLine ?? 1) - 1;
  const placed = within(file, problems, () => blocks(parts?.body ?? text, ({ line, column }, message) => problems.add(file, { line: line + firstLine, column }, message))) ?? [];
  if (placed.length === 0) problems.add(file, { line: firstLine + 1, column: 1 }, 'there is no text below the front matter');
  return { ...(front && { front }), placed: placed.map(({ block, place }) => ({ block, place: { line: place.line + firstLine, column: place.column } })) };
}

function yamlFile(path: string, files: ReadonlyMap<string, string>, problems: Problems): YamlSource | undefined {
  const text = files.get(path);
  return text === undefined ? undefined : readYaml(path, text, problems);
}

/** What a file comes to. Markdown that is nested deeper than the stack is told as a problem of its file. */
function within<T>(file: string, problems: Problems, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    problems.add(file, start, 'this text is nested too deeply to be read');
    return undefined;
  }
}

