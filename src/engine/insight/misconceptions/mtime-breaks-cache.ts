/** Modified times are in no key. */
import { dockerfile, plainScene, twoBuilds } from './demo.ts';
import type { Misconception } from './misconception.ts';
import { isQuiet } from './world-changes.ts';
import { readsFile, saidMiss } from './wrong-guess.ts';

export const mtimeBreaksCache: Misconception = {
  id: 'mtime-breaks-cache',
  belief: 'predict.belief-mtime-breaks-cache',
  truth: 'predict.truth-mtime-breaks-cache',
  matches: (wrong) => {
    const { world, now } = wrong;
    if (!saidMiss(wrong) || world.touched.length === 0) return 0;
    if (world.touched.some((path) => readsFile(now.step, path)) && !world.changed.some((path) => readsFile(now.step, path))) return 90;
    return isQuiet(world) ? 80 : 0;
  },
  demo: {
    scene: plainScene,
    actions: twoBuilds('touch', { Dockerfile: dockerfile('FROM alpine:3.20', 'COPY main.sh /app/', 'RUN cat /app/main.sh'), 'main.sh': 'echo hello\n' }, [{ type: 'wait', duration: 60_000 }, { type: 'touch', path: 'main.sh' }]),
    shows: { step: '0.2', state: 'cached' },
  },
};
