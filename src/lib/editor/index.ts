/** The editor, for one dynamic import: `const { Editor, gutterMarks } = await import('#lib/editor/index.ts')`. */
export { default as Editor } from './Editor.svelte';
export { gutterMarks } from './gutter-marks.ts';
export type { LineMark, MarkState } from './line-mark.ts';
