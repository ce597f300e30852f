/** The small programs of a JDK: `javac` and `jar` read what they are given; `jlink` writes a runtime; `keytool` adds to a store. */
import { sha256 } from '../../../fs/index.ts';
import { writeDescribed } from '../../system/writing.ts';
import { bytesBelow, digestOf } from '../artifacts.ts';
import { modelled, notSimulated } from '../model.ts';
import type { Tool } from '../tool.ts';

const BASIS = 'Estimated: the start of a JVM and its work on the files that it is given.';

const valueOf = (args: readonly string[], ...names: string[]) => args[args.findIndex((arg) => names.includes(arg)) + 1];

export const javac: Tool = {
  name: 'javac',
  run(process, args) {
    if (args.some((arg) => /^-?-version$/.test(arg))) {
      process.out('javac 21.0.12\n');
      return 0;
    }
    const sources = args.filter((arg) => arg.endsWith('.java'));
    if (sources.length === 0) {
      process.err('error: no source files\n');
      return 2;
    }
    const gone = sources.find((path) => !process.peek(path));
    if (gone !== undefined) {
      process.err(`error: file not found: ${gone}\nUsage: javac <options> <source files>\nuse --help for a list of possible options\n`);
      return 2;
    }
    const to = args.includes('-d') ? valueOf(args, '-d') : undefined;
    for (const path of sources) {
      const name = path.split('/').at(-1)!.replace(/\.java$/, '.class');
      writeDescribed(process, to === undefined ? path.replace(/\.java$/, '.class') : `${to}/${name}`, Math.round(bytesBelow(process, path) * 0.9) + 400, sha256(`class ${digestOf(process, [path])}`));
    }
    modelled(process, 'javac', 900 + sources.length * 40, 0, BASIS);
    return 0;
  },
};

export const jar: Tool = {
  name: 'jar',
  run(process, args) {
    const [mode = '', file] = args;
    const output = /^-?-?c\w*f/.test(mode) ? file : args.find((arg) => arg.startsWith('--file='))?.slice(7);
    if (output === undefined || !/^-?-?c/.test(mode)) return notSimulated(process, 'jar', `jar ${mode}`.trim());
    const at = args.indexOf('-C');
    const inputs = at >= 0 ? [args[at + 1] ?? '.'] : args.slice(2).filter((arg) => arg[0] !== '-');
    const size = inputs.reduce((sum, path) => sum + bytesBelow(process, path), 420);
    writeDescribed(process, output, Math.round(size * 0.6), sha256(`jar ${digestOf(process, inputs)}`));
    modelled(process, 'jar', 500, size, BASIS);
    return 0;
  },
};

export const jlink: Tool = {
  name: 'jlink',
  run(process, args) {
    const output = args.find((arg) => arg.startsWith('--output='))?.slice(9) ?? (args.includes('--output') ? valueOf(args, '--output') : undefined);
    if (output === undefined) {
      process.err('Error: --output must be specified\n');
      return 2;
    }
    if (process.peek(output)) {
      process.err(`Error: directory already exists: ${output}\n`);
      return 1;
    }
    const modules = (args.find((arg) => arg.startsWith('--add-modules='))?.slice(14) ?? valueOf(args, '--add-modules') ?? 'java.base').split(',');
    // java.base alone is about 38 MB stripped and compressed; a further module about 4 MB.
    const size = 38_000_000 + (modules.length - 1) * 4_000_000;
    writeDescribed(process, `${output}/lib/modules`, size, sha256(`jlink ${[...modules].sort().join(',')}`));
    writeDescribed(process, `${output}/bin/java`, 14_000, 'java', 0o755);
    modelled(process, 'jlink', 9000, size, 'Estimated: a runtime of java.base alone is about 38 MB.');
    return 0;
  },
};

export const keytool: Tool = {
  name: 'keytool',
  run(process, args) {
    if (!args.includes('-importcert') && !args.includes('-import')) return notSimulated(process, 'keytool', `keytool ${args[0] ?? ''}`.trim());
    const file = valueOf(args, '-file');
    if (file !== undefined && args.includes('-file') && !process.peek(file)) {
      process.out(`keytool error: java.io.FileNotFoundException: ${file} (No such file or directory)\n`);
      return 1;
    }
    const store = args.includes('-keystore') ? valueOf(args, '-keystore')! : `${process.env.get('JAVA_HOME') ?? '/opt/java/openjdk'}/lib/security/cacerts`;
    const before = process.peek(store) ? digestOf(process, [store]) : '';
    writeDescribed(process, store, 180_000, sha256(`keystore ${before} ${args.includes('-file') ? digestOf(process, [file!]) : ''}`));
    process.err('Certificate was added to keystore\n');
    modelled(process, 'keytool', 700, 180_000, BASIS);
    return 0;
  },
};
