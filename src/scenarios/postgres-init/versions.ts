import type { Scenario } from '#engine/workspace/scenario.ts';

const bad = `FROM postgres:18
COPY postgresql.conf /etc/postgresql/postgresql.conf
COPY initdb /docker-entrypoint-initdb.d
COPY seed /seed
RUN chmod -R 755 /docker-entrypoint-initdb.d /seed
CMD ["postgres", "-c", "config_file=/etc/postgresql/postgresql.conf"]
`;

const good = `FROM postgres:18
COPY seed /seed
COPY initdb/01-schema.sql initdb/02-seed.sql /docker-entrypoint-initdb.d/
COPY --chmod=755 initdb/03-grants.sh /docker-entrypoint-initdb.d/
COPY postgresql.conf /etc/postgresql/postgresql.conf
CMD ["postgres", "-c", "config_file=/etc/postgresql/postgresql.conf"]
`;

/** A mode that is set afterwards, and one that is set while copying. */
export const versions: NonNullable<Scenario['versions']> = {
  bad: { about: 'A chmod afterwards stores the seed a second time, and every edit above it stores it twice again.', files: { Dockerfile: { text: bad } } },
  good: { about: 'The seed first, since it is large and rarely changes; the script gets its mode while it is copied.', files: { Dockerfile: { text: good }, '.dockerignore': { text: '*.md\n' } } },
};
