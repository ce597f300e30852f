/** The syntax tree of a shell script. Lines are 1-based, as `$LINENO` counts them. */

/** A word before expansion: its pieces side by side. `quoted` pieces are neither split nor used as patterns. */
export type Word = readonly Part[];

export type Part = TextPart | ParameterPart | CommandPart | ArithmeticPart;

export interface TextPart {
  readonly kind: 'text';
  readonly text: string;
  readonly quoted: boolean;
}

export type ParameterOperator = '-' | '=' | '?' | '+' | '%' | '%%' | '#' | '##' | 'length' | '/' | '//' | '^' | '^^' | ',' | ',,' | 'substring' | 'bad';

/** `$name`, `${name:-word}` … */
export interface ParameterPart {
  readonly kind: 'parameter';
  readonly name: string;
  readonly quoted: boolean;
  readonly operator?: ParameterOperator;
  /** With a colon: an empty value counts as unset. */
  readonly colon?: boolean;
  readonly word?: Word;
  /** Replacement of `/`, length of a substring. */
  readonly second?: Word;
}

/** `$(script)` and its older form in backquotes. */
export interface CommandPart {
  readonly kind: 'command';
  readonly script: Script;
  readonly quoted: boolean;
}

/** `$((expression))` */
export interface ArithmeticPart {
  readonly kind: 'arithmetic';
  readonly expression: Word;
  readonly quoted: boolean;
}

export interface Assignment {
  readonly name: string;
  readonly append: boolean;
  readonly value: Word;
}

export type RedirectOperator = '<' | '>' | '>>' | '>|' | '<>' | '<&' | '>&' | '<<' | '&>' | '<<<';

export interface Redirect {
  readonly operator: RedirectOperator;
  readonly fd: number;
  /** The file, the descriptor, or the body of a here-document. */
  readonly target: Word;
}

export interface SimpleCommand {
  readonly kind: 'simple';
  readonly assignments: readonly Assignment[];
  readonly words: readonly Word[];
  readonly redirects: readonly Redirect[];
  readonly line: number;
}

export interface CaseItem {
  readonly patterns: readonly Word[];
  readonly body: Script;
  /** `;&`: runs on into the next body. */
  readonly through: boolean;
}

export type Command =
  | SimpleCommand
  | { readonly kind: 'pipeline'; readonly commands: readonly Command[]; readonly negated: boolean }
  | { readonly kind: 'and' | 'or'; readonly left: Command; readonly right: Command }
  | { readonly kind: 'if'; readonly condition: Script; readonly then: Script; readonly otherwise?: Command | Script }
  | { readonly kind: 'while' | 'until'; readonly condition: Script; readonly body: Script }
  | { readonly kind: 'for'; readonly name: string; readonly words?: readonly Word[]; readonly body: Script; readonly line: number }
  | { readonly kind: 'case'; readonly subject: Word; readonly items: readonly CaseItem[]; readonly line: number }
  | { readonly kind: 'function'; readonly name: string; readonly body: Command }
  | { readonly kind: 'subshell' | 'group'; readonly body: Script; readonly line: number }
  | { readonly kind: 'condition'; readonly words: readonly Word[]; readonly line: number }
  | { readonly kind: 'calculation'; readonly expression: Word; readonly line: number }
  | { readonly kind: 'redirected'; readonly command: Command; readonly redirects: readonly Redirect[] }
  | Script;

/** Commands one after the other. */
export interface Script {
  readonly kind: 'script';
  readonly items: readonly { readonly command: Command; readonly background: boolean }[];
}
