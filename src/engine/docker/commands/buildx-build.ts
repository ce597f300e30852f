import { exactly } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';
import { builderName, builderNames, chooseBuilder } from '../build/builders.ts';
import { callBuild, readCall } from '../build/call.ts';
import { settingsOf } from '../build/flags.ts';
import { progressModes, runBuild, type ProgressMode } from '../build/run.ts';

/** `docker buildx build`. */
export const buildxBuildCommand: Command = {
  paths: ['buildx build', 'build', 'image build'],
  nicknames: ['buildx b'],
  use: '[OPTIONS] PATH | URL | -',
  about: 'Start a build',
  aliases: ['docker build', 'docker builder build', 'docker image build', 'docker buildx b'],
  flags: `
      --add-host strings              Add a custom host-to-IP mapping (format: "host:ip")
      --allow stringArray             Allow extra privileged entitlement (e.g., "network.host", "security.insecure", "device")
      --annotation stringArray        Add annotation to the image
      --attest stringArray            Attestation parameters (format: "type=sbom,generator=image")
      --build-arg stringArray         Set build-time variables
      --build-context stringArray     Additional build contexts (e.g., name=path)
      --builder string                Override the configured builder instance
      --cache-from stringArray        External cache sources (e.g., "user/app:cache", "type=local,src=path/to/dir")
      --cache-to stringArray          Cache export destinations (e.g., "user/app:cache", "type=local,dest=path/to/dir")
      --call string                   Set method for evaluating build ("check", "outline", "targets") (default "build")
      --cgroup-parent string          Set the parent cgroup for the "RUN" instructions during build
      --check                         Shorthand for "--call=check"
  -D, --debug                         Enable debug logging
  -f, --file string                   Name of the Dockerfile (default: "PATH/Dockerfile")
      --iidfile string                Write the image ID to a file
      --label stringArray             Set metadata for an image
      --load                          Shorthand for "--output=type=docker"
      --metadata-file string          Write build result metadata to a file
      --network string                Set the networking mode for the "RUN" instructions during build (default "default")
      --no-cache                      Do not use cache when building the image
      --no-cache-filter stringArray   Do not cache specified stages
  -o, --output stringArray            Output destination (format: "type=local,dest=path")
      --platform stringArray          Set target platform for build
      --progress string               Set type of progress output ("auto", "none",  "plain", "quiet", "rawjson", "tty"). Use plain to show container output (default "auto")
      --provenance string             Shorthand for "--attest=type=provenance"
      --pull                          Always attempt to pull all referenced images
      --push                          Shorthand for "--output=type=registry"
  -q, --quiet                         Suppress the build output and print image ID on success
      --sbom string                   Shorthand for "--attest=type=sbom"
      --secret stringArray            Secret to expose to the build (format: "id=mysecret[,src=/local/secret]")
      --shm-size bytes                Shared memory size for build containers
      --ssh stringArray               SSH agent socket or keys to expose to the build (format: "default|<id>[=<socket>|<key>[,<key>]]")
  -t, --tag stringArray               Name and optionally a tag (format: "name:tag")
      --target string                 Set the target build stage to build
      --ulimit ulimit                 Ulimit options (default [])
`,
  takes: exactly(1),
  run({ flags, args, session }) {
    const progress = flags.text('progress') ?? session.variable('BUILDKIT_PROGRESS') ?? 'auto';
    const settings = settingsOf(session, flags, args[0] ?? '');
    if ('error' in settings) return session.err(`ERROR: ${settings.error}\n`);
    const { builder } = settings;
    if (builder !== undefined && !builderNames(session.machine).includes(builder)) return session.err(`ERROR: no builder ${JSON.stringify(builder)} found\n`);
    if (!progressModes.includes(progress)) return session.err(`ERROR: invalid progress mode ${progress}\n`);
    const before = session.machine;
    if (builder !== undefined) session.machine = chooseBuilder(before, builder);
    const call = flags.on('check') ? { method: 'check', json: false } : readCall(flags.text('call') ?? 'build');
    const iidFile = flags.text('iidfile');
    const metadataFile = flags.text('metadata-file');
    const code = call
      ? callBuild(session, settings, call.method, call.json)
      : runBuild(session, settings, { progress: progress as ProgressMode, quiet: flags.on('quiet'), ...(iidFile !== undefined && { iidFile }), ...(metadataFile !== undefined && { metadataFile }) }).code;
    if (builder !== undefined) session.machine = chooseBuilder(session.machine, builderName(before));
    return code;
  },
};
