import type { ChainLink } from '#engine/insight/explanation.ts';
import { explain } from '#engine/insight/explain.ts';
import { stepToTell } from '#engine/insight/step-to-tell.ts';
import { predict } from '#engine/workspace/describe.ts';
import { earlierBuilds } from '#engine/workspace/earlier-builds.ts';
import { currentState } from '#engine/workspace/workspace.ts';
import type { SignName } from '#lib/ui/signs/sign.ts';
import { figure, sentence, t, text } from '#messages/index.ts';
import type { Picture } from '../picture.ts';
import { writtenSvg, type Block } from '../written.ts';

const SIGNS: Readonly<Record<ChainLink['state'], SignName>> = { changed: 'rebuilt', same: 'cached', failed: 'failed', none: 'not-needed' };

export const picture: Picture = {
  view: 'why',
  label: 'page.why',
  order: 15,
  draw: ({ id, title, record, selected, workspace }, options) => {
    const step = selected ?? stepToTell(record);
    if (!workspace || step === undefined) return undefined;
    const state = currentState(workspace);
    const build = record.predicted ? 'next' : record.number;
    const result = build === 'next' ? predict(workspace) : state.builds[build - 1];
    const told = result && explain(earlierBuilds(state, build), result, step);
    if (!told) return undefined;
    const when = told.predicted && told.cause !== 'same-content' ? 'predicted' : 'happened';
    const blocks: readonly Block[] = [
      { voice: 'say', words: sentence(told.simple) },
      ...told.chain.map((link, at) => ({ voice: 'text', words: sentence(link.sentence), sign: SIGNS[link.state], above: at === 0 ? 14 : 4, ...(link.figure && { end: figure(link.figure) }) }) as const),
      ...(told.also.length > 0 ? [{ voice: 'head', words: t('why.also'), above: 16 } as const] : []),
      ...told.also.map((also) => ({ voice: 'small', words: sentence(also), above: 2 }) as const),
      ...(told.lever ? [{ voice: 'head', words: t('why.lever', { when }), above: 16 } as const, { voice: 'text', words: sentence(told.lever), above: 2 } as const] : []),
      ...(told.modelled ? [{ voice: 'small', words: sentence(told.modelled), sign: 'modelled', above: 16 } as const] : []),
    ];
    return writtenSvg(blocks, { ...options, width: Math.min(options.width, 640), id: `${id}-why`, title, description: text(told.simple), caption: text(told.place) });
  },
};
