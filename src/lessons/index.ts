/** The lessons of this folder. Read when the site is built, and by tests: the browser is given what they come to. */
import { lessonCard, readLesson, type Lesson, type LessonCard, type LessonProblem, type ReadLesson } from '#lib/lessons/index.ts';

const texts = import.meta.glob<string>('./*/**/*.{md,yaml,yml}', { query: '?raw', import: 'default', eager: true });

const folders = new Map<string, Record<string, string>>();
for (const [path, text] of Object.entries(texts)) {
  const [, slug = '', ...rest] = path.split('/');
  const files = folders.get(slug) ?? {};
  folders.set(slug, { ...files, [rest.join('/')]: text });
}

/** The names of all lessons, in alphabetical order: one folder each. */
export const lessonSlugs: readonly string[] = [...folders.keys()].sort();

const read = new Map<string, ReadLesson>([...folders].map(([slug, files]) => [slug, readLesson(slug, files)]));

/** The lesson of that name, or undefined where there is none. A broken one rejects with all of its problems, so that no site is built with it. */
export async function loadLesson(slug: string): Promise<Lesson | undefined> {
  const found = read.get(slug);
  if (found && !found.ok) throw new Error(`The lesson ${slug} has problems:\n${found.problems.map((problem) => inLine(slug, problem)).join('\n')}`);
  return found?.lesson;
}

/** As compilers write it, so that editors lead there. */
function inLine(slug: string, { file, line, column, message }: LessonProblem): string {
  return `src/lessons/${slug}/${file}:${String(line)}:${String(column)} ${message}`;
}

/** The cards of all lessons that can be read, in the order of the path. */
export const lessonCards: readonly LessonCard[] = [...read.values()]
  .flatMap((one) => (one.ok ? [lessonCard(one.lesson)] : []))
  .sort((a, b) => a.order - b.order || (a.slug < b.slug ? -1 : 1));
