/**
 * `npm run -s conformance -- [DIR…] [--only REGEX] [--max N]`: compares the engine with what real tools did. A folder with
 * sets of `.jsonl.gz` is a corpus, one with `.json` files holds recorded builds; without a folder, the recordings beside this
 * file. Ends with 1 where anything disagrees.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareCorpus } from './corpus.ts';
import { compareRecordings } from './recorded.ts';
import { diffText, metricLines } from './report.ts';
import type { SetReport } from './report.ts';

const args = process.argv.slice(2);
const option = (name: string): string | undefined => {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args.splice(at, 2)[1];
};
const only = option('--only');
const max = Number(option('--max') ?? 20);
const own = fileURLToPath(new URL('recorded', import.meta.url));
const folders = args.length > 0 ? args.map((path) => resolve(path)) : [own];

let failed = false;
for (const folder of folders) {
  if (!existsSync(folder)) {
    console.error(`${folder}: no such folder`);
    failed = true;
    continue;
  }
  const pattern = only === undefined ? undefined : new RegExp(only);
  const reports = isCorpus(folder) ? await compareCorpus(folder, pattern) : [compareRecordings(folder, pattern)];
  for (const report of reports) print(report);
}
process.exitCode = failed ? 1 : 0;

function isCorpus(folder: string): boolean {
  return readdirSync(folder, { withFileTypes: true }).some(
    (entry) => entry.isDirectory() && readdirSync(join(folder, entry.name)).some((name) => name.endsWith('.jsonl.gz')),
  );
}

function print(report: SetReport): void {
  for (const line of metricLines(report)) console.log(line);
  for (const disagreement of report.disagreements.slice(0, max)) console.log(diffText(disagreement));
  const rest = report.disagreements.length - max;
  if (rest > 0) console.log(`… and ${rest} more`);
  if (report.disagreements.length > 0) failed = true;
}
