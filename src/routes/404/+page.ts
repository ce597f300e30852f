/** A file at the site's root, as hosts look for it: `404.html`. */
export const trailingSlash = 'never';
