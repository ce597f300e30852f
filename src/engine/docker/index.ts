/** The simulated command line: a shell, docker, and what Tab offers. */
export { complete, type Completion } from './complete.ts';
export { execute } from './execute.ts';
