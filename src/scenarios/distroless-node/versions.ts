import type { Scenario } from '#engine/workspace/scenario.ts';

const bad = `FROM node:22
WORKDIR /app
COPY . .
RUN npm install
EXPOSE 8080
CMD npm start
`;

/** Also what a try adds a line to. */
export const good = `FROM node:22-slim AS deps
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev

FROM gcr.io/distroless/nodejs22-debian12:debug AS debug
WORKDIR /app
COPY --from=deps /app/node_modules ./node_modules
COPY package.json server.js ./
COPY src ./src
CMD ["server.js"]

FROM gcr.io/distroless/nodejs22-debian12:nonroot
WORKDIR /app
COPY --from=deps /app/node_modules ./node_modules
COPY package.json server.js ./
COPY src ./src
EXPOSE 8080
CMD ["server.js"]
`;

const ignore = `.git
node_modules
*.md
Dockerfile
.dockerignore
`;

/** A whole Debian with npm, and a program with its runtime. */
export const versions: NonNullable<Scenario['versions']> = {
  bad: { about: 'A whole Debian with compilers and npm starts the service, through a shell that takes the signals.', files: { Dockerfile: { text: bad } } },
  good: { about: 'Node.js and the service and nothing else; a debug target has the same files and a shell.', files: { Dockerfile: { text: good }, '.dockerignore': { text: ignore } } },
};
