/** Whether a fragment wants to be a link to a scene, of whatever version. */
export const isLink = (fragment: string): boolean => /^#ls\d+\./.test(fragment);
