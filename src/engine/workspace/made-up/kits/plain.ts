import { text, type Kit } from './kit.ts';

/** A folder that nothing says much about: a text, and what other stages read of it. */
export const plain: Kit = {
  image: /^$/,
  command: /^$/,
  manifest: /^$/,
  files({ taken }) {
    const outs = taken.filter((path) => path !== '' && !path.startsWith('/') && !/[*?[]/.test(path));
    return {
      'README.md': text('# app', '', 'A text that the build reads.'),
      ...Object.fromEntries(outs.map((path) => [path, text('made up')])),
    };
  },
  edits: [/README\.md$/],
};
