/** Which files of a folder are a lesson's, and whether they are texts that can be read. */
import type { LessonFiles } from '../lesson.ts';
import { code } from '../schema/shape.ts';
import { noSuch } from './unique.ts';
import { placeIn, type Problems } from './problems.ts';

/** Characters of one file: a lesson is read by people. */
export const mostCharacters = 100_000;

const known = ['lesson.md', 'scene.yaml', 'questions.yaml'];

/** The files that are read on, line ends made plain; what is wrong with the others is said. */
export function readableFiles(given: LessonFiles, problems: Problems): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const [path, raw] of Object.entries(given)) {
    const trouble = misplaced(path) ?? unreadable(raw);
    if (trouble === undefined) files.set(path, raw.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n'));
    else problems.add(path, typeof trouble === 'string' ? { line: 1, column: 1 } : placeIn(raw, trouble.offset), typeof trouble === 'string' ? trouble : trouble.message);
  }
  return files;
}

function misplaced(path: string): string | undefined {
  if (known.includes(path) || /^exercises\/[^/]+\.yaml$/.test(path)) return undefined;
  if (/\.yml$/.test(path)) return 'files of a lesson end in `.yaml`';
  if (/^exercises?\//.test(path)) return 'exercises are `exercises/<id>.yaml`';
  return `${noSuch('file of a lesson', path, known)}; exercises are \`exercises/<id>.yaml\``;
}

function unreadable(text: string): string | { readonly offset: number; readonly message: string } | undefined {
  if (text.length > mostCharacters) return `this file has ${text.length.toLocaleString('en')} characters; a file of a lesson has ${mostCharacters.toLocaleString('en')} at most`;
  const odd = text.search(/[\0\uFFFD]/);
  if (odd < 0) return undefined;
  return { offset: odd, message: text[odd] === '\0' ? 'this is a binary file; a lesson is made of texts' : `this is no UTF-8 text: ${code(text.slice(Math.max(0, odd - 20), odd + 1))}` };
}
