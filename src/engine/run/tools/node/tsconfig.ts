/** `tsconfig.json`: which files are compiled, and where to. */
import type { Process } from '../../system/process.ts';
import { objectOf, readJsonc, textOf, textsOf } from './json.ts';
import type { JsonObject } from './json.ts';

export interface TsConfig {
  /** Absolute path of the file's folder. */
  readonly dir: string;
  readonly options: JsonObject;
  readonly files: readonly string[];
  /** Patterns of what is compiled; undefined where the file does not say it. */
  readonly include: readonly string[] | undefined;
  readonly exclude: readonly string[];
  /** Projects that are built before it (`tsc -b`). */
  readonly references: readonly string[];
}

/** The file with what it extends laid below it; its error in the compiler's words. */
export function readTsConfig(process: Process, path: string, depth = 0): TsConfig | { readonly error: string } | undefined {
  const json = readJsonc(process, path);
  if (!json) return undefined;
  if ('error' in json) return { error: `${path}(1,1): error TS1005: ${json.error}.` };
  const { value } = json;
  const place = process.locate(path).path;
  const dir = place.slice(0, place.lastIndexOf('/'));
  const above = textOf(value.extends);
  const base = above.startsWith('.') && depth < 8 ? readTsConfig(process, `${dir}/${above.endsWith('.json') ? above : `${above}.json`}`, depth + 1) : undefined;
  if (above.startsWith('.') && !base) return { error: `error TS5083: Cannot read file '${dir}/${above}'.` };
  if (base && 'error' in base) return base;
  return {
    dir,
    options: { ...base?.options, ...objectOf(value.compilerOptions) },
    files: Array.isArray(value.files) ? textsOf(value.files) : base?.files ?? [],
    include: Array.isArray(value.include) ? textsOf(value.include) : Array.isArray(value.files) ? [] : base?.include,
    exclude: Array.isArray(value.exclude) ? textsOf(value.exclude) : base?.exclude ?? [],
    references: Array.isArray(value.references) ? value.references.map((one) => textOf(objectOf(one).path)) : [],
  };
}

/** A pattern of `include` or `exclude` as an expression over paths relative to the folder. */
export function patternOf(text: string): RegExp {
  const clean = text.replace(/^\.\//, '').replace(/\/$/, '');
  const whole = /[*?]|\.\w+$/.test(clean.split('/').at(-1)!) ? clean : `${clean}/**/*`.replace(/^\/?/, '');
  const source = (clean === '' || clean === '.' ? '**/*' : whole).split('/').map((part) => (part === '**' ? '**' : part.replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '[^/]*').replace(/\?/g, '[^/]'))).join('/');
  return new RegExp(`^${source.replaceAll('**/', '(?:[^/]+/)*').replaceAll('/**', '(?:/.*)?')}$`);
}
