export const fidelity = {} as const;
