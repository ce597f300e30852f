import type { Scenario } from '#engine/workspace/scenario.ts';

const bad = `FROM node:22
WORKDIR /app
COPY . .
RUN npm install
EXPOSE 5173
CMD ["npm", "run", "dev", "--", "--host"]
`;

const good = `FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci
COPY --exclude=nginx.conf . .
RUN npm run build

FROM nginx:alpine
COPY nginx.conf /etc/nginx/conf.d/default.conf
COPY --from=build /app/dist /usr/share/nginx/html
`;

const ignore = `.git
dist
node_modules
Dockerfile
.dockerignore
`;

/** A development server in production, and the built site behind nginx. */
export const versions: NonNullable<Scenario['versions']> = {
  bad: { about: 'The development server is shipped, with every tool and package that it needs.', files: { Dockerfile: { text: bad } } },
  good: { about: 'One stage builds the site, another serves it; only the finished files pass between them.', files: { Dockerfile: { text: good }, '.dockerignore': { text: ignore } } },
};
