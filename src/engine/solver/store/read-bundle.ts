/**
 * A bundle from elsewhere. Everything is checked before anything is used, and everything refers only to what stands before it, so
 * that no text leads to a circle, to a tree that nobody could walk, or to an exception. Whether its results are true nobody can
 * check: who imports a cache trusts who made it, here as with BuildKit.
 */
import type { DirNode } from '../../fs/index.ts';
import type { BaseImage } from '../../image/base.ts';
import type { ModelNote } from '../../run/request.ts';
import type { SnapshotLayer } from '../snapshot.ts';
import type { BundleKey, BundleResult, CacheBundle } from './bundle.ts';
import { bundleFormat } from './bundle-json.ts';
import { digest, list, must, record, text, time, Unreadable, whole, word } from './checked.ts';
import { readImage } from './read-images.ts';
import { mostRows, readTrees } from './read-trees.ts';

const fidelities = ['exact', 'modelled', 'not-simulated'] as const;
const mostLayers = 10_000;
const mostBytes = 2 ** 40;
const mostOutputs = 10_000;

/** What a bundle's text says, or why it cannot be read. Any text may be given. */
export function readBundle(json: string): CacheBundle | { readonly error: string } {
  try {
    return readAll(record(JSON.parse(json), 'the cache'));
  } catch (problem) {
    return { error: `cannot read the cache: ${problem instanceof Unreadable ? problem.message : 'it is not JSON'}` };
  }
}

function readAll(all: Readonly<Record<string, unknown>>): CacheBundle {
  must(all.format === bundleFormat, 'it has another format');
  const trees = readTrees(all.dirs, all.contents);
  const images = list(all.images, 'images', mostLayers).map((row) => readImage(row, trees));
  const layers = list(all.layers, 'layers', mostRows).map((row) => readLayer(record(row, 'a layer'), images, trees));
  const results = list(all.results, 'results', mostRows).map((row, at) => readResult(record(row, 'a result'), at, trees, layers));
  must(results.every(({ inputs }) => inputs.every((place) => place === null || place < results.length)), 'an input is out of range');
  const keys = list(all.keys, 'keys', mostRows).map((row, at) => readKey(record(row, 'a key'), at, results.length));
  return {
    kind: word(all.kind, 'the kind', ['inline', 'registry', 'local']),
    mode: word(all.mode, 'the mode', ['min', 'max']),
    name: text(all.name, 'the name'),
    keys,
    results,
  };
}

function readLayer(row: Readonly<Record<string, unknown>>, images: readonly BaseImage[], trees: readonly DirNode[]): SnapshotLayer {
  if ('image' in row) {
    const image = images[whole(row.image, 'an image', images.length)]!;
    return { kind: 'base', image, layer: image.layers[whole(row.at, 'a layer', image.layers.length)]! };
  }
  return {
    kind: 'diff',
    ...(row.lower !== undefined && { lower: trees[whole(row.lower, 'a tree', trees.length)]! }),
    upper: trees[whole(row.upper, 'a tree', trees.length)]!,
    size: whole(row.size, 'a size', mostBytes),
    created: time(row.created, 'a time'),
    description: text(row.description, 'a description'),
    fidelity: word(row.fidelity, 'a fidelity', fidelities),
  };
}

function readResult(
  row: Readonly<Record<string, unknown>>,
  at: number,
  trees: readonly DirNode[],
  layers: readonly SnapshotLayer[],
): BundleResult {
  const snapshot = record(row.snapshot, 'a snapshot');
  return {
    description: text(row.description, 'a description'),
    snapshot: {
      tree: trees[whole(snapshot.tree, 'a tree', trees.length)]!,
      layers: list(snapshot.layers, 'layers', mostLayers).map((place) => layers[whole(place, 'a layer', layers.length)]!),
      fidelity: word(snapshot.fidelity, 'a fidelity', fidelities),
      notes: list(snapshot.notes, 'notes', mostRows).map((note) => readNote(record(note, 'a note'))),
    },
    size: whole(row.size, 'a size', mostBytes),
    created: time(row.created, 'a time'),
    parents: list(row.parents, 'parents', mostLayers).map((place) => whole(place, 'a parent', at)),
    inputs: list(row.inputs, 'inputs', mostOutputs).map((place) => (place === null ? null : whole(place, 'an input', mostRows))),
  };
}

function readNote(row: Readonly<Record<string, unknown>>): ModelNote {
  return {
    command: text(row.command, 'a command'),
    ...(row.tool !== undefined && { tool: text(row.tool, 'a tool') }),
    fidelity: word(row.fidelity, 'a fidelity', ['modelled', 'not-simulated']),
    duration: time(row.duration, 'a duration'),
    bytes: whole(row.bytes, 'a size', mostBytes),
    basis: text(row.basis, 'a basis'),
  };
}

function readKey(row: Readonly<Record<string, unknown>>, at: number, results: number): BundleKey {
  const links = list(row.links, 'links', mostRows).map((value) => {
    const { input, from, selector } = record(value, 'a link');
    return {
      input: whole(input, 'an input', mostOutputs),
      from: whole(from, 'a link', at),
      selector: selector === '' ? '' : digest(selector, 'a selector'),
    };
  });
  const name = text(row.digest, 'a key');
  must((links.length > 0 ? /^sha256:[0-9a-f]{64}$/ : /^sha256:[0-9a-f]{64}(?:@\d{1,4})?$/).test(name), 'a key is not a digest');
  return {
    digest: name,
    output: whole(row.output, 'an output', mostOutputs),
    links,
    results: list(row.results, 'results', mostOutputs).map((place) => whole(place, 'a result', results)),
  };
}
