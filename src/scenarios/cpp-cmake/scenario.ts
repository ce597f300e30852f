import type { Scenario } from '#engine/workspace/scenario.ts';
import { codecC, context, lists, mainCpp, readme } from './context.ts';
import { versions } from './versions.ts';

/** A C++ program with a library that hardly changes. */
export const scenario: Scenario = {
  slug: 'cpp-cmake',
  title: 'C++ with CMake',
  about: 'Forty units and a library: what a compiler cache in a mount does that a layer cannot.',
  group: 'C and C++',
  point: 'A layer keeps all of a build or nothing. A compiler cache in a mount keeps it unit by unit, so that one edited file costs one compilation, and none of it is in the image.',
  files: context,
  dockerfile: 'Dockerfile',
  options: { tags: ['encoder:2.1.0'] },
  begins: Date.UTC(2026, 8, 1, 9),
  prologue: [{ type: 'build' }],
  versions,
  edits: [
    { label: 'main.cpp', weight: 88, actions: [{ type: 'write', path: 'src/main.cpp', text: mainCpp('encoding {n}') }] },
    { label: 'CMakeLists.txt', weight: 6, actions: [{ type: 'write', path: 'CMakeLists.txt', text: lists('2.1.{n}') }] },
    { label: 'the library', weight: 2, actions: [{ type: 'write', path: 'third_party/codec/codec.c', text: codecC('revision {n}') }] },
    { label: 'the README', weight: 4, actions: [{ type: 'write', path: 'README.md', text: readme('Measured {n} times.') }] },
  ],
  tries: [
    { label: 'Edit src/main.cpp', action: { type: 'write', path: 'src/main.cpp', text: mainCpp('ready') }, shown: 'One of forty units changed. All were compiled again, and the library with them.' },
    { label: 'Edit README.md', action: { type: 'write', path: 'README.md', text: readme('Faster.') } },
  ],
};
