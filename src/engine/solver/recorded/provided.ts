/** The reader of real builds, at once: how the engine has it outside a page. */
import { recordedReader } from './part.ts';
import { readRecorded } from './read-recorded.ts';

recordedReader.provide(readRecorded);
