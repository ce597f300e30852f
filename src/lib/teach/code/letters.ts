/** Crockford's base32: 0 to 9 and the letters without I, L, O and U. Read in any case, with I and L for 1 and O for 0, as people type them. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const symbols = new Map<string, number>([...alphabet].flatMap((letter, at) => [[letter, at] as const, [letter.toLowerCase(), at] as const]));
for (const [letter, as] of [['I', '1'], ['L', '1'], ['O', '0']] as const) for (const typed of [letter, letter.toLowerCase()]) symbols.set(typed, symbols.get(as)!);

export const letterOf = (symbol: number): string => alphabet[symbol] ?? '';

/** 0 to 31; undefined for what is no letter of a code. */
export const symbolOf = (letter: string): number | undefined => symbols.get(letter);
