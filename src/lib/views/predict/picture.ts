import { t } from '#messages/index.ts';
import type { Picture } from '../picture.ts';
import { writtenSvg, type Block } from '../written.ts';
import { choiceOf, instruction, stateWords } from './guesses.ts';
import { reasonOf, revealed, scoreLine } from './score-line.ts';

export const picture: Picture = {
  view: 'predict',
  label: 'predict.tab',
  order: 17,
  draw: ({ id, title, judged }, options) => {
    if (!judged) return undefined;
    const { outcome, asked } = judged;
    const score = scoreLine(outcome, asked);
    const rows = revealed(outcome, asked).flatMap(({ step, verdict, number }): readonly Block[] => [
      {
        voice: 'text',
        words: [{ text: `${number}  `, kind: 'words' }, { text: instruction(step), kind: 'code' }],
        sign: verdict.state,
        end: t('picture.you-said', { said: t(choiceOf(verdict.guess).word), verdict: verdict.right === undefined ? t('predict.unscored') : verdict.right ? t('predict.right') : t('predict.wrong') }),
        above: 12,
        ruled: true,
      },
      { voice: 'small', words: [{ text: `${t(stateWords[verdict.state])}. `, kind: 'words' }, ...reasonOf(verdict)], indent: 20, above: 2 },
    ]);
    return writtenSvg([{ voice: 'say', words: score }, ...rows], { ...options, id: `${id}-predict`, title, description: score, caption: t('picture.predicted', { n: outcome.verdicts.length }) });
  },
};
