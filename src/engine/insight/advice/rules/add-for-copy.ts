import type { AdviceRule, Finding } from '../advice.ts';
import { contextCopies, placesOf } from '../facts.ts';

const remote = /^(?:https?:|git@|git:|ssh:|[^/]*\.git(?:#|$)|github\.com\/)/i;
const archive = /\.(?:tar|tar\.(?:gz|bz2|xz|zst|Z)|tgz|tbz2?|txz|tzst|gz|bz2|xz)$/;

/** ADD of plain files: COPY does the same and never unpacks or downloads. */
export const addForCopy: AdviceRule = {
  name: 'add-for-copy',
  title: { id: 'advice.add-for-copy-title' },
  find(facts) {
    return facts.stages.flatMap((of) =>
      contextCopies(of).flatMap(({ copy, all }): Finding[] => {
        if (copy.type !== 'ADD' || copy.checksum !== '' || copy.keepGitDir !== undefined || copy.unpack !== undefined) return [];
        const unusual = copy.sources.some((source) => source.includes('$') || remote.test(source) || archive.test(source) || (!all && /[*?[]/.test(source)));
        if (unusual || (copy.sources.length === 0 && copy.contents.length === 0)) return [];
        const range = placesOf(facts, copy).keyword;
        return [{
          range,
          lines: [copy.lines],
          message: { id: 'advice.add-for-copy' },
          hint: { id: 'advice.add-for-copy-hint' },
          edit: { range, replacement: 'COPY' },
          gain: 'image',
          regardless: true,
          keepsImage: true,
        }];
      }),
    );
  },
};
