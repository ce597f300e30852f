/** What the plug-ins can be told. No imports: the text of this file is their type declarations too. */

/** Something in a document that is not as it says. */
export interface Problem {
  /** A sentence, with what should be there where that is known. */
  readonly message: string;
  /** Line of the document, from 1; absent where nobody knows it. */
  readonly line?: number | undefined;
  /** Stable: for who wants to treat kinds differently. */
  readonly kind: 'expect' | 'attribute' | 'file' | 'dockerfile' | 'stray';
}

export interface Options {
  /** URL of the site's root that serves the element and the frame, with or without a slash at its end. */
  readonly site?: string;
  /** `element`: `<layer-scope>` with the source and a picture inside. `frame`: an iframe. Needs `site`. Default `element`. */
  readonly as?: 'element' | 'frame';
  /** URL of the element's script, put once into each document; `false`: the page loads it itself. Default: the one of `site`, none without it. */
  readonly script?: string | false;
  /**
   * Where the static picture goes. `data`: into the address of an image. `inline`: into the page, where its own light and dark are the
   * reader's. A function is given the SVG text and a name, may write it somewhere, and gives its URL. `false`: no picture.
   */
  readonly picture?: 'data' | 'inline' | false | ((svg: string, name: string) => string);
  /** A document whose `expect` does not hold ends the build. Default `false`: it is told and goes on. */
  readonly strict?: boolean;
  /** Language of the picture and of what is told. Default `en`; the attribute `lang` of a block comes first. */
  readonly lang?: 'en' | 'de';
}

export interface MarkdownItOptions extends Options {
  /** Told what is wrong in a document. Default: a warning on the console. With `strict`, a promise that does not hold is thrown as an Error after this. */
  readonly onproblem?: (problem: Problem & { readonly path?: string | undefined }) => void;
  /** The output is a template of Vue, which must leave it alone. Default: found out, as VitePress says it. */
  readonly vue?: boolean;
}
