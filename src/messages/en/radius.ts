export const radius = {} as const;
