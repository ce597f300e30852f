import type { Scenario } from '#engine/workspace/scenario.ts';

const bad = `FROM python:3.13
WORKDIR /srv
COPY . .
RUN pip install -r requirements.txt
EXPOSE 8000
CMD gunicorn --bind 0.0.0.0:8000 "app:create_app()"
`;

const good = `FROM python:3.13-slim
WORKDIR /srv
COPY requirements.txt ./
RUN --mount=type=cache,target=/root/.cache/pip pip install -r requirements.txt
COPY app ./app
USER nobody
EXPOSE 8000
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "app:create_app()"]
`;

const ignore = `.git
.venv
**/__pycache__
instance
tests
*.md
Dockerfile
.dockerignore
`;

/** Everything at once, and what rarely changes first. */
export const versions: NonNullable<Scenario['versions']> = {
  bad: { about: 'The whole folder is copied first, with the environment and the database of the machine it lies on.', files: { Dockerfile: { text: bad } } },
  good: { about: 'Requirements first, then the application and nothing else; downloads stay in a cache mount.', files: { Dockerfile: { text: good }, '.dockerignore': { text: ignore } } },
};
