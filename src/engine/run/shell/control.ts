/** How control leaves a command other than by ending: thrown inside the interpreter, never out of it. */

export class Break {
  levels: number;
  readonly again: boolean;
  /** `again` is `continue`. */
  constructor(levels: number, again: boolean) {
    this.levels = levels;
    this.again = again;
  }
}

export class Return {
  readonly status: number;
  constructor(status: number) {
    this.status = status;
  }
}

export class Exit {
  readonly status: number;
  constructor(status: number) {
    this.status = status;
  }
}

/** A failure that ends the shell after its message: expansion errors, errors of special builtins. */
export class Fatal extends Error {
  readonly status: number;
  /** Whether the name of the command stands before the message. */
  readonly builtin: string | undefined;
  constructor(message: string, status = 2, builtin?: string) {
    super(message);
    this.status = status;
    this.builtin = builtin;
  }
}
