/** A RUN is keyed by its text, its environment and its parent: nothing looks at what it would fetch. */
import { dockerfile, plainScene, twoBuilds } from './demo.ts';
import type { Misconception } from './misconception.ts';
import { isQuiet } from './world-changes.ts';
import { saidMiss } from './wrong-guess.ts';

/** Commands that ask the network. */
const fetches = /\b(?:apt-get|apt|apk|dnf|yum|curl|wget|git clone|git pull|npm|pnpm|yarn|pip3?|poetry|uv|bundle|composer|cargo|go (?:mod|get|install)|mvn|gradle|dotnet restore|mix deps)\b/;

export const runNoticesTheWorld: Misconception = {
  id: 'run-notices-the-world',
  belief: 'predict.belief-run-notices-the-world',
  truth: 'predict.truth-run-notices-the-world',
  matches: (wrong) => {
    if (!saidMiss(wrong) || wrong.now.step.keyword !== 'RUN' || !fetches.test(wrong.now.step.text)) return 0;
    return wrong.world.days > 0 ? 85 : isQuiet(wrong.world) ? 60 : 0;
  },
  demo: {
    scene: plainScene,
    actions: twoBuilds('stale-lists', { Dockerfile: dockerfile('FROM debian:bookworm-slim', 'RUN apt-get update', 'RUN echo ready') }, [{ type: 'wait', duration: 365 * 86_400_000 }]),
    shows: { step: '0.2', state: 'cached' },
  },
};
