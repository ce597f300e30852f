const units: Readonly<Record<string, number>> = { B: 1, kB: 1e3, KB: 1e3, MB: 1e6, GB: 1e9 };

/** Bytes of a size as the schema lets it be written: `50 MB`. Units are decimal, as those of Docker. */
export function bytesOf(size: number | string): number {
  if (typeof size === 'number') return size;
  const [, figure = '0', unit = 'B'] = /^([\d.]+) ?(\w+)$/.exec(size) ?? [];
  return Math.round(Number(figure) * (units[unit] ?? 1));
}
