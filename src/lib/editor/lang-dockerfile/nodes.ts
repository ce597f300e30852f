import { languageDataProp } from '@codemirror/language';
import { NodeSet, NodeType } from '@lezer/common';
import { styleTags, tags } from '@lezer/highlight';
import { languageData } from './language-data.ts';

/** The leaves of the syntax tree. */
export const tokenNames = [
  'Keyword',
  'UnknownKeyword',
  'FlagName',
  'FlagValue',
  'Image',
  'StageName',
  'StageReference',
  'FlagStage',
  'VariableName',
  'Variable',
  'Key',
  'String',
  'Bracket',
  'Separator',
  'ShellKeyword',
  'Operator',
  'Comment',
  'Directive',
  'Continuation',
  'HeredocMarker',
  'HeredocEnd',
] as const;

export type TokenName = (typeof tokenNames)[number];

/** A leaf with its place in the source, UTF-16 code units. */
export interface Token {
  readonly name: TokenName;
  readonly from: number;
  readonly to: number;
}

/** Takes tokens in any order of places, in the coordinates of whoever reads. */
export type Emit = (name: TokenName, from: number, to: number) => void;

const branches = ['Dockerfile', 'Stage', 'Instruction', 'HeredocBody'] as const;
const names = [...branches, ...tokenNames];

/** Node types of the tree: Dockerfile → Stage → Instruction → tokens, HeredocBody → tokens. */
export const nodeSet = new NodeSet(names.map((name, id) => NodeType.define({ id, name, top: name === 'Dockerfile' }))).extend(
  languageDataProp.add((type) => (type.isTop ? languageData : undefined)),
  styleTags({
    Keyword: tags.keyword,
    ShellKeyword: tags.controlKeyword,
    FlagName: tags.attributeName,
    'FlagValue FlagStage': tags.attributeValue,
    StageName: tags.labelName,
    StageReference: tags.labelName,
    Variable: tags.variableName,
    VariableName: tags.definition(tags.propertyName),
    Key: tags.propertyName,
    Image: tags.name,
    String: tags.string,
    Bracket: tags.squareBracket,
    Separator: tags.separator,
    Operator: tags.operator,
    Comment: tags.lineComment,
    Directive: tags.meta,
    Continuation: tags.punctuation,
    'HeredocMarker HeredocEnd': tags.special(tags.string),
  }),
);

/** The number of a node type in `nodeSet`. */
export function nodeId(name: (typeof names)[number]): number {
  return names.indexOf(name);
}
