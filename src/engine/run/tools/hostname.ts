import type { Tool } from './tool.ts';

export const hostname: Tool = {
  name: 'hostname',
  run(process, args) {
    if (args.some((arg) => arg[0] !== '-')) return process.fail(process.userland === 'gnu' ? 'you must be root to change the host name' : 'sethostname: Operation not permitted');
    process.out(args.includes('-i') ? '127.0.0.1\n' : `${process.machine.hostname}\n`);
    return 0;
  },
};
