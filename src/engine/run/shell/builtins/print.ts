import { echoText } from '../../tools/echo.ts';
import { formatPrint } from '../../tools/printf.ts';
import { appletComplaint, complaint } from '../message.ts';
import type { Builtin } from './builtin.ts';

/** dash always reads backslashes; ash and bash with `-e`. */
export const echo: Builtin = (shell, args) => {
  const { state } = shell;
  state.process.out(echoText(args, state.dialect === 'dash' ? 'dash' : 'bash'));
  return 0;
};

export const printf: Builtin = (shell, args) => {
  const { state } = shell;
  if (args.length === 0 || (args.length === 1 && args[0] === '--')) {
    if (state.dialect === 'dash') complaint(state, 'usage: printf format [arg ...]', 'printf');
    else appletComplaint(state, 'usage: printf FORMAT [ARGUMENT...]', 'printf');
    return 2;
  }
  const result = formatPrint(args[0] === '--' ? args.slice(1) : args, state.dialect);
  state.process.out(result.text);
  for (const error of result.errors) appletComplaint(state, error, 'printf');
  if (result.wrongFormat && state.dialect === 'dash') return 2;
  return result.errors.length > 0 ? 1 : 0;
};
