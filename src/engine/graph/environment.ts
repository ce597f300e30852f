/**
 * An ordered environment: BuildKit's `llb.EnvList`. A variable that is set again moves to the end. Values are immutable; a
 * change costs one small object, and the whole is put together when somebody first reads it.
 */
export class Environment {
  static readonly empty = new Environment();
  readonly #parent: Environment | undefined;
  readonly #key: string;
  readonly #value: string | undefined;
  #entries: ReadonlyMap<string, string> | undefined;

  private constructor(parent?: Environment, key = '', value?: string) {
    this.#parent = parent;
    this.#key = key;
    this.#value = value;
  }

  /** With a variable set. */
  with(key: string, value: string): Environment {
    return new Environment(this, key, value);
  }

  /** Without a variable. */
  without(key: string): Environment {
    return new Environment(this, key);
  }

  get(key: string): string | undefined {
    return this.#all().get(key);
  }

  has(key: string): boolean {
    return this.#all().has(key);
  }

  /** Names, in the order they were last set. */
  keys(): readonly string[] {
    return [...this.#all().keys()];
  }

  /** `K=V`, in the order they were last set. */
  toArray(): readonly string[] {
    return [...this.#all()].map(([key, value]) => `${key}=${value}`);
  }

  #all(): ReadonlyMap<string, string> {
    if (this.#entries) return this.#entries;
    const changes: { key: string; value: string | undefined }[] = [{ key: this.#key, value: this.#value }];
    let below = this.#parent;
    for (; below && !below.#entries; below = below.#parent) changes.push({ key: below.#key, value: below.#value });
    const entries = new Map(below ? below.#entries : []);
    for (const { key, value } of changes.reverse()) {
      entries.delete(key);
      if (value !== undefined) entries.set(key, value);
    }
    this.#entries = entries;
    return entries;
  }
}
