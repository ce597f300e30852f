import type { Scenario } from '#engine/workspace/scenario.ts';

const bad = `FROM ubuntu:latest
MAINTAINER dev@example.com
ARG BUILD_DATE
ENV DB_PASSWORD=hunter2
ADD . /
RUN apt-get update
RUN apt-get install -y python3-pip nodejs npm build-essential git vim
RUN pip install --break-system-packages -r backend/requirements.txt
RUN cd frontend && npm install && npm run build
RUN cp .env /etc/app.env && rm .env id_rsa
RUN chown -R 1000 /backend /frontend
WORKDIR backend
EXPOSE 127.0.0.1:8000:8000
CMD python3 app.py & cd ../frontend && npm start
`;

const good = `FROM node:22-slim AS web
WORKDIR /web
COPY frontend/package.json frontend/package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci
COPY frontend ./
RUN npm run build

FROM python:3.13-slim AS venv
RUN python -m venv /opt/venv
ENV PATH=/opt/venv/bin:$PATH
COPY backend/requirements.txt ./
RUN --mount=type=cache,target=/root/.cache/pip pip install -r requirements.txt

FROM python:3.13-slim@sha256:9662417aace5ae7b8e2609cce472b72a8958e134ba372808abe9cc1a0c0125e6
ENV PATH=/opt/venv/bin:$PATH
WORKDIR /srv
COPY --from=venv /opt/venv /opt/venv
COPY --from=web --chown=1000 /web/dist ./static
COPY --chown=1000 backend ./backend
USER 1000
EXPOSE 8000
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "backend.app:app"]
ARG BUILD_DATE
LABEL org.opencontainers.image.created=$BUILD_DATE
`;

const ignore = `*
!backend
!frontend
**/node_modules
**/__pycache__
`;

/** All mistakes in one file, and none. */
export const versions: NonNullable<Scenario['versions']> = {
  bad: { about: 'Secrets, gigabytes and two servers in one stage; every edit and every new date start it all again.', files: { Dockerfile: { text: bad } } },
  good: { about: 'Three stages, manifests before sources, no secret in any layer, and the date of the build at the end.', files: { Dockerfile: { text: good }, '.dockerignore': { text: ignore } } },
};
