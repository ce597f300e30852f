/** The exact text of an image config as BuildKit's exporter writes it (`exporter/containerimage/writer.go: patchImageConfig`). */
import type { ContainerConfig, Healthcheck, HistoryEntry, ImageConfig } from './config.ts';
import { compactJson, sortedMap, type Json } from './go-json.ts';

/** The config's JSON; its sha256 is the config digest. The top level is a Go map (sorted), what is below are Go structs. */
export function configJson(config: ImageConfig): string {
  const fields: Record<string, Json | undefined> = {
    architecture: config.architecture,
    author: config.author,
    config: containerConfig(config.config),
    created: config.created,
    history: config.history?.map(historyEntry) ?? null,
    os: config.os,
    'os.features': nonEmpty(config['os.features']),
    'os.version': config['os.version'],
    rootfs: { type: config.rootfs.type, diff_ids: config.rootfs.diff_ids },
    variant: config.variant,
  };
  return compactJson(sortedMap(fields));
}

function containerConfig(config: ContainerConfig): Json {
  return {
    User: text(config.User),
    ExposedPorts: emptyStructs(config.ExposedPorts),
    Env: nonEmpty(config.Env),
    Entrypoint: nonEmpty(config.Entrypoint),
    Cmd: nonEmpty(config.Cmd),
    Volumes: emptyStructs(config.Volumes),
    WorkingDir: text(config.WorkingDir),
    Labels: config.Labels && Object.keys(config.Labels).length > 0 ? sortedMap(config.Labels) : undefined,
    StopSignal: text(config.StopSignal),
    ArgsEscaped: config.ArgsEscaped || undefined,
    Healthcheck: config.Healthcheck && healthcheck(config.Healthcheck),
    OnBuild: nonEmpty(config.OnBuild),
    Shell: nonEmpty(config.Shell),
  };
}

function healthcheck(check: Healthcheck): Json {
  return {
    Test: nonEmpty(check.Test),
    Interval: check.Interval || undefined,
    Timeout: check.Timeout || undefined,
    StartPeriod: check.StartPeriod || undefined,
    StartInterval: check.StartInterval || undefined,
    Retries: check.Retries || undefined,
  };
}

function historyEntry(entry: HistoryEntry): Json {
  return { created: entry.created, created_by: text(entry.created_by), author: text(entry.author), comment: text(entry.comment), empty_layer: entry.empty_layer || undefined };
}

const text = (value: string | undefined): string | undefined => value || undefined;
const nonEmpty = (list: readonly string[] | undefined): readonly string[] | undefined => (list && list.length > 0 ? list : undefined);
const emptyStructs = (set: Readonly<Record<string, object>> | undefined): Json | undefined =>
  set && Object.keys(set).length > 0 ? sortedMap(Object.fromEntries(Object.keys(set).map((key) => [key, {}]))) : undefined;
