import type { Interpreter } from '../interpreter.ts';

/** A command that the shell runs itself: arguments without the name → exit code. `name` is what it was called by. */
export type Builtin = (shell: Interpreter, args: readonly string[], name: string) => number;
