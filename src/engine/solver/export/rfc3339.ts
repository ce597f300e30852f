/** Virtual milliseconds since 1970 → `2026-11-23T07:20:01.5Z`, as Go prints a time in JSON: no zeros at the end. */
export function rfc3339(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.?0*Z$/, 'Z');
}
