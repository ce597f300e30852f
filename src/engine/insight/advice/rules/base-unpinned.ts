import { formatReference, parseReference } from '../../../image/index.ts';
import { imageOf } from '../../../registry/index.ts';
import type { AdviceRule, Finding } from '../advice.ts';
import { placesOf } from '../facts.ts';

/** FROM without a tag, or with `latest`: the same Dockerfile starts from another image after each release. */
export const baseUnpinned: AdviceRule = {
  name: 'base-unpinned',
  title: { id: 'advice.base-unpinned-title' },
  find(facts) {
    return facts.stages.flatMap(({ stage, baseStage }): Finding[] => {
      if (baseStage !== undefined || stage.base === 'scratch' || stage.base.includes('$')) return [];
      const reference = parseReference(stage.base);
      if ('error' in reference || reference.digest !== undefined || (reference.tag ?? 'latest') !== 'latest') return [];
      const place = placesOf(facts, stage).args[0] ?? stage.range;
      const version = versionOf(`${reference.domain}/${reference.path}`);
      return [{
        range: place,
        lines: [stage.lines],
        message: { id: 'advice.base-unpinned', values: { base: stage.base } },
        hint: version ? { id: 'advice.base-unpinned-version', values: { version } } : { id: 'advice.base-unpinned-hint', values: { reference: formatReference({ ...reference, tag: 'latest' }) } },
        ...(version && { edit: { range: place, replacement: `${stage.base.replace(/:latest$/, '')}:${version}` }, gain: 'image', keepsImage: true }),
        regardless: true,
      }];
    });
  },
};

/** The shortest tag with a version that leads to the same release as `latest`: `3.24` before `3.24.2`, and before `3`. */
function versionOf(repository: string): string | undefined {
  const release = imageOf(repository)?.releases.find(({ tags }) => tags.includes('latest'));
  const versions = release?.tags.filter((tag) => /^\d+(?:\.\d+)*$/.test(tag)) ?? [];
  const dotted = versions.filter((tag) => tag.includes('.'));
  return [...(dotted.length > 0 ? dotted : versions)].sort((a, b) => a.length - b.length)[0];
}
