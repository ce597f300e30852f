/** Build arguments as the classic builder passes them (moby `builder/dockerfile/buildargs.go`). */

/** Proxies need no ARG, reach every RUN and leave no trace in the cache. */
const predefined: ReadonlySet<string> = new Set(
  ['HTTP_PROXY', 'HTTPS_PROXY', 'FTP_PROXY', 'NO_PROXY', 'ALL_PROXY'].flatMap((name) => [name, name.toLowerCase()]),
);

type Declared = ReadonlyMap<string, string | undefined>;

/** The arguments of a stage; a new one begins without any. */
export class BuildArgs {
  readonly #given: ReadonlyMap<string, string>;
  readonly #global: Declared;
  readonly #allowed = new Map<string, string | undefined>();

  constructor(given: ReadonlyMap<string, string>, global: Declared = new Map()) {
    this.#given = given;
    this.#global = global;
  }

  /** ARG: what was given on the command line goes before the default. */
  declare(key: string, value: string | undefined): void {
    this.#allowed.set(key, value);
  }

  /** The value of a declared argument, or of a predefined one that was given. */
  get(key: string): string | undefined {
    if (!this.#allowed.has(key) && !predefined.has(key)) return undefined;
    return this.#given.get(key) ?? this.#allowed.get(key) ?? (this.#allowed.has(key) ? this.#global.get(key) : undefined);
  }

  /** `K=V` for a RUN, sorted: all that have a value and are not in the image's environment. */
  environment(env: readonly string[]): readonly string[] {
    const set = new Set(env.map((entry) => entry.split('=', 1)[0]));
    const keys = new Set([...this.#allowed.keys(), ...predefined]);
    return [...keys].sort().flatMap((key) => {
      const value = set.has(key) ? undefined : this.get(key);
      return value === undefined ? [] : `${key}=${value}`;
    });
  }

  /** The command that is looked up for a RUN: `|1 A=b /bin/sh -c …`, without proxies that no ARG names. One of them alone still leaves a `|0`. */
  lookedUp(command: readonly string[], environment: readonly string[]): readonly string[] {
    if (environment.length === 0) return command;
    const counted = environment.filter((entry) => {
      const [key = ''] = entry.split('=', 1);
      return this.#allowed.has(key) || !predefined.has(key);
    });
    return [`|${counted.length}`, ...counted, ...command];
  }
}

/** Given on the command line but named by no ARG, sorted. */
export function unusedArgs(given: ReadonlyMap<string, string>, declared: ReadonlySet<string>): readonly string[] {
  return [...given.keys()].filter((key) => !declared.has(key) && !predefined.has(key)).sort();
}
