import type { Offer } from './completions.ts';

/** Entries of the directory a path is being written in: files, and directories with a `/`, that go on. */
export function pathOffers(paths: readonly string[], prefix: string): readonly Offer[] {
  const lead = /^(?:\.\/|\/)?/.exec(prefix)![0];
  const slash = prefix.lastIndexOf('/');
  const directory = slash < lead.length ? '' : prefix.slice(lead.length, slash + 1);
  const names = new Set<string>();
  for (const path of paths) {
    if (!path.startsWith(directory)) continue;
    const rest = path.slice(directory.length);
    const end = rest.indexOf('/');
    if (rest !== '') names.add(end < 0 ? rest : rest.slice(0, end + 1));
  }
  return [...names]
    .sort((a, b) => Number(b.endsWith('/')) - Number(a.endsWith('/')) || (a < b ? -1 : 1))
    .map((name, i) => ({ label: lead + directory + name, kind: 'path', goOn: name.endsWith('/'), boost: -i / 1000 }));
}
