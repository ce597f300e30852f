/** A compiler that runs on the build machine can write for another. */
import { dockerfile, plainScene, twoBuilds, write } from './demo.ts';
import type { Misconception } from './misconception.ts';

export const multiArchNeedsEmulation: Misconception = {
  id: 'multi-arch-needs-emulation',
  belief: 'predict.belief-multi-arch-needs-emulation',
  truth: 'predict.truth-multi-arch-needs-emulation',
  demo: {
    scene: plainScene,
    actions: twoBuilds('platforms', { Dockerfile: dockerfile('FROM --platform=$BUILDPLATFORM golang:1.22 AS build', 'WORKDIR /src', 'COPY main.go go.mod ./', 'ARG TARGETARCH', 'RUN GOARCH=$TARGETARCH go build -o /app', '', 'FROM alpine:3.20', 'COPY --from=build /app /app'), 'go.mod': 'module example.com/app\n\ngo 1.22\n', 'main.go': 'package main\n\nfunc main() { println("one") }\n' }, [write('main.go', 'package main\n\nfunc main() { println("two") }\n')], { platforms: ['linux/arm64'] }),
  },
};
