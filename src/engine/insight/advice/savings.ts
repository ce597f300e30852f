/** The figures of a piece of advice, and the sentence that tells them. */
import type { Message } from '../../source/message.ts';
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

/** `Saves 6.9 s on each edit of main.go, modelled; the image keeps its files.`; undefined where nothing is known. */
export function savingMessage(saves: Savings | undefined, source: string | undefined, sameImage: boolean | undefined): Message | undefined {
  const { milliseconds, bytes, modelled } = saves ?? {};
  const values = { source: source ?? 'none', modelled: modelled ? 'yes' : 'no', files: sameImage ? 'same' : 'other' };
  if (milliseconds !== undefined && bytes !== undefined) return { id: 'advice.saves-both', values: { ...values, time: { milliseconds }, bytes: { bytes } } };
  if (milliseconds !== undefined) return { id: 'advice.saves-time', values: { ...values, time: { milliseconds } } };
  return bytes === undefined ? undefined : { id: 'advice.saves-bytes', values: { ...values, bytes: { bytes } } };
}
