/** The Dockerfile language: text → syntax tree → typed instructions; expansion of words; suggestions; formatting. */
export type { Diagnostic } from '../source/diagnostic.ts';
export type * from './instruction.ts';
export type { Directive, Directives, EscapeToken, Heredoc, InstructionNode, ParsedDockerfile } from './syntax/node.ts';
export { parse } from './syntax/parse.ts';
export { format } from './format/format.ts';
export { locate, type InstructionPlaces } from './syntax/locate.ts';
export { tokenKinds, tokens, type TokenKind, type Tokens } from './syntax/tokens.ts';
export { dump } from './syntax/dump.ts';
export { chompHeredoc, parseHeredocMarker, type HeredocMarker } from './syntax/heredoc.ts';
export { readInstruction, readInstructions, type InstructionResult, type InstructionsResult } from './read-instructions.ts';
export { expandWord, expandWords, lookupIn, type Expander, type ExpandOptions, type Lookup, type WordResult, type WordsResult } from './expand/expand.ts';
export { expandCommand, type ExpandCommandResult } from './expand-command.ts';
export { evaluateMounts, type MountsResult } from './mounts.ts';
export { instructionFor, instructions, keywords } from './instructions/index.ts';
export { suggest, withSuggestion } from './suggest.ts';
