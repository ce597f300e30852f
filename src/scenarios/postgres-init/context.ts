import type { ScenarioFile } from '#engine/workspace/scenario.ts';

/** Tables, with a name of that many characters. */
export const schema = (length: number | string) => `CREATE TABLE customers (
    id    bigint PRIMARY KEY,
    name  varchar(${length}) NOT NULL
);

CREATE TABLE orders (
    id        bigint PRIMARY KEY,
    customer  bigint NOT NULL REFERENCES customers,
    total     integer NOT NULL
);
`;

const seed = `\\copy customers FROM '/seed/customers.csv' CSV
\\copy orders FROM '/seed/orders.csv' CSV
`;

/** Rights, for that many connections. */
export const grants = (connections: number | string) => `#!/bin/sh
set -e
psql --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<SQL
CREATE ROLE app LOGIN CONNECTION LIMIT ${connections};
GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO app;
SQL
`;

/** Settings, with that many megabytes of shared buffers. */
export const settings = (megabytes: number | string) => `listen_addresses = '*'
shared_buffers = ${megabytes}MB
log_min_duration_statement = 250
`;

/** One more table of the seed. */
export const regions = (count: number | string) => `1,north,${count}\n2,south,${count}\n`;

export const context: Readonly<Record<string, ScenarioFile>> = {
  'README.md': { text: '# database\n\n    docker run -e POSTGRES_PASSWORD=secret shop-db\n' },
  'initdb/01-schema.sql': { text: schema(80) },
  'initdb/02-seed.sql': { text: seed },
  'initdb/03-grants.sh': { text: grants(40) },
  'postgresql.conf': { text: settings(256) },
  'seed/customers.csv': { size: 6_000_000 },
  'seed/orders.csv': { size: 24_000_000 },
  'seed/regions.csv': { text: regions(12) },
};
