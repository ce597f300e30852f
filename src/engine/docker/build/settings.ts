/** What one build is asked for, as it was typed or as a bake file says it: plain data. */

/** See above; texts are as they were typed. */
export interface BuildSettings {
  /** PATH, URL or `-`. */
  readonly context: string;
  readonly file?: string;
  /** A Dockerfile's text (`dockerfile-inline`). */
  readonly inline?: string;
  readonly target?: string;
  readonly buildArgs?: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
  readonly tags?: readonly string[];
  readonly platforms?: readonly string[];
  readonly noCache?: boolean;
  readonly noCacheFilter?: readonly string[];
  readonly pull?: boolean;
  readonly cacheFrom?: readonly string[];
  readonly cacheTo?: readonly string[];
  readonly outputs?: readonly string[];
  readonly push?: boolean;
  readonly load?: boolean;
  readonly secrets?: readonly string[];
  readonly ssh?: readonly string[];
  readonly contexts?: Readonly<Record<string, string>>;
  readonly attests?: readonly string[];
  readonly provenance?: string;
  readonly sbom?: string;
  readonly network?: string;
  readonly addHosts?: readonly string[];
  readonly shmSize?: string;
  readonly ulimits?: readonly string[];
  readonly allow?: readonly string[];
  readonly cgroupParent?: string;
  readonly annotations?: readonly string[];
  readonly builder?: string;
}

/** `key=value,…` as buildx reads it: a CSV line of pairs. */
export function csvFields(text: string): readonly string[] {
  const fields: string[] = [];
  for (const match of text.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)) fields.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
  return fields;
}

/** The pairs of a CSV line, or the field that is none. */
export function csvPairs(text: string): ReadonlyMap<string, string> | { readonly error: string } {
  const pairs = new Map<string, string>();
  for (const field of csvFields(text)) {
    const equals = field.indexOf('=');
    if (equals < 0) return { error: `invalid field '${field}' must be a key=value pair` };
    pairs.set(field.slice(0, equals).trim().toLowerCase(), field.slice(equals + 1));
  }
  return pairs;
}
