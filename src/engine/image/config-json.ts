import { compactJson, mapOf, type Json } from './go-json.ts';
import type { ContainerConfig, Healthcheck, HistoryEntry, ImageConfig } from './config.ts';

/**
 * The exact text of an image config as BuildKit's exporter writes it (`patchImageConfig`); its sha256 is the config digest.
 * Top-level keys are sorted, for there it is a map; inside, fields have the order of Go's structs, and empty ones are left out.
 * `created`, `history` and `rootfs` are always there, `null` where there is nothing.
 */
export function configJson(config: ImageConfig): string {
  return compactJson({
    architecture: config.architecture,
    author: some(config.author),
    config: containerJson(config.config),
    created: config.created ?? null,
    history: config.history && config.history.length > 0 ? config.history.map(historyJson) : null,
    'moby.buildkit.cache.v0': some(config['moby.buildkit.cache.v0']),
    os: config.os,
    'os.features': list(config['os.features']),
    'os.version': some(config['os.version']),
    rootfs: { type: config.rootfs.type, diff_ids: list(config.rootfs.diff_ids ?? undefined) ?? null },
    variant: some(config.variant),
  });
}

function containerJson(config: ContainerConfig): Json {
  return {
    User: some(config.User),
    ExposedPorts: emptyObjects(config.ExposedPorts),
    Env: list(config.Env),
    Entrypoint: list(config.Entrypoint),
    Cmd: list(config.Cmd),
    Volumes: emptyObjects(config.Volumes),
    WorkingDir: some(config.WorkingDir),
    Labels: mapOf(config.Labels),
    StopSignal: some(config.StopSignal),
    ArgsEscaped: config.ArgsEscaped || undefined,
    Healthcheck: config.Healthcheck && healthcheckJson(config.Healthcheck),
    OnBuild: list(config.OnBuild),
    Shell: list(config.Shell),
  };
}

function healthcheckJson(check: Healthcheck): Json {
  return {
    Test: list(check.Test),
    Interval: check.Interval || undefined,
    Timeout: check.Timeout || undefined,
    StartPeriod: check.StartPeriod || undefined,
    StartInterval: check.StartInterval || undefined,
    Retries: check.Retries || undefined,
  };
}

function historyJson(entry: HistoryEntry): Json {
  return {
    created: entry.created,
    created_by: some(entry.created_by),
    author: some(entry.author),
    comment: some(entry.comment),
    empty_layer: entry.empty_layer || undefined,
  };
}

function some(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}

function list(items: readonly string[] | undefined): readonly string[] | undefined {
  return items && items.length > 0 ? items : undefined;
}

function emptyObjects(record: Readonly<Record<string, object>> | undefined): ReadonlyMap<string, Json> | undefined {
  return mapOf(Object.fromEntries(Object.keys(record ?? {}).map((key) => [key, {}])));
}
