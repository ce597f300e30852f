/** The name of the scene where a stranger starts. */
export const firstSlug = 'go-two-stages';
