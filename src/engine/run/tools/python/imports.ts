/** What becomes of imports: modules that are not there, and those that cannot be loaded without a library of the system. */
import { searchPath } from '../../shell/search.ts';
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';
import { DISTRIBUTIONS } from './distributions.ts';
import { distribution, type Interpreter } from './interpreter.ts';
import { hasModule, installedIn, moduleOf } from './wheels.ts';

/** An import at the left margin of a program: what runs before anything else. */
export interface Import {
  readonly module: string;
  /** From 1. */
  readonly line: number;
  readonly statement: string;
}

/** Packages of distributions that have the library which psycopg2 is linked against where it was compiled on the spot. */
const LIBPQ = ['libpq5', 'libpq-dev', 'libpq', 'postgresql-client', 'postgresql-dev', 'postgresql'];

const modules = new Set(DISTRIBUTIONS.map(([name]) => moduleOf(name)));

/** Whether a module is that of a distribution that is known; of other names nobody says that they are not there. */
export function isDistribution(module: string): boolean {
  return modules.has(module);
}

/** The imports of a program, in its order. */
export function importsOf(process: Process, path: string): readonly Import[] {
  const text = attempt(() => process.readFile(path)).value ?? '';
  return text.split('\n').flatMap((statement, at): Import[] => {
    const match = /^(?:import|from)\s+(\w+)/.exec(statement);
    return match ? [{ module: match[1]!, line: at + 1, statement: statement.trim() }] : [];
  });
}

/** The last line of Python's complaint; undefined where the import succeeds. */
export function importError(process: Process, interpreter: Interpreter, module: string): string | undefined {
  if (!hasModule(process, interpreter, module)) return `ModuleNotFoundError: No module named '${module}'`;
  if (module !== 'psycopg2' || !installedIn(process, interpreter.site).has('psycopg2') || hasLibpq(process)) return undefined;
  const { alpine } = distribution(process);
  return alpine
    ? `ImportError: Error loading shared library libpq.so.5: No such file or directory (needed by ${interpreter.site}/psycopg2/_psycopg.so)`
    : 'ImportError: libpq.so.5: cannot open shared object file: No such file or directory';
}

function hasLibpq(process: Process): boolean {
  return 'path' in searchPath(process, 'pg_config') || LIBPQ.some((name) => process.peek(`/usr/lib/${name}/${name}.files`) !== undefined);
}
