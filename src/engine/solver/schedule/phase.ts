/** How far an edge has come: nothing known, keys of the definition known, keys of the content known, result there. */
export const Phase = { initial: 0, cacheFast: 1, cacheSlow: 2, complete: 3 } as const;
/** One of them. They only grow. */
export type Phase = (typeof Phase)[keyof typeof Phase];
