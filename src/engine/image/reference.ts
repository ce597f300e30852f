/** Image references by the rules of distribution's `reference` package: names, defaults, digests, and its words for what is none. */

/** A name with domain and path, and a tag or a digest or both or neither. */
export interface Reference {
  /** `docker.io`, `localhost:5000`. */
  readonly domain: string;
  /** `library/alpine`. */
  readonly path: string;
  readonly tag?: string;
  /** `sha256:` and hex digits, or another algorithm's. */
  readonly digest?: string;
}

const label = '[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?';
const domain = `(?:${label}(?:\\.${label})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?`;
const component = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const path = `${component}(?:/${component})*`;
const tag = '[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}';
const digest = '[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}';

const referencePattern = new RegExp(`^((?:${domain}/)?${path})(?::(${tag}))?(?:@(${digest}))?$`);
const namePattern = new RegExp(`^(?:(${domain})/)?(${path})$`);
const identifierPattern = /^[a-f0-9]{64}$/;

const defaultDomain = 'docker.io';
const officialPrefix = 'library/';
const maxPath = 255;

/** Hex digits of the algorithms that Go's `digest` package has. */
const hexDigits: Readonly<Record<string, number>> = { sha256: 64, sha384: 96, sha512: 128 };

/** What is wrong with a digest (`go-digest`'s `Parse`), or undefined. */
export function digestError(text: string): string | undefined {
  const colon = text.indexOf(':');
  if (colon <= 0 || colon + 1 === text.length) return 'invalid checksum digest format';
  const encoded = text.slice(colon + 1);
  const size = Object.hasOwn(hexDigits, text.slice(0, colon)) ? hexDigits[text.slice(0, colon)] : undefined;
  if (size === undefined) return /^[a-z0-9]+(?:[.+_-][a-z0-9]+)*:[a-zA-Z0-9=_-]+$/.test(text) ? 'unsupported digest algorithm' : 'invalid checksum digest format';
  if (encoded.length !== size) return 'invalid checksum digest length';
  return /^[a-f0-9]*$/.test(encoded) ? undefined : 'invalid checksum digest format';
}

/** `alpine` → docker.io/library/alpine (`ParseNormalizedNamed`). */
export function parseReference(text: string): Reference | { readonly error: string } {
  if (identifierPattern.test(text)) return { error: `invalid repository name (${text}), cannot specify 64-byte hexadecimal strings` };
  const { host, remainder } = splitDomain(text);
  const remote = remainder.split(':', 1)[0] ?? '';
  if (remote.toLowerCase() !== remote) return { error: `invalid reference format: repository name (${remote}) must be lowercase` };
  const full = `${host}/${remainder}`;
  const match = referencePattern.exec(full);
  if (!match) return { error: referencePattern.test(full.toLowerCase()) ? 'repository name must be lowercase' : 'invalid reference format' };
  const [, name = '', tagged, digested] = match;
  const parts = namePattern.exec(name);
  const repository = parts?.[2] ?? name;
  if (repository.length > maxPath) return { error: `repository name must not be more than ${maxPath} characters` };
  const wrong = digested === undefined ? undefined : digestError(digested);
  if (wrong !== undefined) return { error: wrong };
  return { domain: parts?.[1] ?? '', path: repository, ...(tagged !== undefined && { tag: tagged }), ...(digested !== undefined && { digest: digested }) };
}

/** Which part of a text names the registry; Docker Hub and its `library` where none does. */
function splitDomain(text: string): { host: string; remainder: string } {
  const slash = text.indexOf('/');
  if (slash < 0) return { host: defaultDomain, remainder: officialPrefix + text };
  const first = text.slice(0, slash);
  const rest = text.slice(slash + 1);
  let host = defaultDomain;
  let remainder = text;
  if (first === 'index.docker.io') remainder = rest;
  else if (first === 'localhost' || /[.:]/.test(first) || first.toLowerCase() !== first) [host, remainder] = [first, rest];
  if (host === defaultDomain && !remainder.includes('/')) remainder = officialPrefix + remainder;
  return { host, remainder };
}

/** The whole name: `docker.io/library/alpine:3.19@sha256:…`. */
export function formatReference(ref: Reference): string {
  const name = ref.domain === '' ? ref.path : `${ref.domain}/${ref.path}`;
  return name + (ref.tag === undefined ? '' : `:${ref.tag}`) + (ref.digest === undefined ? '' : `@${ref.digest}`);
}

/** With `:latest` where there is neither tag nor digest (`TagNameOnly`). */
export function withDefaultTag(ref: Reference): Reference {
  return ref.tag === undefined && ref.digest === undefined ? { ...ref, tag: 'latest' } : ref;
}

/** As people write it: `alpine:3.19` for docker.io/library/alpine:3.19 (`FamiliarString`). */
export function familiarReference(ref: Reference): string {
  if (ref.domain !== defaultDomain) return formatReference(ref);
  const official = ref.path.startsWith(officialPrefix) ? ref.path.slice(officialPrefix.length) : undefined;
  return formatReference({ ...ref, domain: '', path: official !== undefined && !official.includes('/') ? official : ref.path });
}
