import { atMost } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';
import { findBuild, stepCounts, type BuildEntry } from '../build/history.ts';
import { inspectText } from '../build/history-inspect.ts';
import { rfc3339 } from '../format/units.ts';
import { template } from '../format/template.ts';
import { toJson, type Value } from '../format/value.ts';

/** `docker buildx history inspect`. */
export const buildxHistoryInspectCommand: Command = {
  paths: ['buildx history inspect'],
  use: '[OPTIONS] COMMAND',
  about: 'Inspect a build record',
  flags: `
      --builder string   Override the configured builder instance
  -D, --debug            Enable debug logging
      --format string    Format the output (default "pretty")
`,
  below: [['attachment', 'Inspect a build record attachment']],
  takes: atMost(1),
  run({ flags, args, session }) {
    const found = findBuild(session, args[0]);
    if ('error' in found) return session.err(`ERROR: ${found.error}\n`);
    const wanted = flags.text('format') ?? 'pretty';
    if (wanted === 'pretty') {
      session.out(inspectText(found));
      return 0;
    }
    const facts = factsOf(found);
    if (wanted === 'json') {
      session.out(`${toJson(facts, true, '  ')}\n`);
      return 0;
    }
    const read = template(wanted);
    if ('error' in read) return session.err(`ERROR: ${read.error}\n`);
    const { text, error } = read.run(facts, { type: 'history.inspectOutput' });
    session.out(`${text}${error === undefined ? '\n' : ''}`);
    return error === undefined ? 0 : session.err(`ERROR: ${error}\n`);
  },
};

/** What templates see. */
function factsOf({ ref, built, name, status }: BuildEntry): Value {
  const { record } = built;
  const { total, completed, cached } = stepCounts(built);
  return {
    Name: name, Ref: ref, Context: 'app', Dockerfile: record.dockerfile.path, ...(record.options.target !== undefined && { Target: record.options.target }),
    StartedAt: rfc3339(record.startedAt), CompletedAt: rfc3339(record.startedAt + Math.round(record.duration)), Duration: Math.round(record.duration * 1e6), Status: status.toLowerCase(),
    ...(record.error && { Error: { Message: record.error.message } }),
    NumCompletedSteps: completed, NumTotalSteps: total, NumCachedSteps: cached,
    ...(Object.keys(record.options.buildArgs ?? {}).length > 0 && { BuildArgs: Object.entries(record.options.buildArgs ?? {}).map(([key, value]) => ({ Name: key, Value: value })) }),
    Attachments: [
      ...(record.index ? [{ Digest: record.index.digest, Type: 'application/vnd.oci.image.index.v1+json' }] : []),
      ...record.images.map((image) => ({ Digest: image.manifestDigest, Platform: image.platform, Type: 'application/vnd.oci.image.manifest.v1+json' })),
    ],
  };
}
