export const duel = {} as const;
