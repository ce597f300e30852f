import type { Extension } from '@codemirror/state';
import { findings } from './findings.ts';
import { gutters } from './gutters.ts';
import { syntax } from './syntax.ts';
import { text } from './text.ts';
import { tooltips } from './tooltips.ts';

/** The look of the editor. Every colour and size is a design token, so that light, dark and projector need no second theme. */
export const theme: Extension = [text, gutters, tooltips, findings, syntax];
