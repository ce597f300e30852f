/** Input of the tools that work line by line. */
import type { Process } from '../system/process.ts';
import { reportFault } from './report.ts';

/** Lines without their newlines; the last one counts also where it has none. */
export function splitLines(text: string, separator = '\n'): string[] {
  if (text === '') return [];
  const lines = text.split(separator);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** Texts of the files (standard input where there are none); files that cannot be read are told and left out. */
export function readInputs(process: Process, paths: readonly string[], words?: { gnu?: (path: string) => string; busybox?: (path: string) => string }): { readonly inputs: readonly { readonly path: string; readonly text: string }[]; readonly status: number } {
  const inputs: { path: string; text: string }[] = [];
  let status = 0;
  for (const path of paths.length > 0 ? paths : ['-']) {
    try {
      inputs.push({ path, text: path === '-' ? process.readInput() : process.readFile(path) });
    } catch (fault) {
      status = reportFault(process, fault, words?.gnu?.(path) ?? path, words?.busybox?.(path) ?? path);
    }
  }
  return { inputs, status };
}
