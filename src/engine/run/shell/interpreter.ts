/** Runs a script: commands, lists, pipelines, compound commands, functions. Pipelines run their stages one after the other. */
import { SystemFault } from '../system/errno.ts';
import { LimitReached, StageCut } from '../system/limits.ts';
import { Capture, NOTHING, PipeFull, TextStream } from '../system/stream.ts';
import type { Stream } from '../system/stream.ts';
import type { Command, Script, SimpleCommand } from './ast.ts';
import { builtin, isSpecial } from './builtins/index.ts';
import { evaluateCondition } from './condition.ts';
import { Break, Exit, Fatal, Return } from './control.ts';
import { SyntaxFault, syntaxMessage } from './dialect.ts';
import { evaluateFor, expandFields, expandPattern, expandText, expandWords, matchesPattern } from './expand.ts';
import type { Host } from './expand.ts';
import { appletComplaint, complaint } from './message.ts';
import { Parser } from './parser.ts';
import { applyRedirects } from './redirect.ts';
import { runProgram } from './search.ts';
import type { ShellState, Variable } from './state.ts';
import { traceLine } from './trace.ts';

/** What a pipe holds when its reader has not begun. */
const PIPE_ROOM = 8 << 20;
/** Exit code of a process that SIGPIPE ended. */
const SIGPIPE = 141;

export class Interpreter implements Host {
  readonly state: ShellState;
  /** Exit code of the last command substitution: that of an assignment alone. */
  substituted: number | undefined;

  constructor(state: ShellState) {
    this.state = state;
  }

  /** Runs a whole script as a shell of its own: ends with the EXIT trap and gives the exit code. */
  main(source: string): number {
    return this.#toEnd(() => this.source(source));
  }

  /** Runs a text in this shell, line by line: `.`, `eval`, a script. */
  source(source: string, line = 1, from?: string): number {
    const { state } = this;
    let parser: Parser | undefined;
    try {
      return state.process.limits.nested(() => {
        parser = Parser.of(source, state.dialect, line);
        let status = 0;
        for (let script = parser.next(); script; script = parser.next()) {
          status = this.run(script);
          if (state.options.n) return status;
        }
        return status;
      });
    } catch (fault) {
      if (!(fault instanceof SyntaxFault)) throw fault;
      state.line = fault.line;
      throw new Fatal(syntaxMessage(fault, state.dialect), 2, from);
    }
  }

  /** Runs `body` in a shell that ends with it. */
  #toEnd(body: () => number): number {
    const { state } = this;
    const guarded = (run: () => number): number => {
      try {
        return run();
      } catch (thrown) {
        if (thrown instanceof Exit) return thrown.status;
        if (thrown instanceof Return) return thrown.status;
        if (thrown instanceof Break) return 0;
        if (!(thrown instanceof Fatal)) throw thrown;
        complaint(state, thrown.message, thrown.builtin);
        return state.dialect === 'bash' && thrown.status === 2 && !thrown.message.startsWith('syntax') ? 1 : thrown.status;
      }
    };
    state.status = guarded(body);
    const action = state.traps.get('EXIT');
    if (!action) return state.status;
    state.traps.delete('EXIT');
    const status = state.status;
    let ended = false;
    const after = guarded(() => {
      try {
        this.source(action);
      } catch (thrown) {
        ended = thrown instanceof Exit;
        throw thrown;
      }
      return status;
    });
    return ended ? after : status;
  }

  run(script: Script): number {
    const { state } = this;
    for (const { command, background } of script.items) {
      state.status = background ? this.#background(command) : this.execute(command);
    }
    return state.status;
  }

  /** Runs a command and gives its exit code, which is also put into `$?`. */
  execute(command: Command): number {
    const { state } = this;
    state.process.limits.step();
    state.status = this.#dispatch(command);
    return state.status;
  }

  #dispatch(command: Command): number {
    const { state } = this;
    switch (command.kind) {
      case 'script':
        return this.run(command);
      case 'simple':
        return this.#checked(this.#simple(command));
      case 'pipeline':
        return this.#pipeline(command);
      case 'and':
      case 'or': {
        const left = this.#tested(() => this.execute(command.left));
        if ((left === 0) !== (command.kind === 'and')) return left;
        return this.execute(command.right);
      }
      case 'if': {
        if (this.#tested(() => this.run(command.condition)) === 0) return this.run(command.then);
        return command.otherwise ? this.execute(command.otherwise) : 0;
      }
      case 'while':
      case 'until':
        return this.#loop(() => (this.#tested(() => this.run(command.condition)) === 0) === (command.kind === 'while'), command.body);
      case 'for': {
        state.line = command.line;
        const values = command.words ? expandWords(this, command.words) : [...state.parameters];
        return this.#loop(() => {
          const value = values.shift();
          if (value === undefined) return false;
          this.assign(command.name, value);
          return true;
        }, command.body);
      }
      case 'case':
        return this.#case(command);
      case 'function':
        state.functions.set(command.name, command.body);
        return 0;
      case 'subshell':
        return this.#checked(this.subshell((inner) => inner.run(command.body)));
      case 'group':
        return this.run(command.body);
      case 'condition':
        state.line = command.line;
        return this.#checked(evaluateCondition(this, command.words));
      case 'calculation':
        state.line = command.line;
        return this.#checked(evaluateFor(state, expandText(this, command.expression)) === 0n ? 1 : 0);
      case 'redirected':
        return this.#redirected(command);
    }
  }

  /** Ends the shell where a command failed under `set -e` and nothing tests it. */
  #checked(status: number): number {
    const { state } = this;
    if (status !== 0 && state.options.e && state.tested === 0) throw new Exit(status);
    return status;
  }

  #tested(run: () => number): number {
    this.state.tested++;
    try {
      return run();
    } finally {
      this.state.tested--;
    }
  }

  #background(command: Command): number {
    const { state } = this;
    const status = this.subshell((inner) => {
      inner.state.process.fds.set(0, NOTHING);
      state.background = inner.state.process.id;
      return inner.execute(command);
    });
    state.jobs.set(state.background ?? 0, status);
    return 0;
  }

  /** Runs `body` in a copy of this shell. */
  subshell(body: (inner: Interpreter) => number): number {
    const inner = new Interpreter(this.state.fork());
    return this.state.process.limits.nested(() => inner.#toEnd(() => body(inner)));
  }

  substitute(script: Script): string {
    const capture = new Capture(this.state.process.limits);
    this.substituted = this.subshell((inner) => {
      inner.state.process.fds.set(1, capture);
      return inner.run(script);
    });
    return capture.text.replaceAll('\0', '').replace(/\n+$/, '');
  }

  #pipeline(command: Extract<Command, { kind: 'pipeline' }>): number {
    const { state } = this;
    const { commands, negated } = command;
    if (negated) return this.#tested(() => this.#stages(commands)) === 0 ? 1 : 0;
    const status = this.#stages(commands);
    return commands.length > 1 ? this.#checked(status) : state.status;
  }

  #stages(commands: readonly Command[]): number {
    const { state } = this;
    if (commands.length === 1) return this.execute(commands[0]!);
    const { limits } = state.process;
    let input: Stream | undefined;
    let status = 0;
    let failed = 0;
    commands.forEach((command, i) => {
      const last = i === commands.length - 1;
      const pipe = last ? undefined : new Capture(limits, PIPE_ROOM);
      let cut = false;
      const stage = () =>
        this.subshell((inner) => {
          const { fds } = inner.state.process;
          if (input) fds.set(0, input);
          if (pipe) fds.set(1, pipe);
          return inner.execute(command);
        });
      try {
        status = last ? stage() : limits.shared(stage);
      } catch (thrown) {
        if (!(thrown instanceof PipeFull && pipe?.cut) && !(thrown instanceof StageCut)) throw thrown;
        status = SIGPIPE;
        cut = true;
      }
      if (status !== 0) failed = status;
      if (pipe) input = new TextStream(pipe.text, cut ? endOfCut : undefined);
    });
    return state.options.pipefail && status === 0 ? failed : status;
  }

  #loop(condition: () => boolean, body: Script): number {
    const { state } = this;
    let status = 0;
    state.loops++;
    try {
      for (;;) {
        state.process.limits.step();
        try {
          if (!condition()) return status;
          status = this.run(body);
        } catch (thrown) {
          if (!(thrown instanceof Break)) throw thrown;
          status = 0;
          if (thrown.levels > 1 && state.loops > 1) {
            thrown.levels--;
            throw thrown;
          }
          if (!thrown.again) return 0;
        }
      }
    } finally {
      state.loops--;
    }
  }

  #case(command: Extract<Command, { kind: 'case' }>): number {
    this.state.line = command.line;
    const subject = expandText(this, command.subject);
    let status = 0;
    let through = false;
    for (const item of command.items) {
      if (!through && !item.patterns.some((pattern) => matchesPattern(expandPattern(this, pattern), subject))) continue;
      status = item.body.items.length > 0 ? this.run(item.body) : 0;
      through = item.through;
      if (!through) return status;
    }
    return status;
  }

  #redirected(command: Extract<Command, { kind: 'redirected' }>): number {
    const { process } = this.state;
    const saved = process.fds;
    process.fds = new Map(saved);
    try {
      const failure = applyRedirects(this, command.redirects);
      if (failure !== undefined) return this.#checked(failure);
      return this.execute(command.command);
    } finally {
      process.fds = saved;
    }
  }

  /** Sets a variable; a read-only one ends the shell. */
  assign(name: string, value: string, exported = false): void {
    const { state } = this;
    if (state.set(name, value, exported)) return;
    throw new Fatal(state.dialect === 'bash' ? `${name}: readonly variable` : `${name}: is read only`, state.dialect === 'bash' ? 1 : 2);
  }

  #simple(command: SimpleCommand): number {
    const { state } = this;
    state.line = command.line;
    this.substituted = undefined;
    const argv = this.#words(command);
    if (argv.length === 0) return this.#assignments(command);
    const name = argv[0]!;
    const body = state.functions.get(name);
    const run = builtin(name, state.dialect);
    const special = !body && run !== undefined && isSpecial(name);
    const { process } = state;
    let saved = process.fds;
    process.fds = new Map(saved);
    const before = process.command;
    try {
      const assignments = command.assignments.map(({ name: key, append, value }): [string, string] => {
        const text = expandText(this, value, true);
        return [key, append ? (state.get(key) ?? '') + text : text];
      });
      if (state.options.x) traceLine(state, argv, assignments, saved);
      const failure = applyRedirects(this, command.redirects, special);
      if (failure !== undefined) return failure;
      process.command = argv.join(' ');
      if (special) {
        for (const [key, value] of assignments) this.assign(key, value);
        const status = this.#guard(() => run(this, argv.slice(1), name), name);
        if (name === 'exec' && argv.length === 1) saved = process.fds;
        return status;
      }
      return this.#withVariables(assignments, () => {
        if (body) return this.call(body, argv.slice(1));
        if (run) return this.#guard(() => run(this, argv.slice(1), name), name);
        return runProgram(state, argv);
      });
    } finally {
      process.fds = saved;
      process.command = before;
    }
  }

  /** Words of the command; those of `export` and its like are assignments where they look so. */
  #words(command: SimpleCommand): string[] {
    const [first, ...rest] = command.words;
    if (!first) return [];
    const start = expandFields(this, first);
    if (start.length !== 1 || !['export', 'readonly', 'local', 'declare', 'typeset'].includes(start[0]!)) return [...start, ...expandWords(this, rest)];
    const words = rest.flatMap((word) => {
      const [part] = word;
      const assigns = part?.kind === 'text' && !part.quoted && /^[A-Za-z_]\w*=/.test(part.text);
      return assigns ? [expandText(this, word, true)] : expandFields(this, word);
    });
    return [...start, ...words];
  }

  /** Assignments and redirections without a command: the exit code is that of the last command substitution. */
  #assignments(command: SimpleCommand): number {
    const { state } = this;
    const { process } = state;
    const assignments: [string, string][] = [];
    for (const assignment of command.assignments) {
      const text = expandText(this, assignment.value, true);
      const value = assignment.append ? (state.get(assignment.name) ?? '') + text : text;
      this.assign(assignment.name, value);
      assignments.push([assignment.name, value]);
    }
    if (state.options.x && assignments.length > 0) traceLine(state, [], assignments, process.fds);
    const saved = process.fds;
    process.fds = new Map(saved);
    try {
      const failure = applyRedirects(this, command.redirects);
      if (failure !== undefined) return failure;
    } finally {
      process.fds = saved;
    }
    return this.substituted ?? 0;
  }

  /** Runs a function body with its own positional parameters. */
  call(body: Command, parameters: readonly string[]): number {
    const { state } = this;
    const { parameters: before, loops } = state;
    state.parameters = parameters;
    state.loops = 0;
    state.functionDepth++;
    state.locals.push(new Map());
    try {
      return state.process.limits.nested(() => this.execute(body));
    } catch (thrown) {
      if (thrown instanceof Return) return thrown.status;
      throw thrown;
    } finally {
      for (const [name, variable] of state.locals.pop() ?? []) state.restore(name, variable);
      state.functionDepth--;
      state.loops = loops;
      state.parameters = before;
    }
  }

  /** Runs `body` with variables that are exported and put back afterwards. */
  #withVariables(assignments: readonly [string, string][], body: () => number): number {
    const { state } = this;
    const saved = new Map<string, Variable | undefined>();
    for (const [name, value] of assignments) {
      if (!saved.has(name)) saved.set(name, state.variables.get(name));
      this.assign(name, value, true);
    }
    try {
      return body();
    } finally {
      for (const [name, variable] of saved) state.restore(name, variable);
    }
  }

  /** A builtin that writes where it cannot fails with the system's words. */
  #guard(run: () => number, name: string): number {
    try {
      return run();
    } catch (thrown) {
      if (!(thrown instanceof SystemFault)) throw thrown;
      if (this.state.dialect === 'dash') complaint(this.state, `${name}: I/O error`, name);
      else appletComplaint(this.state, `write error: ${thrown.message}`, name);
      return 1;
    }
  }
}

function endOfCut(): never {
  throw new LimitReached('the command was stopped: more goes through a pipe than is simulated');
}
