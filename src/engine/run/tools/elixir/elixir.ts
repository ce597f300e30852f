/** `elixir` and `iex`: their version. Programs are not run. */
import { modelled, notSimulated } from '../model.ts';
import type { Tool } from '../tool.ts';
import { banner } from './version.ts';

export const elixir: Tool = {
  name: 'elixir',
  aliases: ['iex'],
  run(process, args) {
    if (!args.some((arg) => arg === '--version' || arg === '-v')) return notSimulated(process, process.name, `${process.name} ${args.join(' ')}`.trim());
    process.out(`${banner(process, process.name === 'iex' ? 'IEx' : 'Elixir')}\n`);
    modelled(process, process.name, 400, 0, 'The start of the virtual machine.');
    return 0;
  },
};
