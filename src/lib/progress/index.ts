/** What a reader has done: the document, its XP, and the store that keeps it in the browser (in `store.svelte.ts`, loaded where it is used). */
export { emptyExercise, emptyLesson, emptyProgress, noteLimit, type ExerciseProgress, type LessonProgress, type Notes, type Progress, type QuestionProgress } from './progress.ts';
export { earns, lessonXp, levelOf, totalXp, xpPerLevel, type LessonXp, type LevelStanding } from './xp.ts';
export { courseStanding, lessonStanding, nextUp, type CourseStanding, type LessonStanding, type Next } from './standing.ts';
export { dueBeliefs } from './due.ts';
export { beliefScores, type BeliefScore } from './tally.ts';
export { noteText } from './notes.ts';
