import type { Scenario } from '#engine/workspace/scenario.ts';
import { context, grants, regions, schema, settings } from './context.ts';
import { versions } from './versions.ts';

/** A database with its tables and 30 MB of data to begin with: what a chmod costs. */
export const scenario: Scenario = {
  slug: 'postgres-init',
  title: 'PostgreSQL with a seed',
  about: 'A database image with tables and data to begin with, whose 30 MB are stored once or twice.',
  group: 'Servers and sites',
  point: 'Changing a mode stores the file again: let COPY set it. The entrypoint, the volume and the settings come with the base; only files are added.',
  files: context,
  dockerfile: 'Dockerfile',
  options: { tags: ['shop-db:18.3'] },
  begins: Date.UTC(2026, 8, 1, 9),
  prologue: [{ type: 'build' }],
  versions,
  edits: [
    { label: 'the schema', weight: 55, actions: [{ type: 'write', path: 'initdb/01-schema.sql', text: schema('{n}') }] },
    { label: 'postgresql.conf', weight: 20, actions: [{ type: 'write', path: 'postgresql.conf', text: settings('{n}') }] },
    { label: 'the grants', weight: 15, actions: [{ type: 'write', path: 'initdb/03-grants.sh', text: grants('{n}') }] },
    { label: 'the seed', weight: 10, actions: [{ type: 'write', path: 'seed/regions.csv', text: regions('{n}') }] },
  ],
  tries: [
    { label: 'Edit the schema', action: { type: 'write', path: 'initdb/01-schema.sql', text: schema(120) }, shown: 'One number of the schema, and 30 MB were stored again, twice: by the COPY below it and by the chmod below that.' },
    { label: 'Edit postgresql.conf', action: { type: 'write', path: 'postgresql.conf', text: settings(512) } },
    { label: 'Edit the grants', action: { type: 'write', path: 'initdb/03-grants.sh', text: grants(80) } },
  ],
};
