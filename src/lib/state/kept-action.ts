/** The shape of actions wherever they are kept: in saved work, in links. */
import * as v from 'valibot';
import { importLimits, type ImportedFile } from '#engine/workspace/import.ts';
import { options, path } from './kept-options.ts';

const duration = v.pipe(v.number(), v.minValue(0));

const extras = v.object({
  cacheTo: v.optional(v.array(v.object({ type: v.picklist(['inline', 'registry', 'local']), to: v.optional(v.string()), mode: v.optional(v.picklist(['min', 'max'])) }))),
  cacheFrom: v.optional(v.array(v.object({ type: v.picklist(['registry', 'local']), from: v.string() }))),
  output: v.optional(
    v.variant('type', [
      v.object({ type: v.literal('image'), push: v.optional(v.boolean()) }),
      v.object({ type: v.literal('docker'), dest: v.optional(v.string()) }),
      v.object({ type: v.literal('oci'), dest: v.string() }),
      v.object({ type: v.picklist(['local', 'tar']), dest: v.string() }),
      v.object({ type: v.literal('cacheonly') }),
    ]),
  ),
  push: v.optional(v.boolean()),
  load: v.optional(v.boolean()),
  provenance: v.optional(v.boolean()),
  rewriteTimestamp: v.optional(v.boolean()),
  interrupted: v.optional(duration),
});

const builder = v.object({
  strategy: v.picklist(['buildkit', 'classic']),
  driver: v.picklist(['docker', 'container']),
  imageStore: v.picklist(['containerd', 'overlay2']),
});

const mode = v.pipe(v.number(), v.integer());

const importedFile = v.union([
  v.object({ path, text: v.string(), mode: v.optional(mode) }),
  v.object({ path, base64: v.string(), mode: v.optional(mode) }),
  v.object({ path, size: v.pipe(v.number(), v.safeInteger(), v.minValue(0)), mode: v.optional(mode) }),
  v.object({ path, target: v.string() }),
  v.object({ path, dir: v.literal(true), mode: v.optional(mode) }),
]);

/** Checked as they are and not copied: there can be 20,000 of them, and who keeps them knows them by this very array. */
const importedFiles = v.custom<readonly ImportedFile[]>((files) => v.is(v.pipe(v.array(importedFile), v.maxLength(importLimits.entries)), files), 'not the files of a folder');

/** Any action of a workspace. */
export const action = v.variant('type', [
  v.object({ type: v.literal('write'), path, text: v.string() }),
  v.object({ type: v.literal('mkdir'), path }),
  v.object({ type: v.literal('symlink'), path, target: v.string() }),
  v.object({ type: v.literal('delete'), path }),
  v.object({ type: v.literal('rename'), path, to: path }),
  v.object({ type: v.literal('chmod'), path, mode }),
  v.object({ type: v.literal('touch'), path }),
  v.object({ type: v.literal('import'), name: v.string(), files: importedFiles }),
  v.object({ type: v.literal('version'), name: v.picklist(['bad', 'good']) }),
  v.object({ type: v.literal('commit'), edit: v.string(), n: v.pipe(v.number(), v.safeInteger()) }),
  v.object({ type: v.literal('options'), options }),
  v.object({ type: v.literal('build'), extras: v.optional(extras) }),
  v.object({ type: v.literal('recorded'), text: v.pipe(v.string(), v.maxLength(64_000_000)) }),
  v.object({ type: v.literal('prune') }),
  v.object({ type: v.literal('wait'), duration }),
  v.object({ type: v.literal('command'), line: v.pipe(v.string(), v.maxLength(100_000)), interrupted: v.optional(duration) }),
  v.object({ type: v.literal('machine'), name: v.string() }),
  v.object({ type: v.literal('builder'), settings: builder }),
]);
