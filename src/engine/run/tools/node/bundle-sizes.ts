/** Bytes that packages add to a bundle for browsers, minified: measured for react-dom 19 (a page of 220 kB), the others estimated. */
const KNOWN: Readonly<Record<string, number>> = {
  react: 12_000, 'react-dom': 198_000, 'react-router': 90_000, 'react-router-dom': 92_000, preact: 11_000, vue: 62_000, svelte: 18_000, 'solid-js': 20_000,
  '@tanstack/react-query': 42_000, axios: 36_000, clsx: 400, dayjs: 7_000, 'date-fns': 30_000, lodash: 72_000, zod: 58_000, zustand: 4_000, 'framer-motion': 120_000, three: 690_000, d3: 280_000,
};

/** Minified bytes of an imported package. */
export function bundledSize(name: string): number {
  return KNOWN[name] ?? 24_000;
}

/** What gzip makes of JavaScript and styles, as a share. */
export const GZIPPED = 0.31;
/** What a minifier leaves of source text, as a share. */
export const MINIFIED = 0.6;
