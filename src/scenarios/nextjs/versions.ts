import type { Scenario } from '#engine/workspace/scenario.ts';

const bad = `FROM node:22
WORKDIR /app
COPY . .
RUN npm ci
RUN npm run build
EXPOSE 3000
CMD ["npm", "start"]
`;

const good = `FROM node:22-slim AS deps
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci

FROM node:22-slim AS build
WORKDIR /app
COPY --from=deps /app/node_modules ./node_modules
COPY package.json next.config.ts tsconfig.json ./
COPY lib ./lib
COPY app ./app
ARG NEXT_PUBLIC_SHOP_NAME="Corner Shop"
RUN --mount=type=cache,target=/app/.next/cache npm run build

FROM node:22-slim
ENV NODE_ENV=production
WORKDIR /app
COPY public ./public
COPY --from=build /app/.next/static ./.next/static
COPY --from=build /app/.next/standalone ./
USER node
EXPOSE 3000
CMD ["node", "server.js"]
`;

const ignore = `.env*
.git
.next
node_modules
*.md
Dockerfile
.dockerignore
`;

/** One stage with everything, and three of which the last ships. */
export const versions: NonNullable<Scenario['versions']> = {
  bad: { about: 'One stage: an old build and local secrets are sent, and every edit installs and builds all.', files: { Dockerfile: { text: bad } } },
  good: { about: 'One stage installs, one builds, and the last holds the server that Next.js traced.', files: { Dockerfile: { text: good }, '.dockerignore': { text: ignore } } },
};
