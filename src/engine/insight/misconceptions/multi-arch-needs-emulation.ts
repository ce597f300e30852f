/** A compiler that runs on the build machine can write for another. */
import { build, dockerfile, plainScene, project, write } from './demo.ts';
import type { Misconception } from './misconception.ts';

const compiledOn = (platform: string): string => dockerfile(`FROM ${platform}golang:1.22 AS build`, 'WORKDIR /src', 'COPY main.go go.mod ./', 'ARG TARGETARCH', 'RUN GOARCH=$TARGETARCH go build -o /app', '', 'FROM alpine:3.20', 'COPY --from=build /app /app');

export const multiArchNeedsEmulation: Misconception = {
  id: 'multi-arch-needs-emulation',
  belief: 'predict.belief-multi-arch-needs-emulation',
  truth: 'predict.truth-multi-arch-needs-emulation',
  demo: {
    scene: plainScene,
    actions: [
      project('platforms', { Dockerfile: compiledOn(''), 'go.mod': 'module example.com/app\n\ngo 1.22\n', 'main.go': 'package main\n\nfunc main() { println("hello") }\n' }),
      { type: 'options', options: { platforms: ['linux/arm64'] } },
      build,
      write('Dockerfile', compiledOn('--platform=$BUILDPLATFORM ')),
      build,
    ],
  },
};
