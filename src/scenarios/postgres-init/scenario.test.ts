import { describe, expect, it } from 'vitest';
import { fileIn, firstBuild, notSimulated, rerunBy } from '../trial.ts';
import { scenario } from './scenario.ts';

const conf = 'COPY postgresql.conf /etc/postgresql/postgresql.conf';
const seed = 'COPY seed /seed';
const chmod = 'RUN chmod -R 755 /docker-entrypoint-initdb.d /seed';
const sql = 'COPY initdb/01-schema.sql initdb/02-seed.sql /docker-entrypoint-initdb.d/';
const script = 'COPY --chmod=755 initdb/03-grants.sh /docker-entrypoint-initdb.d/';
const bytesOf = (version: 'bad' | 'good', step: string) => firstBuild(scenario, version).record.steps.find((one) => one.name.endsWith(step))?.bytes;

describe('the bad version', () => {
  it('stores the seed twice', () => {
    expect(bytesOf('bad', seed)).toBeGreaterThan(30_000_000);
    expect(bytesOf('bad', chmod)).toBeGreaterThan(30_000_000);
  });

  it('stores it again after every edit', () => {
    expect(rerunBy(scenario, 'bad', 'postgresql.conf')).toEqual([conf, 'COPY initdb /docker-entrypoint-initdb.d', seed, chmod]);
    expect(rerunBy(scenario, 'bad', 'the schema')).toEqual(['COPY initdb /docker-entrypoint-initdb.d', seed, chmod]);
  });
});

describe('the good version', () => {
  it.each([
    ['the schema', [sql, script, conf]],
    ['postgresql.conf', [conf]],
    ['the grants', [script, conf]],
    ['the seed', [seed, sql, script, conf]],
  ])('copies after an edit of %s only that and what is below', (label, steps) => {
    expect(rerunBy(scenario, 'good', label)).toEqual(steps);
  });

  it('has the same files, and the script may be run', () => {
    const [bad, good] = [firstBuild(scenario, 'bad'), firstBuild(scenario, 'good')];
    for (const built of [bad, good]) expect(notSimulated(built)).toEqual([]);
    for (const path of ['/seed/orders.csv', '/docker-entrypoint-initdb.d/01-schema.sql', '/etc/postgresql/postgresql.conf']) expect(fileIn(good, path)).toHaveProperty('content', (fileIn(bad, path) as { content: unknown }).content);
    expect(fileIn(good, '/docker-entrypoint-initdb.d/03-grants.sh')).toHaveProperty('mode', 0o755);
  });

  it('takes entrypoint and volume from its base', () => {
    expect(firstBuild(scenario, 'good').record.images[0]!.config.config).toMatchObject({ Entrypoint: ['docker-entrypoint.sh'], Volumes: { '/var/lib/postgresql': {} }, StopSignal: 'SIGINT' });
  });
});
