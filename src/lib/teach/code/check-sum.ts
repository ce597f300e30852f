/**
 * The check sum of bech32 (BIP 173): six symbols more make a code of which any four changed symbols are noticed as long as it has no
 * more than 89, and any single one up to 1,023. The prefix is part of the sum, so that a changed version number is noticed too.
 */
const generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

/** What the sum of a whole code comes to; another value than bech32's and bech32m's, so that neither is taken for the other. */
const whole = 0x1a7e45c;

/** Symbols of the sum. */
export const sumLength = 6;

/** The sum with one symbol more behind. */
function next(sum: number, symbol: number): number {
  let now = ((sum & 0x1ffffff) << 5) ^ symbol;
  for (let bit = 0; bit < 5; bit++) if ((sum >>> (25 + bit)) & 1) now ^= generator[bit]!;
  return now;
}

const polymod = (symbols: readonly number[]): number => symbols.reduce(next, 1);

const prefixed = (prefix: string, symbols: readonly number[]): number[] => [...[...prefix].flatMap((letter) => [letter.charCodeAt(0) >> 5, letter.charCodeAt(0) & 31]), ...symbols];

/** The symbols with their sum behind them. */
export function withSum(prefix: string, symbols: readonly number[]): number[] {
  const sum = polymod([...prefixed(prefix, symbols), 0, 0, 0, 0, 0, 0]) ^ whole;
  return [...symbols, ...[5, 4, 3, 2, 1, 0].map((place) => (sum >>> (5 * place)) & 31)];
}

export function isWhole(prefix: string, symbols: readonly number[]): boolean {
  return polymod(prefixed(prefix, symbols)) === whole;
}

/**
 * The one symbol that would have to be another for the code to be whole; undefined where more than one is wrong. The sum is linear: what
 * a wrong symbol adds to it depends on how far from the end it stands and on what it differs by, and on nothing else.
 */
export function mistyped(prefix: string, symbols: readonly number[]): { readonly at: number; readonly symbol: number } | undefined {
  const off = polymod(prefixed(prefix, symbols)) ^ whole;
  let added = Array.from({ length: 32 }, (_, difference) => difference);
  for (let at = symbols.length - 1; at >= 0; at--) {
    const difference = added.indexOf(off);
    if (difference > 0) return { at, symbol: symbols[at]! ^ difference };
    added = added.map((sum) => next(sum, 0));
  }
  return undefined;
}
