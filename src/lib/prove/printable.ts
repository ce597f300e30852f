/** Words of others on a terminal, where some signs are commands to it. */

/** C0 and C1 controls but the line feed, and what turns or breaks the direction of text. `prove.sh` (`tidy`) knows the same ones. */
const commands = '\\u0000-\\u0009\\u000b-\\u001f\\u007f-\\u009f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069';
const each = new RegExp(`[${commands}]`, 'g');
const runs = new RegExp(`[\\n${commands}]+`, 'g');

/** With a space for each; lines stay. */
export const printable = (text: string): string => text.replaceAll(each, ' ');

/** As one line, with one space for a run of them. */
export const printableLine = (text: string): string => text.replaceAll(runs, ' ');

/** JSON that means the same and has none of them. */
export const printableJson = (json: string): string => json.replaceAll(each, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
