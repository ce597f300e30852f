import type { LessonFiles } from '../lesson.ts';

/** A lesson of few lines that is right: for tests that break it. */
export const smallLesson: LessonFiles = {
  'lesson.md': `---
title: Small
summary: Break it.
level: beginner
minutes: 1
xp: 4
order: 1
tags: [docker]
---

## Theory

Words with \`code\`, *stress* and [a link](https://docs.docker.com/).

::run[docker images]

::predict{id=readme}

::exercise{id=a-order}

:::cheatsheet
- \`docker images\`: lists them.
:::
`,
  'scene.yaml': `files:
  Dockerfile: |
    FROM alpine:3.20
    COPY . .
  README.md: "# hello\\n"
  run.sh: { text: x, mode: "755" }
  video.mp4: { size: 5 MB }
`,
  'questions.yaml': `- predict: readme
  says: You edit README.md and build.
  edits: [{ edit: README.md }]
  steps: { "COPY . .": miss }
`,
  'exercises/a-order.yaml': `title: Order
task: Leave COPY cached.
checks:
  - id: stays
    says: COPY stays cached
    after: [{ edit: README.md }]
    cached: COPY
hints:
  - { id: any, rungs: [Look, "Ignore \`README.md\`"] }
solutions:
  - { name: ignored, files: { .dockerignore: "README.md" } }
  - { name: named, files: { Dockerfile: "FROM alpine:3.20\\nCOPY run.sh .\\n" } }
wrong:
  - { name: nothing, fails: [stays], hint: any, options: { noCache: true } }
`,
};
