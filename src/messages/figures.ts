/** Figures as the reader's language writes them. The engine's own forms are English; other languages change the signs, not the digits. */
import { exactBytes, formatBytes, formatBytesChange, formatDuration } from '#engine/source/figures.ts';
import type { Figure } from '#engine/source/message.ts';

/** The decimal sign and the sign between thousands. */
export interface NumberSigns {
  readonly decimal: string;
  readonly group: string;
}

/** English figures with the signs of another language: `1,312.5` is `1.312,5` in German. */
export function withSigns(text: string, { decimal, group }: NumberSigns): string {
  if (decimal === '.' && group === ',') return text;
  return text.replace(/[.,]/g, (sign) => (sign === '.' ? decimal : group));
}

/** A figure with its unit, signs as in English. */
export function figureText(figure: Figure): string {
  if ('bytes' in figure) return formatBytes(figure.bytes, undefined, figure.decimals);
  if ('exactBytes' in figure) return exactBytes(figure.exactBytes);
  if ('bytesChange' in figure) return formatBytesChange(figure.bytesChange);
  return formatDuration(figure.milliseconds);
}
