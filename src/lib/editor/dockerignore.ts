import { Language, LanguageSupport, defineLanguageFacet, languageDataProp } from '@codemirror/language';
import { NodeSet, NodeType, Parser, Tree, type Input, type PartialParse } from '@lezer/common';
import { styleTags, tags } from '@lezer/highlight';

const data = defineLanguageFacet({ name: 'dockerignore', commentTokens: { line: '#' } });

const TOP = 0;
const COMMENT = 1;
const EXCEPTION = 2;
const nodes = new NodeSet(['Dockerignore', 'Comment', 'Exception'].map((name, id) => NodeType.define({ id, name, top: id === TOP }))).extend(
  languageDataProp.add((type) => (type.isTop ? data : undefined)),
  styleTags({ Comment: tags.lineComment, Exception: tags.keyword }),
);

/** Comments, which begin a line, and the `!` of exceptions (moby `patternmatcher/ignorefile`). */
function read(text: string): Tree {
  const buffer: number[] = [];
  for (const { 0: line, index } of text.matchAll(/^.+$/gm)) {
    const exception = /^\s*!/.exec(line);
    if (line.startsWith('#')) buffer.push(COMMENT, index, index + line.length, 4);
    else if (exception) buffer.push(EXCEPTION, index + exception[0].length - 1, index + exception[0].length, 4);
  }
  return Tree.build({ buffer, nodeSet: nodes, topID: TOP, length: text.length });
}

class IgnoreParser extends Parser {
  override createParse(input: Input): PartialParse {
    return { parsedPos: input.length, stoppedAt: null, stopAt: () => {}, advance: () => read(input.read(0, input.length)) };
  }
}

/** `.dockerignore` files: comments and exceptions. */
export const dockerignore = (): LanguageSupport => new LanguageSupport(new Language(data, new IgnoreParser(), [], 'dockerignore'));
