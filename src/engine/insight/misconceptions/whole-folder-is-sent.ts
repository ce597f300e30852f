/** BuildKit asks for the paths that the build uses. */
import { dockerfile, plainScene, twoDockerfiles } from './demo.ts';
import type { Misconception } from './misconception.ts';

export const wholeFolderIsSent: Misconception = {
  id: 'whole-folder-is-sent',
  belief: 'predict.belief-whole-folder-is-sent',
  truth: 'predict.truth-whole-folder-is-sent',
  demo: {
    scene: plainScene,
    actions: twoDockerfiles('transfer', dockerfile('FROM alpine:3.20', 'COPY package.json /app/'), dockerfile('FROM alpine:3.20', 'COPY . /app/'), { 'package.json': '{ "name": "app" }\n', 'data.bin': { size: 300_000 } }),
  },
};
