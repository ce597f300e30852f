import type { Scenario } from '#engine/workspace/scenario.ts';

const bad = `FROM node:22
WORKDIR /app
RUN corepack enable
COPY . .
RUN pnpm install --frozen-lockfile
RUN pnpm -r build && mv packages/web/dist packages/api/public
WORKDIR /app/packages/api
EXPOSE 3000
CMD ["node", "dist/server.js"]
`;

const good = `FROM node:22-slim AS base
ENV PNPM_HOME=/pnpm
WORKDIR /app
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
RUN corepack enable && corepack install
COPY --parents packages/*/package.json ./
RUN --mount=type=cache,id=pnpm,target=/pnpm/store pnpm install --frozen-lockfile

FROM base AS api
COPY packages/api packages/api
RUN pnpm --filter @acme/api build
RUN --mount=type=cache,id=pnpm,target=/pnpm/store pnpm --filter @acme/api deploy --prod /out

FROM base AS web
COPY packages/ui packages/ui
COPY packages/web packages/web
RUN pnpm --filter @acme/web build

FROM node:22-slim
WORKDIR /app
COPY --link --from=api /out ./
COPY --link --from=web /app/packages/web/dist ./public
USER node
EXPOSE 3000
CMD ["node", "dist/server.js"]
`;

const ignore = `.git
docs
**/node_modules
**/dist
**/*.md
Dockerfile
.dockerignore
`;

/** One stage for all packages, and one for each application. */
export const versions: NonNullable<Scenario['versions']> = {
  bad: { about: 'All packages share one stage, so an edit in any of them installs and builds all of them.', files: { Dockerfile: { text: bad } } },
  good: { about: 'The manifests of all packages are installed once; each application has a stage that copies only what it needs.', files: { Dockerfile: { text: good }, '.dockerignore': { text: ignore } } },
};
