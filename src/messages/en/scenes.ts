export const scenes = {} as const;
