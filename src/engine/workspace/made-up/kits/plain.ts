import { found, text, type Kit } from './kit.ts';

/** A folder that nothing says much about: a text, and a file for make where it is called. */
export const plain: Kit = {
  image: /^$/,
  command: /^$/,
  manifest: /^[Mm]akefile$/,
  files({ words, taken }) {
    const targets = found(words, /\bmake\s+(?:-\S+\s+)*([a-z][\w-]*)/g);
    const outs = taken.filter((path) => path !== '' && !path.startsWith('/') && !/[*?[]/.test(path));
    return {
      'README.md': text('# app', '', 'A text that the build reads.'),
      ...(/\bmake\b/.test(words) && { Makefile: text(...['all', ...targets.filter((name) => name !== 'all')].flatMap((name) => [`${name}:`, `\t@echo ${name}`])) }),
      ...Object.fromEntries(outs.map((path) => [path, text('made up')])),
    };
  },
  edits: [/README\.md$/],
};
