/** Sizes as people write them. */
import type { Size } from './assertion.ts';

const units: Readonly<Record<string, number>> = { b: 1, kb: 1e3, mb: 1e6, gb: 1e9, kib: 1024, mib: 1024 ** 2, gib: 1024 ** 3 };

/** `20 MB` → 20,000,000; decimal units, as docker counts. NaN for what is no size. */
export function bytesOfSize(size: Size): number {
  if (typeof size === 'number') return size;
  const match = /^\s*([\d_.]+)\s*([a-zA-Z]*)\s*$/.exec(size);
  const unit = units[(match?.[2] || 'b').toLowerCase()];
  return match && unit !== undefined ? Number(match[1]!.replaceAll('_', '')) * unit : NaN;
}
