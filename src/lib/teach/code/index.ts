/** Result codes: a learner's result of a lesson as a short text without a name, and back. */
export { byIds, type ResolvedCode } from './by-ids.ts';
export { findCodes, type FoundCode, type MarkedResult, type ReadCode } from './decode.ts';
export { encodeResult } from './encode.ts';
export { resultOf } from './from-progress.ts';
export { mergeResults } from './merge-results.ts';
export { most, type ExerciseIds, type ExerciseResult, type LessonIds, type LessonResult, type QuestionResult } from './result.ts';
