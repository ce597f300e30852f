/** Dockerfiles to measure with: those of public repositories where the reference corpus is present, else generated ones. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Random } from './random.ts';

export interface Dockerfiles {
  readonly texts: readonly string[];
  /** What they are, for the head of a table. */
  readonly about: string;
}

const corpus = join(resolve(process.env['LAYERSCOPE_CORPUS'] ?? '../shared/corpus'), 'dockerfiles', 'real.jsonl.gz');

export function realOrGenerated(): Dockerfiles {
  if (existsSync(corpus)) {
    const lines = gunzipSync(readFileSync(corpus)).toString('utf8').split('\n');
    const texts = lines.flatMap((line) => (line === '' ? [] : ((JSON.parse(line) as { text?: string }).text ?? [])));
    return { texts, about: `${texts.length} Dockerfiles of public repositories (the reference corpus)` };
  }
  const random = new Random(1);
  const texts = Array.from({ length: 600 }, () => generatedDockerfile(random, 10 + random.below(90)));
  return { texts, about: `${texts.length} generated Dockerfiles: the reference corpus is not here` };
}

const packages = ['ca-certificates', 'curl', 'git', 'build-essential', 'libpq-dev', 'openssl', 'python3-dev', 'zlib1g-dev', 'unzip', 'jq'];
const names = ['api', 'web', 'worker', 'assets', 'tools', 'deps', 'lint', 'docs', 'proto', 'gateway'];

/** One instruction, as people write them; the longest has eight lines. */
function instruction(random: Random, stages: readonly string[]): readonly string[] {
  const name = random.pick(names);
  switch (random.below(12)) {
    case 0:
      return ['RUN apt-get update && apt-get install -y --no-install-recommends \\', ...Array.from({ length: 1 + random.below(5) }, () => `    ${random.pick(packages)} \\`), '    && rm -rf /var/lib/apt/lists/*'];
    case 1:
      return [`COPY --chown=app:app services/${name}/package*.json ./${name}/`];
    case 2:
      return [`ENV ${name.toUpperCase()}_HOME=/opt/${name} \\`, `    ${name.toUpperCase()}_PORT="80${random.below(90) + 10}"`];
    case 3:
      return ['', `# What ${name} needs, and nothing more: its tests run elsewhere.`];
    case 4:
      return [`RUN --mount=type=cache,target=/root/.cache/${name} \\`, `    cd services/${name} && make build VERSION=\${VERSION} TARGET=$\{TARGETARCH:-amd64}`];
    case 5:
      return stages.length > 0 ? [`COPY --from=${random.pick(stages)} /opt/${name}/bin /usr/local/bin/`] : [`COPY ${name} /opt/${name}`];
    case 6:
      return [`LABEL org.opencontainers.image.title="${name}" org.opencontainers.image.source=https://example.com/${name}`];
    case 7:
      return [`WORKDIR /srv/${name}`];
    case 8:
      return [`ARG ${name.toUpperCase()}_VERSION=1.${random.below(20)}.${random.below(20)}`];
    case 9:
      return ['RUN <<EOF', 'set -e', `install -d -o app /var/lib/${name}`, `echo "built ${name}" > /etc/${name}.stamp`, 'EOF'];
    case 10:
      return [`RUN curl -fsSL https://example.com/${name}/releases/v${random.below(9)}.tar.gz | tar -xz -C /opt/${name}`];
    default:
      return [`HEALTHCHECK --interval=30s CMD ["curl", "-f", "http://localhost:80${random.below(90) + 10}/healthz"]`];
  }
}

/** A Dockerfile of exactly so many lines, a stage for about every 25 of them. */
export function generatedDockerfile(random: Random, length: number): string {
  const lines = ['# syntax=docker/dockerfile:1', 'ARG VERSION=1.0.0'];
  const stages: string[] = [];
  while (lines.length < length) {
    if (stages.length === 0 || random.below(18) === 0) {
      const stage = `${random.pick(names)}-${stages.length}`;
      lines.push('', `FROM ${stages.length > 0 && random.below(2) === 0 ? random.pick(stages) : 'node:22-bookworm-slim'} AS ${stage}`);
      stages.push(stage);
    }
    lines.push(...instruction(random, stages.slice(0, -1)));
    if (lines.length > length) lines.splice(length - 1, Infinity, 'CMD ["node", "server.js"]');
  }
  return `${lines.join('\n')}\n`;
}
