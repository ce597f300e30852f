/** The lesson that a new one begins with: small, and right. */
import type { LessonFiles } from '../lesson.ts';

const texts = import.meta.glob<string>('./**/*.{md,yaml}', { query: '?raw', import: 'default', eager: true });

/** What its folder is called until somebody calls it otherwise. */
export const starterSlug = 'my-first-lesson';

/** Its files by their paths in the folder. */
export const starter: LessonFiles = Object.fromEntries(Object.entries(texts).map(([path, text]) => [path.slice(2), text]));
