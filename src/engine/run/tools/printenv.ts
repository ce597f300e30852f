import type { Tool } from './tool.ts';

export const printenv: Tool = {
  name: 'printenv',
  run(process, args) {
    const names = args.filter((arg) => arg[0] !== '-');
    if (names.length === 0) for (const [name, value] of process.env) process.out(`${name}=${value}\n`);
    let status = 0;
    for (const name of names) {
      const value = process.env.get(name);
      if (value === undefined) status = 1;
      else process.out(`${value}\n`);
    }
    return status;
  },
};
