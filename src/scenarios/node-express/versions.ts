import type { Scenario } from '#engine/workspace/scenario.ts';

const bad = `FROM node:22
WORKDIR /app
COPY . .
RUN npm install
EXPOSE 3000
CMD ["npm", "start"]
`;

const good = `FROM node:22-slim
ENV NODE_ENV=production
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev
COPY src ./src
USER node
EXPOSE 3000
CMD ["node", "src/server.js"]
`;

const ignore = `.git
node_modules
test
*.md
eslint.config.js
Dockerfile
.dockerignore
`;

/** Everything copied before the packages are installed, and the manifests alone. */
export const versions: NonNullable<Scenario['versions']> = {
  bad: { about: 'Everything is copied first, so every edit installs all packages again.', files: { Dockerfile: { text: bad } } },
  good: { about: 'The manifests are copied first, and only what the server needs is sent.', files: { Dockerfile: { text: good }, '.dockerignore': { text: ignore } } },
};
