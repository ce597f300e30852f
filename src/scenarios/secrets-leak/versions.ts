import type { Scenario } from '#engine/workspace/scenario.ts';
import { token } from './context.ts';

const bad = `FROM node:22-slim
ARG NPM_TOKEN
ENV API_KEY=acme-live-7f83b1657ff1
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN rm .env
CMD ["node", "src/main.js"]
`;

const good = `FROM node:22-slim
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
ARG TOKEN_VERSION=1
RUN --mount=type=cache,target=/root/.npm \\
    --mount=type=secret,id=npm_token,env=NPM_TOKEN,required=true \\
    npm ci
COPY src ./src
USER node
CMD ["node", "src/main.js"]
`;

const ignore = `.env
.git
*.md
Dockerfile
.dockerignore
`;

/** Three secrets in the image, and none. */
export const versions: NonNullable<Scenario['versions']> = {
  bad: {
    about: 'A token in the history, a key in the config, and a password in a layer below the one that deletes it.',
    files: { Dockerfile: { text: bad } },
    options: { tags: ['billing:2.0.0'], buildArgs: { NPM_TOKEN: token } },
  },
  good: {
    about: 'The token is mounted for one command, the password is never sent, the key comes with the container.',
    files: { Dockerfile: { text: good }, '.dockerignore': { text: ignore } },
  },
};
