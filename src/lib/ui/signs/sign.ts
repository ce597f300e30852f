/**
 * The signs of Layerscope as path data in a 12 × 12 box, one drawing for the components and for static pictures.
 * Borrowed from arithmetic: two bars for the same, a delta for changed, a cross for failed, one bar for not needed.
 */
import type { MessageId } from '#messages/index.ts';

export type SignName = 'cached' | 'rebuilt' | 'failed' | 'not-needed' | 'running' | 'waiting' | 'stopped' | 'modelled';

/** A path that is filled, or stroked where `stroke` gives a width. */
export interface SignShape {
  readonly d: string;
  readonly stroke?: number;
  readonly opacity?: number;
}

const RING = 'M6 1.7a4.3 4.3 0 1 1 0 8.6a4.3 4.3 0 1 1 0-8.6Z';

export const SIGNS: Readonly<Record<SignName, readonly SignShape[]>> = {
  cached: [{ d: 'M1.5 3h9v2.2h-9ZM1.5 6.8h9V9h-9Z' }],
  rebuilt: [{ d: 'M6 1.2 11.2 10.4H.8Z' }],
  failed: [{ d: 'M2.3 2.3 9.7 9.7M9.7 2.3 2.3 9.7', stroke: 2.4 }],
  'not-needed': [{ d: 'M2 5h8v2H2Z' }],
  running: [{ d: RING, stroke: 1.4, opacity: 0.45 }, { d: 'M6 1.7A4.3 4.3 0 0 1 10.3 6H6Z' }],
  waiting: [{ d: 'M6 4.4a1.6 1.6 0 1 1 0 3.2a1.6 1.6 0 1 1 0-3.2Z' }],
  stopped: [{ d: RING, stroke: 1.5 }, { d: 'M3 9 9 3', stroke: 1.5 }],
  modelled: [
    { d: 'M1.2 4.9c1.6-2 3.2-1.6 4.8-.5s3.2 1.4 4.8-.5', stroke: 1.5 },
    { d: 'M1.2 8.6c1.6-2 3.2-1.6 4.8-.5s3.2 1.4 4.8-.5', stroke: 1.5 },
  ],
};

/** The shield where a wave stops, in a 22 × 26 box: its outline, and the two bars inside. */
export const SHIELD = {
  width: 22,
  height: 26,
  outline: 'M11 1.2 20.5 4.4V12c0 6-3.9 10.2-9.5 12.6C5.4 22.2 1.5 18 1.5 12V4.4Z',
  bars: 'M6.5 8.8h9v2.3h-9ZM6.5 13.1h9v2.3h-9Z',
} as const;

/** The word for each sign, as in the legend. */
export const SIGN_WORDS: Readonly<Record<SignName, MessageId>> = {
  cached: 'widgets.cached',
  rebuilt: 'widgets.rebuilt',
  failed: 'widgets.failed',
  'not-needed': 'widgets.not-needed',
  running: 'widgets.running',
  waiting: 'widgets.waiting',
  stopped: 'widgets.stopped',
  modelled: 'widgets.modelled',
};
