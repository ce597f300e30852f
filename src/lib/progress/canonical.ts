/** JSON with its keys in order: equal values give equal texts, and any two values have an order. */
export function canonical(value: unknown, space?: number): string {
  return JSON.stringify(value, (_, part: unknown) => (isRecord(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => order(a, b))) : part), space);
}

/** Of two texts, which comes first: by code units, the same in every language. */
export const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** An object that is neither null nor a list. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
