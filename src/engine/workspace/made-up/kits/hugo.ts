import { text, type Kit } from './kit.ts';

/** A site of two pages. */
export const hugo: Kit = {
  image: /hugo/,
  command: /\bhugo\b/,
  manifest: /^(?:hugo|config)\.(?:toml|yaml)$/,
  files: () => ({
    'hugo.toml': text("title = 'Hello'"),
    'content/hello.md': text('# Hello'),
    'layouts/_default/single.html': text('<h1>{{ .Title }}</h1>', '{{ .Content }}'),
  }),
  edits: [/\.md$/, /\.html$/],
};
