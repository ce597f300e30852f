import type { Scenario } from '#engine/workspace/scenario.ts';

const bad = `FROM python:3.13
WORKDIR /work
COPY . .
RUN pip install -r requirements.txt
CMD python src/train.py
`;

const good = `FROM python:3.13-slim
ENV PIP_EXTRA_INDEX_URL=https://download.pytorch.org/whl/cpu
WORKDIR /work
COPY requirements-heavy.txt ./
RUN --mount=type=cache,target=/root/.cache/pip pip install -r requirements-heavy.txt
COPY requirements.txt ./
RUN --mount=type=cache,target=/root/.cache/pip pip install -r requirements.txt
COPY src ./src
CMD ["python", "src/train.py"]
`;

const ignore = `*
!requirements*.txt
!src
`;

/** One install of everything, and one for each weight. */
export const versions: NonNullable<Scenario['versions']> = {
  bad: { about: 'Two gigabytes of data in the context, and gigabytes of packages installed again for a number in a script.', files: { Dockerfile: { text: bad } } },
  good: { about: 'Heavy packages in a layer of their own, built for processors; data and notebooks stay outside.', files: { Dockerfile: { text: good }, '.dockerignore': { text: ignore } } },
};
