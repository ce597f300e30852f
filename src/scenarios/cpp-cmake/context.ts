import type { ScenarioFile } from '#engine/workspace/scenario.ts';

/** The lists of the program, with its version. */
export const lists = (version: string) => `cmake_minimum_required(VERSION 3.25)
project(encoder VERSION ${version} LANGUAGES C CXX)

file(GLOB SOURCES src/*.cpp)
add_executable(encoder \${SOURCES})
target_include_directories(encoder PRIVATE third_party/codec)
target_link_libraries(encoder PRIVATE codec)
install(TARGETS encoder)
`;

const codecLists = `cmake_minimum_required(VERSION 3.25)
project(codec LANGUAGES C)

file(GLOB SOURCES *.c)
add_library(codec STATIC \${SOURCES})
install(TARGETS codec)
install(FILES codec.h DESTINATION include)
`;

/** The main unit, with what it says. */
export const mainCpp = (line: string) => `#include <iostream>
#include "codec.h"

int main() {
  std::cout << "${line}" << std::endl;
  return codec_run();
}
`;

/** One of the library's units. */
export const codecC = (note: string) => `#include "codec.h"

/* ${note} */
int codec_run(void) { return 0; }
`;

/** The README, with one sentence that changes. */
export const readme = (sentence: string) => `# encoder

Forty units of C++ and a library. ${sentence}
`;

const units = Array.from({ length: 39 }, (_, i) => `filter_${String(i + 1).padStart(2, '0')}`);

/** What both versions share. */
export const context: Readonly<Record<string, ScenarioFile>> = {
  '.dockerignore': { text: 'build\nDockerfile\n.dockerignore\n' },
  'CMakeLists.txt': { text: lists('2.1.0') },
  'README.md': { text: readme('Fast enough.') },
  'build/encoder': { size: 18_400_000, mode: 0o755 },
  'build/CMakeFiles/objects.a': { size: 382_000_000 },
  'src/main.cpp': { text: mainCpp('encoding') },
  ...Object.fromEntries(units.map((name) => [`src/${name}.cpp`, { text: `int ${name}(int x) { return x + ${name.length}; }\n` }])),
  'third_party/codec/CMakeLists.txt': { text: codecLists },
  'third_party/codec/codec.c': { text: codecC('reference') },
  'third_party/codec/codec.h': { text: 'int codec_run(void);\n' },
  'third_party/codec/tables.c': { size: 3_200_000 },
  'third_party/codec/testdata/vectors.bin': { size: 56_000_000 },
};
