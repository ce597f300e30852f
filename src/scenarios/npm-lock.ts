/** `package-lock.json` texts, written from a line for each package: the names and versions that npm resolved. */

/** Where packages come from whose line names no other place. */
const REGISTRY = 'https://registry.npmjs.org';

/**
 * The lock file that npm writes for a manifest. A row is `path version` and what npm notes of the package: `dev`, `optional`,
 * `os:linux`, `cpu:x64`, `libc:musl`, `bin:tsc=bin/tsc`, `from:https://…`. Checksums are left out, as npm allows.
 */
export function npmLock(manifest: string, rows: string): string {
  const { name, version, dependencies, devDependencies } = JSON.parse(manifest) as Record<string, unknown>;
  const packages = Object.fromEntries(rows.trim().split('\n').map((row) => entryOf(row.trim().split(' '))));
  const root = { name, version, dependencies, devDependencies };
  return `${JSON.stringify({ name, version, lockfileVersion: 3, requires: true, packages: { '': root, ...packages } }, null, 2)}\n`;
}

function entryOf([path = '', version = '', ...notes]: readonly string[]): readonly [string, object] {
  const of = (key: string) => notes.flatMap((note) => (note.startsWith(`${key}:`) ? [note.slice(key.length + 1)] : []));
  const name = path.split('node_modules/').at(-1)!;
  const bin = Object.fromEntries(of('bin').map((pair) => pair.split('=')));
  const list = (key: string) => (of(key).length > 0 ? { [key]: of(key) } : {});
  const flags = Object.fromEntries(['dev', 'devOptional', 'optional', 'peer'].filter((flag) => notes.includes(flag)).map((flag) => [flag, true]));
  const resolved = `${of('from')[0] ?? REGISTRY}/${name}/-/${name.split('/').at(-1)}-${version}.tgz`;
  return [`node_modules/${path}`, { version, resolved, ...list('cpu'), ...flags, ...list('libc'), ...list('os'), ...(of('bin').length > 0 && { bin }) }];
}
