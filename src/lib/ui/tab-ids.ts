/** Ids that tie tabs to their panels. A tab can be named after a file, and an id must not hold spaces. */
const safe = (id: string) => id.replace(/[^A-Za-z0-9-]/g, (character) => `_${character.codePointAt(0)!.toString(16)}_`);

export const tabId = (prefix: string, id: string): string => `${prefix}-tab-${safe(id)}`;
export const panelId = (prefix: string, id: string): string => `${prefix}-panel-${safe(id)}`;
