/**
 * `protoc` with `protoc-gen-go` and `protoc-gen-go-grpc`: reads the `.proto` files that it is given, and writes Go files with
 * the package, the imports and the names of the messages; what else is in the real ones is left out. Takes 40 ms a file,
 * estimated. Other languages are not simulated.
 */
import { sha256 } from '../../../fs/index.ts';
import { searchPath } from '../../shell/search.ts';
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';
import { makeDirectories } from '../../system/writing.ts';
import { modelled, notSimulated } from '../model.ts';
import type { Tool } from '../tool.ts';

const TIME = 40;
const IMPORTS: Readonly<Record<string, readonly string[]>> = {
  'go': ['google.golang.org/protobuf/reflect/protoreflect', 'google.golang.org/protobuf/runtime/protoimpl', 'reflect', 'sync'],
  'go-grpc': ['context', 'google.golang.org/grpc', 'google.golang.org/grpc/codes', 'google.golang.org/grpc/status'],
};

interface Source {
  /** Path below the directory that it was found in. */
  readonly name: string;
  readonly text: string;
}

export const protoc: Tool = {
  name: 'protoc',
  run(process, args) {
    if (args.includes('--version')) {
      process.out('libprotoc 29.3\n');
      return 0;
    }
    const files = args.filter((arg, i) => !arg.startsWith('-') && !/^(-I|--proto_path)$/.test(args[i - 1] ?? ''));
    if (files.length === 0) {
      process.err('Missing input file.\n');
      return 1;
    }
    const roots = args.flatMap((arg, i) => {
      const attached = /^(?:-I|--proto_path=?)(.*)$/.exec(arg)?.[1];
      return attached === undefined ? [] : [(attached || args[i + 1] || '.').replace(/(?<=.)\/$/, '')];
    });
    const outputs = args.flatMap((arg) => {
      const match = /^--([\w-]+)_out=(?:[^:]*:)?(.*)$/.exec(arg);
      return match ? [{ language: match[1]!, dir: match[2]! }] : [];
    });
    if (outputs.length === 0) {
      process.err('Missing output directives.\n');
      return 1;
    }
    const sources: Source[] = [];
    for (const file of files) {
      const source = readSource(process, file, roots.length > 0 ? roots : ['.']);
      if (!source) {
        process.err(`Could not make proto path relative: ${file}: No such file or directory\n`);
        return 1;
      }
      sources.push(source);
    }
    for (const { language, dir } of outputs) {
      if (!(language in IMPORTS)) return notSimulated(process, 'protoc', `protoc --${language}_out`);
      const plugin = `protoc-gen-${language}`;
      if (!('path' in searchPath(process, plugin))) {
        process.err(`${plugin}: program not found or is not executable\nPlease specify a program using absolute path or make sure the program is available in your PATH system variable\n--${language}_out: ${plugin}: Plugin failed with status code 1.\n`);
        return 1;
      }
      if (process.peek(dir)?.type !== 'dir') {
        process.err(`${dir}/: No such file or directory\n`);
        return 1;
      }
      for (const source of sources) {
        const failed = write(process, source, { language, dir, relative: args.includes(`--${language}_opt=paths=source_relative`) });
        if (failed !== undefined) return failed;
      }
    }
    modelled(process, 'protoc', TIME * sources.length * outputs.length, 0, 'Estimated: 40 ms a file. Of the Go code, package, imports and names are real.');
    return 0;
  },
};

function readSource(process: Process, file: string, roots: readonly string[]): Source | undefined {
  for (const root of roots) {
    const below = root === '.' ? file.replace(/^\.\//, '') : file.startsWith(`${root}/`) ? file.slice(root.length + 1) : file;
    const text = attempt(() => process.readFile(root === '.' ? file : `${root}/${below}`)).value;
    if (text !== undefined) return { name: below, text };
  }
  return undefined;
}

/** Writes the Go file of a source; an exit code where its package is not told. */
function write(process: Process, { name, text }: Source, { language, dir, relative }: { readonly language: string; readonly dir: string; readonly relative: boolean }): number | undefined {
  const option = /^\s*option\s+go_package\s*=\s*"([^"]+)"/m.exec(text)?.[1];
  if (option === undefined) {
    process.err(`protoc-gen-${language}: unable to determine Go import path for "${name}"\n\nPlease specify either:\n\t• a "go_package" option in the .proto source file, or\n\t• a "M" argument on the command line.\n\nSee https://protobuf.dev/reference/go/go-generated#package for more information.\n\n--${language}_out: protoc-gen-${language}: Plugin failed with status code 1.\n`);
    return 1;
  }
  const [path = '', alias] = option.split(';');
  const services = [...text.matchAll(/^\s*service\s+(\w+)/gm)].map(([, one]) => one!);
  if (language === 'go-grpc' && services.length === 0) return undefined;
  const base = name.slice(name.lastIndexOf('/') + 1).replace(/\.proto$/, '');
  const folder = relative ? name.slice(0, Math.max(0, name.lastIndexOf('/'))) : path;
  const names = language === 'go' ? [...text.matchAll(/^\s*(?:message|enum)\s+(\w+)/gm)].map(([, one]) => `type ${one} struct{}`) : services.map((one) => `type ${one}Client interface{}\n\ntype ${one}Server interface{}`);
  const code = `// Code generated by protoc-gen-${language}. DO NOT EDIT.\n// source: ${name}\n// ${sha256(text)}\n\npackage ${(alias ?? path.split('/').at(-1)!).replace(/\W/g, '_')}\n\nimport (\n${IMPORTS[language]!.map((one) => `\t"${one}"\n`).join('')})\n\n${names.join('\n\n')}\n`;
  const target = [dir.replace(/\/$/, ''), folder].filter((part) => part !== '').join('/');
  makeDirectories(process, target || '/');
  process.writeFile(`${target}/${base}${language === 'go' ? '.pb.go' : '_grpc.pb.go'}`, code);
  return undefined;
}
