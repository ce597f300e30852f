import { found, text, type Kit } from './kit.ts';

/** A Makefile with the targets that are called; each says its name. */
export const make: Kit = {
  image: /^$/,
  command: /(?:^|[\s;&|(])make(?:\s|$)/m,
  manifest: /^(?:GNU)?[Mm]akefile$/,
  files({ words }) {
    const called = found(words, /(?:^|[\s;&|(])make((?:\s+[\w.=/:$-]+)*)/gm).flatMap((rest) => rest.trim().split(/\s+/));
    const targets = [...new Set(['all', ...called.filter((word, at) => /^[a-z][\w.-]*$/.test(word) && called[at - 1] !== '-C' && called[at - 1] !== '-f')])];
    return { Makefile: text(...targets.flatMap((name) => ['', `.PHONY: ${name}`, `${name}:`, `\t@echo ${name}`]).slice(1)) };
  },
  edits: [/[Mm]akefile$/],
};
