/** A proof as the files of an archive: contexts, arguments and expectations as tables, the script that reads them, and what they are in words. */
import { zipSync, type Zippable } from 'fflate';
import type { Message } from '#engine/source/message.ts';
import { encoded, isPlain } from './encoded.ts';
import { printable, printableJson } from './printable.ts';
import type { Change, Proof, ProofBuild } from './proof.ts';
import { readme } from './readme.ts';

export interface ProofFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly executable?: boolean;
}

/** `script`: the text of `prove.sh`; `words`: a message in the reader's words. */
export function filesOf(proof: Proof, script: string, words: (message: Message) => string): readonly ProofFile[] {
  // What somebody typed may have signs that move the cursor of whoever reads it.
  const say = (message: Message): string => printable(words(message));
  const secrets = Object.entries(proof.secrets).filter(([id]) => isPlain(id) && !id.includes('/') && !id.startsWith('.'));
  return [
    text('README.md', readme(proof, say)),
    { ...text('prove.sh', script), executable: true },
    text('expected.json', `${printableJson(JSON.stringify({ scene: proof.title, machine: proof.machine, builds: proof.builds.map(expectation(say)) }, undefined, 2))}\n`),
    text('builds/order.txt', lines(proof.builds.map(({ number }) => String(number)))),
    ...secrets.map(([id, value]) => text(`secrets/${id}`, value)),
    ...proof.builds.flatMap((build) => buildFiles(build, say)),
  ];
}

/** All in one folder, so that unpacking it leaves one. Times are the same whenever it is made. */
export function zipOf(files: readonly ProofFile[], folder: string): Uint8Array {
  const mtime = new Date(2020, 0, 1);
  const entries: Zippable = Object.fromEntries(files.map(({ path, bytes, executable }) => [`${folder}/${path}`, [bytes, { os: 3, attrs: (0o100000 | (executable ? 0o755 : 0o644)) * 0x10000, mtime }]]));
  return zipSync(entries, { level: 6 });
}

const text = (path: string, words: string): ProofFile => ({ path, bytes: new TextEncoder().encode(words) });
const lines = (rows: readonly string[]): string => rows.map((row) => `${row}\n`).join('');
const row = (...fields: readonly string[]): string => fields.join('\t');

const expectation =
  (say: (message: Message) => string) =>
  ({ number, ok, fresh, args, steps, notes, unproved }: ProofBuild) => ({ build: number, succeeds: ok, emptyCache: fresh, args, steps, ...(unproved && { notCompared: say(unproved.because) }), ...(notes.length > 0 && { notes: notes.map(say) }) });

function buildFiles({ number, changes, args, fresh, ok, steps, unproved, notes }: ProofBuild, say: (message: Message) => string): readonly ProofFile[] {
  const at = `builds/${number}`;
  const rows: string[] = [];
  const files: ProofFile[] = [];
  /** Names that differ in case alone are one file on some systems. */
  const taken = new Set<string>();
  for (const change of changes) rows.push(tableRow(change, (path, bytes) => {
    const plain = isPlain(path) && !taken.has(path.toLowerCase());
    const place = plain ? `context/${path}` : `odd/${files.length + 1}`;
    if (plain) taken.add(path.toLowerCase());
    files.push({ path: `${at}/${place}`, bytes });
    return place;
  }));
  return [
    text(`${at}/changes.tsv`, lines(rows)),
    text(`${at}/args.tsv`, lines(args.map(encoded))),
    text(`${at}/expected.tsv`, lines(steps.map(({ name, outcome, rests, kind }) => row(name, outcome, rests, kind)))),
    ...(fresh ? [text(`${at}/fresh`, '')] : []),
    ...(ok ? [] : [text(`${at}/fails`, '')]),
    ...(unproved ? [text(`${at}/${unproved.run ? 'not-compared' : 'not-run'}.txt`, `${say(unproved.because)}\n`)] : []),
    ...(notes.length > 0 ? [text(`${at}/notes.txt`, lines(notes.map((note) => say(note).replaceAll('\n', ' '))))] : []),
    ...files,
  ];
}

/** `keep` puts bytes beside the table and gives their place. */
function tableRow(change: Change, keep: (path: string, bytes: Uint8Array) => string): string {
  const path = encoded(change.path);
  switch (change.op) {
    case 'remove':
      return row('remove', path);
    case 'folder':
      return row('folder', path, octal(change.mode));
    case 'file':
      return row('file', path, octal(change.mode), encoded(keep(change.path, change.bytes)));
    case 'filler':
      return row('filler', path, octal(change.mode), String(change.size), `seed-${encoded(change.seed)}`);
    case 'link':
      return row('link', path, encoded(change.target));
    case 'mode':
      return row('mode', path, octal(change.mode));
  }
}

const octal = (mode: number): string => mode.toString(8).padStart(4, '0');
