import type { Scenario } from '#engine/workspace/scenario.ts';

const bad = `FROM alpine:3.24
RUN apk add --no-cache hugo
WORKDIR /site
COPY . .
RUN hugo --minify
EXPOSE 1313
CMD ["hugo", "server", "--bind", "0.0.0.0"]
`;

const good = `FROM alpine:3.24 AS build
RUN apk add --no-cache hugo
WORKDIR /site
COPY --exclude=static . .
RUN hugo --minify

FROM nginx:alpine
COPY static /usr/share/nginx/html
COPY --from=build /site/public /usr/share/nginx/html
`;

const ignore = `.git
public
Dockerfile
.dockerignore
`;

/** The generator in production, and pages above photographs. */
export const versions: NonNullable<Scenario['versions']> = {
  bad: { about: 'The generator is shipped with the site, and 80 MB of photographs are in two layers, sources and site.', files: { Dockerfile: { text: bad } } },
  good: { about: 'Photographs are a layer of their own below the pages, and a web server serves both.', files: { Dockerfile: { text: `# syntax=docker/dockerfile:1-labs\n${good}` }, '.dockerignore': { text: ignore } } },
};
