/** Pictures need no scripts. */
export const csr = false;
