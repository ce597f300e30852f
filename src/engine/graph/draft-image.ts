/** The image config while instructions fill it in. */
import type { ContainerConfig, Healthcheck, HistoryEntry, ImageConfig } from '../image/config.ts';
import type { Platform } from './platform.ts';

/** PATH of an image that sets none. */
export const defaultPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** A config that may be written to. Maps keep no order; `toImageConfig` sorts them. */
export interface DraftImage {
  platform: Platform;
  author: string;
  user: string;
  exposedPorts: Set<string>;
  env: string[];
  entrypoint: readonly string[];
  cmd: readonly string[];
  volumes: Set<string>;
  workingDir: string;
  labels: Map<string, string>;
  stopSignal: string;
  argsEscaped: boolean;
  healthcheck: Healthcheck | undefined;
  onBuild: string[];
  shell: readonly string[];
  history: HistoryEntry[];
  rootfs: ImageConfig['rootfs'];
}

/** What `FROM scratch` begins with. */
export function emptyImage(platform: Platform): DraftImage {
  return {
    ...blankImage(platform),
    workingDir: '/',
    env: platform.os === 'windows' ? [] : [`PATH=${defaultPath}`],
  };
}

/** A config with nothing in it. */
export function blankImage(platform: Platform): DraftImage {
  return {
    platform,
    author: '',
    user: '',
    exposedPorts: new Set(),
    env: [],
    entrypoint: [],
    cmd: [],
    volumes: new Set(),
    workingDir: '',
    labels: new Map(),
    stopSignal: '',
    argsEscaped: false,
    healthcheck: undefined,
    onBuild: [],
    shell: [],
    history: [],
    rootfs: { type: 'layers', diff_ids: null },
  };
}

/** A copy that may be written to without touching the other. */
export function cloneImage(image: DraftImage): DraftImage {
  return {
    ...image,
    exposedPorts: new Set(image.exposedPorts),
    env: [...image.env],
    volumes: new Set(image.volumes),
    labels: new Map(image.labels),
    onBuild: [...image.onBuild],
    history: [...image.history],
  };
}

/** A base image's config as a draft. When it was created is dropped, as BuildKit does. */
export function draftOf(config: ImageConfig): DraftImage {
  const container = config.config;
  return {
    platform: platformOf(config),
    author: config.author ?? '',
    user: container.User ?? '',
    exposedPorts: new Set(Object.keys(container.ExposedPorts ?? {})),
    env: [...(container.Env ?? [])],
    entrypoint: container.Entrypoint ?? [],
    cmd: container.Cmd ?? [],
    volumes: new Set(Object.keys(container.Volumes ?? {})),
    workingDir: container.WorkingDir ?? '',
    labels: new Map(Object.entries(container.Labels ?? {})),
    stopSignal: container.StopSignal ?? '',
    argsEscaped: container.ArgsEscaped ?? false,
    healthcheck: container.Healthcheck,
    onBuild: [...(container.OnBuild ?? [])],
    shell: container.Shell ?? [],
    history: [...(config.history ?? [])],
    rootfs: config.rootfs,
  };
}

/** The platform a config says it is for. */
export function platformOf(config: ImageConfig): Platform {
  return { os: config.os, architecture: config.architecture, variant: config.variant ?? '', osVersion: config['os.version'] ?? '', osFeatures: config['os.features'] ?? [] };
}

/** The finished config: what is empty is absent. */
export function toImageConfig(image: DraftImage): ImageConfig {
  const { platform } = image;
  const container: ContainerConfig = {
    ...(image.user !== '' && { User: image.user }),
    ...(image.exposedPorts.size > 0 && { ExposedPorts: keysOf(image.exposedPorts) }),
    ...(image.env.length > 0 && { Env: image.env }),
    ...(image.entrypoint.length > 0 && { Entrypoint: image.entrypoint }),
    ...(image.cmd.length > 0 && { Cmd: image.cmd }),
    ...(image.volumes.size > 0 && { Volumes: keysOf(image.volumes) }),
    ...(image.workingDir !== '' && { WorkingDir: image.workingDir }),
    ...(image.labels.size > 0 && { Labels: Object.fromEntries([...image.labels].sort(([a], [b]) => (a < b ? -1 : 1))) }),
    ...(image.stopSignal !== '' && { StopSignal: image.stopSignal }),
    ...(image.argsEscaped && { ArgsEscaped: true }),
    ...(image.healthcheck && { Healthcheck: image.healthcheck }),
    ...(image.onBuild.length > 0 && { OnBuild: image.onBuild }),
    ...(image.shell.length > 0 && { Shell: image.shell }),
  };
  return {
    architecture: platform.architecture,
    ...(image.author !== '' && { author: image.author }),
    config: container,
    ...(image.history.length > 0 && { history: image.history }),
    os: platform.os,
    ...(platform.osVersion !== '' && { 'os.version': platform.osVersion }),
    ...(platform.osFeatures.length > 0 && { 'os.features': platform.osFeatures }),
    rootfs: image.rootfs,
    ...(platform.variant !== '' && { variant: platform.variant }),
  };
}

function keysOf(keys: ReadonlySet<string>): Record<string, object> {
  return Object.fromEntries([...keys].sort().map((key) => [key, {}]));
}

/** Sets a variable of the config: in its place where it has one, else at the end. */
export function setImageEnv(image: DraftImage, key: string, value: string): void {
  const at = image.env.findIndex((entry) => (entry.split('=', 1)[0] ?? '') === key);
  if (at < 0) image.env.push(`${key}=${value}`);
  else image.env[at] = `${key}=${value}`;
}

/** Notes an instruction (`commitToHistory`). `created` is the source date epoch, where there is one. */
export function addHistory(image: DraftImage, text: string, withLayer: boolean, created: string | undefined): void {
  image.history.push({
    ...(created !== undefined && { created }),
    created_by: text,
    comment: 'buildkit.dockerfile.v0',
    ...(!withLayer && { empty_layer: true }),
  });
}
