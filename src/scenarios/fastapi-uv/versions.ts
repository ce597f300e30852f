import type { Scenario } from '#engine/workspace/scenario.ts';

const bad = `FROM python:3.13-slim
COPY --from=ghcr.io/astral-sh/uv:latest /uv /bin/
WORKDIR /app
COPY . .
RUN uv sync
EXPOSE 8000
CMD uv run uvicorn api.main:app --host 0.0.0.0
`;

const good = `FROM python:3.13-slim
ENV UV_COMPILE_BYTECODE=1 UV_LINK_MODE=copy
WORKDIR /app
RUN --mount=from=ghcr.io/astral-sh/uv:latest,source=/uv,target=/bin/uv \\
    --mount=type=cache,target=/root/.cache/uv \\
    --mount=type=bind,source=pyproject.toml,target=pyproject.toml \\
    --mount=type=bind,source=uv.lock,target=uv.lock \\
    uv sync --locked --no-dev --no-install-project
COPY pyproject.toml uv.lock README.md ./
COPY src ./src
RUN --mount=from=ghcr.io/astral-sh/uv:latest,source=/uv,target=/bin/uv \\
    --mount=type=cache,target=/root/.cache/uv \\
    uv sync --locked --no-dev
ENV PATH=/app/.venv/bin:$PATH
EXPOSE 8000
CMD ["uvicorn", "api.main:app", "--host", "0.0.0.0"]
`;

const ignore = `.git
.venv
tests
**/__pycache__
Dockerfile
.dockerignore
`;

/** One sync of everything, and two: packages, then the project. */
export const versions: NonNullable<Scenario['versions']> = {
  bad: { about: 'One sync below a copy of everything: each edit downloads all packages again.', files: { Dockerfile: { text: bad } } },
  good: { about: 'Packages come from mounted manifests and a cache mount; uv is mounted too, and not in the image.', files: { Dockerfile: { text: good }, '.dockerignore': { text: ignore } } },
};
