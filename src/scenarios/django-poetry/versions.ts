import type { Scenario } from '#engine/workspace/scenario.ts';

const bad = `FROM python:3.13
ENV POETRY_VIRTUALENVS_CREATE=false
WORKDIR /app
COPY . .
RUN apt-get update && apt-get install -y gcc libpq-dev
RUN pip install poetry
RUN poetry install
RUN python manage.py collectstatic --noinput
EXPOSE 8000
CMD gunicorn config.wsgi
`;

const good = `FROM python:3.13-slim AS lock
RUN --mount=type=cache,target=/root/.cache/pip pip install poetry poetry-plugin-export
WORKDIR /lock
COPY pyproject.toml poetry.lock ./
RUN poetry export --only main -o requirements.txt

FROM python:3.13-slim AS venv
RUN apt-get update && apt-get install -y --no-install-recommends gcc libc6-dev libpq-dev && rm -rf /var/lib/apt/lists/*
RUN python -m venv /opt/venv
ENV PATH=/opt/venv/bin:$PATH
COPY --from=lock /lock/requirements.txt ./
RUN --mount=type=cache,target=/root/.cache/pip pip install -r requirements.txt

FROM venv AS static
WORKDIR /app
COPY manage.py ./
COPY config ./config
COPY static ./static
RUN python manage.py collectstatic --noinput --settings=config.static

FROM python:3.13-slim
RUN apt-get update && apt-get install -y --no-install-recommends libpq5 && rm -rf /var/lib/apt/lists/*
ENV PATH=/opt/venv/bin:$PATH
WORKDIR /app
COPY --from=venv /opt/venv /opt/venv
COPY --from=static /app/staticfiles ./staticfiles
COPY manage.py ./
COPY config ./config
COPY locale ./locale
COPY templates ./templates
COPY apps ./apps
USER nobody
EXPOSE 8000
CMD ["gunicorn", "config.wsgi"]
`;

const ignore = `.git
**/__pycache__
*.md
Dockerfile
.dockerignore
`;

/** Everything in one stage, and a stage for each question. */
export const versions: NonNullable<Scenario['versions']> = {
  bad: { about: 'Poetry, compilers and tests ship with the site, and a word of a template installs them all again.', files: { Dockerfile: { text: bad } } },
  good: { about: 'The lock becomes a plain list in one stage; packages and static files are made in two others.', files: { Dockerfile: { text: good }, '.dockerignore': { text: ignore } } },
};
