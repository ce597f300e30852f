/** Models that a scenario declares for a command line: they stand in for whatever the command would do. */
import { sha256 } from '../fs/index.ts';
import { toBytes, toText } from './system/byte-string.ts';
import type { DeclaredModel } from './request.ts';
import type { Process } from './system/process.ts';
import { contentOf } from './system/reading.ts';
import { compilePattern, escapePattern, matches } from './shell/glob.ts';
import { writeDescribed } from './system/writing.ts';

/** The model that is declared for a command line, whether or not there is a program of that name. */
export function declaredFor({ machine }: Process, argv: readonly string[]): DeclaredModel | undefined {
  if (machine.models.length === 0) return undefined;
  const line = argv.join(' ');
  const bare = [argv[0]!.split('/').at(-1)!, ...argv.slice(1)].join(' ');
  return machine.models.find(({ pattern }) => {
    const compiled = compilePattern(toBytes(pattern).split('*').map(escapePattern).join('*'));
    return matches(compiled, line) || matches(compiled, bare);
  });
}

/** Runs the declared model of a command line and gives its exit code; undefined where there is none. */
export function declaredModel(process: Process, argv: readonly string[]): number | undefined {
  const { machine } = process;
  const model = declaredFor(process, argv);
  if (!model) return undefined;
  const line = argv.join(' ');
  const duration = model.duration ?? 0;
  machine.advance(duration);
  if (model.output) process.out(toBytes(model.output));
  const inputs = (model.reads ?? []).map((path) => `${path}=${contentOf(process, toBytes(path))}`);
  let bytes = 0;
  for (const { path, size, mode } of model.writes ?? []) {
    writeDescribed(process, toBytes(path), size, sha256([toText(line), path, ...inputs].join('\n')), mode);
    bytes += size;
  }
  machine.notes.push({ command: toText(line), fidelity: 'modelled', duration, bytes, basis: 'Declared by the scenario.' });
  return model.exitCode ?? 0;
}
