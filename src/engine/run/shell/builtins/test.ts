import { evaluateTest } from '../../tools/test.ts';
import { appletComplaint } from '../message.ts';
import type { Builtin } from './builtin.ts';

/** `test`, `[` and, in ash, `[[`. */
export const test: Builtin = (shell, args, name) => {
  const { state } = shell;
  let words = args;
  if (name !== 'test') {
    const close = name === '[' ? ']' : ']]';
    if (args.at(-1) !== close) {
      appletComplaint(state, state.dialect === 'bash' ? `missing \`${close}'` : `missing ${close}`, name);
      return 2;
    }
    words = args.slice(0, -1);
  }
  const result = evaluateTest(state.process, words, state.dialect);
  if (typeof result === 'boolean') return result ? 0 : 1;
  appletComplaint(state, result.error, name);
  return 2;
};
