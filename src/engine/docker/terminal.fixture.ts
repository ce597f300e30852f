/** For tests: a scene in which lines can be typed one after the other. */
import { resolveImage } from '../registry/index.ts';
import type { TerminalEntry } from '../workspace/execute.ts';
import type { Scenario } from '../workspace/scenario.ts';
import { initialState, type State } from '../workspace/state.ts';
import { execute } from './execute.ts';

/** A small project that builds on alpine. */
export const scene: Scenario = {
  slug: 'terminal', title: 'Terminal', about: '', dockerfile: 'Dockerfile', options: {}, begins: Date.UTC(2026, 8, 1, 9),
  files: {
    Dockerfile: { text: 'FROM alpine:3.20\nWORKDIR /app\nCOPY . .\nRUN wc -l notes.txt > count\nCMD ["cat", "count"]\n' },
    'notes.txt': { text: 'one\ntwo\n' },
    'src/main.txt': { text: 'main\n' },
  },
};

/** What came of a typed line. */
export interface Typed {
  /** What was printed, both streams as on a screen. */
  readonly text: string;
  readonly out: string;
  readonly err: string;
  readonly exitCode: number;
  readonly entry: TerminalEntry;
  readonly state: State;
}

/** A prompt, and the state behind it. */
export interface Terminal {
  type(line: string, interrupted?: number): Typed;
  state: State;
}

/** A terminal at the beginning of a scene. */
export function terminal(scenario: Scenario = scene, start?: State): Terminal {
  const self: Terminal = {
    state: start ?? initialState(scenario),
    type(line, interrupted) {
      const before = { ...self.state, now: self.state.now + 1_000 };
      const { state, entry } = execute(before, line, scenario, resolveImage, interrupted);
      self.state = { ...state, terminal: [...state.terminal, entry] };
      const said = (stream?: 1 | 2) => entry.output.filter((one) => stream === undefined || one.stream === stream).map((one) => one.text).join('');
      return { text: said(), out: said(1), err: said(2), exitCode: entry.exitCode, entry, state: self.state };
    },
  };
  return self;
}
