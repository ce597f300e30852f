/** Base images in a bundle: what an export of a result that stands on them needs. */
import type { DirNode } from '../../fs/index.ts';
import type { BaseImage, BaseLayer } from '../../image/base.ts';
import type { ContainerConfig, HistoryEntry, ImageConfig } from '../../image/config.ts';
import { digest, list, must, record, text, whole, word } from './checked.ts';

const mostLayers = 1_000;
const mostBytes = 2 ** 40;

/** A row of the images' table; its root is a place among the trees. */
export function readImage(value: unknown, trees: readonly DirNode[]): BaseImage {
  const row = record(value, 'an image');
  return {
    ref: text(row.ref, 'a reference'),
    platform: text(row.platform, 'a platform'),
    digest: digest(row.digest, 'an image'),
    manifestDigest: digest(row.manifestDigest, 'a manifest'),
    config: readConfig(row.config),
    layers: list(row.layers, 'layers', mostLayers).map(readLayer),
    chainId: digest(row.chainId, 'a chain'),
    root: trees[whole(row.root, 'a root', trees.length)]!,
    fidelity: word(row.fidelity, 'a fidelity', ['exact', 'modelled']),
  };
}

function readLayer(value: unknown): BaseLayer {
  const row = record(value, 'a layer');
  return {
    diffId: digest(row.diffId, 'a layer'),
    digest: digest(row.digest, 'a blob'),
    size: whole(row.size, 'a size', mostBytes),
    ...optional(row, 'createdBy'),
  };
}

function readConfig(value: unknown): ImageConfig {
  const row = record(value, 'a config');
  const { diff_ids: ids } = record(row.rootfs, 'rootfs');
  return {
    architecture: text(row.architecture, 'an architecture'),
    ...optional(row, 'author'),
    config: readContainer(record(row.config, 'a container config')),
    ...optional(row, 'created'),
    ...(row.history !== undefined && { history: list(row.history, 'history', mostLayers).map(readHistory) }),
    os: text(row.os, 'an operating system'),
    ...optional(row, 'os.version'),
    ...(row['os.features'] !== undefined && { 'os.features': texts(row['os.features']) }),
    rootfs: { type: 'layers', diff_ids: ids === null ? null : list(ids, 'diff_ids', mostLayers).map((id) => digest(id, 'a layer')) },
    ...optional(row, 'variant'),
  };
}

function readHistory(value: unknown): HistoryEntry {
  const row = record(value, 'history');
  must(row.empty_layer === undefined || typeof row.empty_layer === 'boolean', 'empty_layer is not true or false');
  return {
    ...optional(row, 'created'),
    ...optional(row, 'created_by'),
    ...optional(row, 'author'),
    ...optional(row, 'comment'),
    ...(row.empty_layer !== undefined && { empty_layer: row.empty_layer }),
  };
}

const healthTimes = ['Interval', 'Timeout', 'StartPeriod', 'StartInterval', 'Retries'] as const;

function readContainer(row: Readonly<Record<string, unknown>>): ContainerConfig {
  const { Healthcheck: health } = row;
  return {
    ...optional(row, 'User'),
    ...names(row, 'ExposedPorts'),
    ...optionalTexts(row, 'Env'),
    ...optionalTexts(row, 'Entrypoint'),
    ...optionalTexts(row, 'Cmd'),
    ...names(row, 'Volumes'),
    ...optional(row, 'WorkingDir'),
    ...(row.Labels !== undefined && { Labels: Object.fromEntries(Object.entries(record(row.Labels, 'Labels')).map(([name, label]) => [name, text(label, name)])) }),
    ...optional(row, 'StopSignal'),
    ...(row.ArgsEscaped !== undefined && { ArgsEscaped: row.ArgsEscaped === true }),
    ...(health !== undefined && { Healthcheck: readHealth(record(health, 'Healthcheck')) }),
    ...optionalTexts(row, 'OnBuild'),
    ...optionalTexts(row, 'Shell'),
  };
}

function readHealth(row: Readonly<Record<string, unknown>>): ContainerConfig['Healthcheck'] & object {
  const times = healthTimes.flatMap((name) => (row[name] === undefined ? [] : [[name, whole(row[name], name, Number.MAX_SAFE_INTEGER)] as const]));
  return { ...optionalTexts(row, 'Test'), ...Object.fromEntries(times) };
}

const texts = (value: unknown): readonly string[] => list(value, 'a list', 10_000).map((each) => text(each, 'a list'));

function optional<const Name extends string>(row: Readonly<Record<string, unknown>>, name: Name): { readonly [name in Name]?: string } {
  return row[name] === undefined ? {} : ({ [name]: text(row[name], name) } as { readonly [name in Name]: string });
}

function optionalTexts<const Name extends string>(row: Readonly<Record<string, unknown>>, name: Name): { readonly [name in Name]?: readonly string[] } {
  return row[name] === undefined ? {} : ({ [name]: texts(row[name]) } as { readonly [name in Name]: readonly string[] });
}

/** A set, as Go writes it: names with empty objects. */
function names<const Name extends string>(row: Readonly<Record<string, unknown>>, name: Name): { readonly [name in Name]?: Readonly<Record<string, object>> } {
  if (row[name] === undefined) return {};
  const set = Object.keys(record(row[name], name)).map((each) => [each, {}] as const);
  return { [name]: Object.fromEntries(set) } as { readonly [name in Name]: Readonly<Record<string, object>> };
}
