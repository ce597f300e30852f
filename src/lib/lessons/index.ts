/** Lessons: reading a folder of one, and what it comes to. Heavy (Markdown and YAML): for the build, tests and the authoring page. */
export type { Block, CheatRow, Html, Lesson, LessonCard, LessonFiles, LessonProblem, Level, Prediction, Quiz, ReadLesson } from './lesson.ts';
export { readLesson } from './read/read-lesson.ts';
export { lessonCard } from './lesson-card.ts';
