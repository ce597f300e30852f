/** The figures of a piece of advice, and the sentence that tells them. */
import { formatBytes, formatDuration } from '../../source/figures.ts';
import type { Gain, Savings } from './advice.ts';

/** Below this a saving would be written as 0.0 s. */
const leastTime = 50;

/** What a measurement comes to, without what is nothing; undefined where nothing is saved of what the edit is for. */
export function exactSavings({ milliseconds = 0, bytes = 0, modelled }: Savings, gain: Gain): Savings | undefined {
  const time = milliseconds >= leastTime ? milliseconds : undefined;
  const size = bytes > 0 ? bytes : undefined;
  if ((gain === 'source-edit' ? time : size) === undefined) return undefined;
  return { ...(time !== undefined && { milliseconds: time }), ...(size !== undefined && { bytes: size }), ...(modelled && { modelled }) };
}

/** `Saves 6.9 s on each edit of main.go, modelled; the image keeps its files.`; empty where nothing is known. */
export function sentenceOf(saves: Savings | undefined, source: string | undefined, sameImage: boolean | undefined): string {
  if (!saves) return '';
  const { milliseconds, bytes, modelled } = saves;
  const parts = [
    ...(milliseconds === undefined ? [] : [`${formatDuration(milliseconds)} on each edit of ${source ?? 'the source'}`]),
    ...(bytes === undefined ? [] : [`${formatBytes(bytes)} of the image`]),
  ];
  if (parts.length === 0) return '';
  return `Saves ${parts.join(' and ')}${modelled ? ', modelled' : ''}${sameImage ? '; the image keeps its files' : ''}.`;
}
