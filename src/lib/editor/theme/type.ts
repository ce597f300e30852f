/** Type settings that several parts of the editor share. */
export const mono = { fontFamily: 'var(--mono)', fontFeatureSettings: 'var(--features-code)', fontVariantLigatures: 'none' };
export const sans = { fontFamily: 'var(--sans)', fontFeatureSettings: 'var(--features-ui)' };
export const micro = { fontSize: 'var(--text-micro)', lineHeight: 'var(--lh-micro)' };
export const small = { fontSize: 'var(--text-small)', lineHeight: 'var(--lh-small)' };
export const body = { fontSize: 'var(--text-body)', lineHeight: 'var(--lh-body)' };
