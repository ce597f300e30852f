/**
 * Typed instructions, as BuildKit's `frontend/dockerfile/instructions` makes them of the parse tree. Words are as written:
 * variables are expanded later, by the graph, because only stages that are needed are looked at.
 */
import type { LineRange, Range } from '../source/range.ts';
import type { InstructionNode } from './syntax/node.ts';

/** What every command carries besides its arguments. */
export interface CommandSource {
  /** The instruction word as written. */
  readonly name: string;
  /** Source text of the logical line, trimmed. */
  readonly code: string;
  readonly lines: LineRange;
  readonly range: Range;
  /** Comment lines directly above, without `#`. */
  readonly comments: readonly string[];
  /** The syntax node; with `locate` it gives the range of each word. */
  readonly node: InstructionNode;
}

/** A stage: a FROM and the commands up to the next one. */
export interface Stage {
  /** Base image or stage, as written. */
  readonly base: string;
  /** Lower-cased name after AS; empty where there is none. */
  readonly name: string;
  /** Value of --platform as written; empty where there is none. */
  readonly platform: string;
  /** The instruction word as written: `FROM`, `from`. */
  readonly from: string;
  readonly code: string;
  readonly lines: LineRange;
  readonly range: Range;
  /** What a comment above says after the stage's name. */
  readonly doc: string;
  readonly comments: readonly string[];
  readonly commands: readonly Command[];
  readonly node: InstructionNode;
}

/** A file given inline to RUN. */
export interface InlineFile {
  readonly name: string;
  /** Raw: tabs are still there. */
  readonly data: string;
  readonly chomp: boolean;
}

/** RUN, CMD, ENTRYPOINT: either words, or one string for the shell. */
export interface CommandLine {
  /** `null` only for an empty ENTRYPOINT. */
  readonly cmdline: readonly string[] | null;
  /** The stage's SHELL goes before it. */
  readonly shellForm: boolean;
  readonly files: readonly InlineFile[];
}

/** A CDI device asked for with `RUN --device`. */
export interface Device {
  readonly name: string;
  readonly required: boolean;
}

/** `RUN apk add curl`. */
export interface RunCommand extends CommandSource, CommandLine {
  readonly type: 'RUN';
  /** Flag names, sorted. */
  readonly flagsUsed: readonly string[];
  readonly network: 'default' | 'none' | 'host';
  readonly security: 'sandbox' | 'insecure';
  readonly devices: readonly Device[];
  /** Values of --mount as written: `evaluateMounts` reads them when the stage is dispatched. */
  readonly mounts: readonly string[];
}

/** `CMD ["serve"]`. */
export interface CmdCommand extends CommandSource, CommandLine {
  readonly type: 'CMD';
}

/** `ENTRYPOINT ["/app"]`. */
export interface EntrypointCommand extends CommandSource, CommandLine {
  readonly type: 'ENTRYPOINT';
}

/** A file whose content stands in the Dockerfile. */
export interface SourceContent {
  readonly path: string;
  /** Tabs taken off where written `<<-`. */
  readonly data: string;
  readonly expand: boolean;
}

/** What COPY and ADD share. */
export interface SourcesAndDest {
  readonly sources: readonly string[];
  readonly contents: readonly SourceContent[];
  readonly dest: string;
  /** As written; empty where absent. */
  readonly chown: string;
  readonly chmod: string;
  readonly link: boolean;
  readonly exclude: readonly string[];
}

/** `COPY --from=build /out /app`. */
export interface CopyCommand extends CommandSource, SourcesAndDest {
  readonly type: 'COPY';
  readonly from: string;
  readonly parents: boolean;
}

/** `ADD https://example.com/a.tar.gz /src/`. */
export interface AddCommand extends CommandSource, SourcesAndDest {
  readonly type: 'ADD';
  readonly checksum: string;
  /** Absent where the flag is. */
  readonly keepGitDir?: boolean;
  readonly unpack?: boolean;
}

/** A pair of ENV or LABEL, quotes and all. */
export interface KeyValuePair {
  readonly key: string;
  readonly value: string;
  /** Old form: `ENV key value`. */
  readonly noDelim: boolean;
}

/** `ENV LANG=C.UTF-8`. */
export interface EnvCommand extends CommandSource {
  readonly type: 'ENV';
  readonly pairs: readonly KeyValuePair[];
}

/** `LABEL org.opencontainers.image.title="a"`. */
export interface LabelCommand extends CommandSource {
  readonly type: 'LABEL';
  readonly pairs: readonly KeyValuePair[];
}

/** One word of an ARG. */
export interface ArgDefinition {
  readonly key: string;
  /** Absent where there is no `=`; empty where there is nothing after it. Quotes are still there. */
  readonly value?: string;
  /** What a comment above says after the key. */
  readonly doc: string;
}

/** `ARG VERSION=1`. */
export interface ArgCommand extends CommandSource {
  readonly type: 'ARG';
  readonly args: readonly ArgDefinition[];
}

/** `EXPOSE 80 443/udp`. */
export interface ExposeCommand extends CommandSource {
  readonly type: 'EXPOSE';
  /** Sorted by bytes, as upstream does. */
  readonly ports: readonly string[];
}

/** `VOLUME /data`. */
export interface VolumeCommand extends CommandSource {
  readonly type: 'VOLUME';
  readonly volumes: readonly string[];
}

/** `USER app:app`. */
export interface UserCommand extends CommandSource {
  readonly type: 'USER';
  readonly user: string;
}

/** `WORKDIR /app`. */
export interface WorkdirCommand extends CommandSource {
  readonly type: 'WORKDIR';
  readonly path: string;
}

/** `STOPSIGNAL SIGQUIT`. */
export interface StopSignalCommand extends CommandSource {
  readonly type: 'STOPSIGNAL';
  readonly signal: string;
}

/** `MAINTAINER A Name <a@example.com>`. */
export interface MaintainerCommand extends CommandSource {
  readonly type: 'MAINTAINER';
  readonly maintainer: string;
}

/** `SHELL ["/bin/bash", "-c"]`. */
export interface ShellCommand extends CommandSource {
  readonly type: 'SHELL';
  readonly shell: readonly string[];
}

/** `ONBUILD COPY . /app`. */
export interface OnbuildCommand extends CommandSource {
  readonly type: 'ONBUILD';
  /** Source text after the ONBUILD word, heredoc bodies appended. */
  readonly expression: string;
}

/** Durations are nanoseconds; 0 is "inherit". */
export interface Health {
  readonly test: readonly string[];
  readonly intervalNs: number;
  readonly timeoutNs: number;
  readonly startPeriodNs: number;
  readonly startIntervalNs: number;
  readonly retries: number;
}

/** `HEALTHCHECK CMD curl -f localhost`. */
export interface HealthcheckCommand extends CommandSource {
  readonly type: 'HEALTHCHECK';
  readonly health: Health;
}

/** Every instruction but FROM. */
export type Command =
  | AddCommand
  | ArgCommand
  | CmdCommand
  | CopyCommand
  | EntrypointCommand
  | EnvCommand
  | ExposeCommand
  | HealthcheckCommand
  | LabelCommand
  | MaintainerCommand
  | OnbuildCommand
  | RunCommand
  | ShellCommand
  | StopSignalCommand
  | UserCommand
  | VolumeCommand
  | WorkdirCommand;

/** A RUN mount after its words were expanded. Fields that were not given are absent; defaults are the graph's. */
export interface Mount {
  readonly type: 'bind' | 'cache' | 'tmpfs' | 'secret' | 'ssh';
  readonly from: string;
  readonly source: string;
  readonly target: string;
  readonly readonly: boolean;
  /** Bytes; 0 is no limit. */
  readonly sizeLimit: number;
  readonly id: string;
  readonly sharing: '' | 'shared' | 'private' | 'locked';
  readonly required: boolean;
  /** Name of the variable a secret is put in; empty means the default name. */
  readonly env?: string;
  readonly mode?: number;
  readonly uid?: number;
  readonly gid?: number;
}
