/** A page for programs that look at links, and a door for people: nothing of it needs a script. */
export const csr = false;
