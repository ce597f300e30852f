import type { Scenario } from '#engine/workspace/scenario.ts';

const bad = `FROM ubuntu:24.04
RUN apt-get update
RUN apt-get install -y nginx
COPY . /etc/nginx
COPY html /srv/www
EXPOSE 80 443
CMD nginx -g "daemon off;"
`;

const good = `FROM nginx:alpine
COPY html /srv/www
COPY nginx.conf /etc/nginx/nginx.conf
COPY conf.d /etc/nginx/conf.d
RUN --mount=type=secret,id=site.crt --mount=type=secret,id=site.key nginx -t
EXPOSE 80 443
`;

const ignore = `*
!html
!nginx.conf
!conf.d
`;

/** A system with a server in it, and the server. */
export const versions: NonNullable<Scenario['versions']> = {
  bad: { about: 'A whole Ubuntu for one program, its settings unchecked, and the private key in a layer.', files: { Dockerfile: { text: bad } } },
  good: { about: 'The image of the server, the files that it needs, and a step that checks the settings.', files: { Dockerfile: { text: good }, '.dockerignore': { text: ignore } } },
};
