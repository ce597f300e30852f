/** What `docker build` prints with the classic builder: steps one after the other, each with its image (moby `builder/dockerfile`). */
import type { BuildRecord } from '../record.ts';
import type { PrintedText } from './live.ts';

/** Name of the vertex of the transfer, whose line has the size behind it. */
export const contextLine = 'Sending build context to Docker daemon';
/** The client pads the size to this. */
const sizeWidth = 8;
const units = ['B', 'kB', 'MB', 'GB', 'TB'];

/** The log of a record that `buildClassic` made, piece by piece, the error at its end. */
export function classicProgress(record: BuildRecord): readonly PrintedText[] {
  const printed = classicSteps(record);
  return record.error ? [...printed, { time: record.duration, text: `${record.error.message}\n` }] : printed;
}

/** The same without the error. */
export function classicSteps(record: BuildRecord): readonly PrintedText[] {
  const names = new Map(record.vertices.map(({ digest, name }) => [digest, name]));
  const begun = new Set<string>();
  return record.events.flatMap((event): readonly PrintedText[] => {
    const { time, vertex } = event;
    const name = names.get(vertex) ?? '';
    if (event.type === 'log') return [{ time, text: event.text }];
    if (event.type === 'status') return name === contextLine && event.completed !== undefined ? [{ time, text: `${contextLine} ${humanSize(event.current ?? 0).padStart(sizeWidth)}\n` }] : [];
    if (event.type !== 'vertex' || event.started === undefined || begun.has(vertex) || !name.startsWith('Step ')) return [];
    begun.add(vertex);
    return [{ time, text: `${name}\n` }];
  });
}

/** All of it as one text. */
export const classicLog = (record: BuildRecord): string => classicProgress(record).map(({ text }) => text).join('');

/** Four digits that count, in decimal units: `2.048kB`, `52.2MB` (go-units `HumanSize`). */
function humanSize(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit++;
  }
  return `${Number(size.toPrecision(4))}${units[unit]}`;
}
