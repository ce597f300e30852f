/**
 * Parts of the engine that a page loads when a project asks for them: the tools of a language, a base image, the command line.
 * The engine itself stays synchronous: where it comes to a part that is not there it throws `MissingPart`, which nothing in the
 * engine catches. Whoever asked loads the part and asks again; values are immutable, so that nothing has happened yet.
 */

/** Work has come to a part that is not loaded. */
export class MissingPart extends Error {
  readonly part: Part<unknown>;

  constructor(part: Part<unknown>) {
    super(`${part.name} is not loaded`);
    this.part = part;
  }
}

/** A part that is needed could not be loaded. */
export class UnreachablePart extends Error {
  constructor(part: Part<unknown>, cause: unknown) {
    super(`${part.name} could not be loaded`, { cause });
  }
}

/** Something that is loaded on its own. */
export class Part<T> {
  readonly name: string;
  /** Where it comes from. */
  readonly fetch: () => Promise<T>;
  #given: { readonly value: T } | undefined;
  #loading: Promise<void> | undefined;

  constructor(name: string, load: () => Promise<T>) {
    this.name = name;
    this.fetch = load;
    all.set(name, this);
  }

  get isThere(): boolean {
    return this.#given !== undefined;
  }

  /** What it is; throws `MissingPart` before it is loaded. */
  get value(): T {
    if (!this.#given) throw new MissingPart(this);
    return this.#given.value;
  }

  /** Gives it at once, where everything is loaded from the start. */
  provide(value: T): void {
    this.#given = { value };
  }

  /** Loads it, once; rejects where that cannot be, and tries anew the next time. */
  load(): Promise<void> {
    if (this.#given) return Promise.resolve();
    return (this.#loading ??= this.fetch().then(
      (value) => this.provide(value),
      (reason: unknown) => {
        this.#loading = undefined;
        throw reason;
      },
    ));
  }
}

const all = new Map<string, Part<unknown>>();

/** The part of that name, of those whose tables are loaded. */
export const partNamed = (name: string): Part<unknown> | undefined => all.get(name);

/** The names of all parts whose tables are loaded. */
export const partNames = (): readonly string[] => [...all.keys()].sort();

/**
 * Does the work, and does it again from the start whenever a part was missing. The work must not have changed anything by then.
 * Rejects with `UnreachablePart` where a part cannot be had.
 */
export async function withParts<T>(work: () => T | Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (thrown) {
      if (!(thrown instanceof MissingPart)) throw thrown;
      await arrived(thrown.part);
    }
  }
}

async function arrived(part: Part<unknown>): Promise<void> {
  try {
    await part.load();
  } catch (reason) {
    throw new UnreachablePart(part, reason);
  }
}
