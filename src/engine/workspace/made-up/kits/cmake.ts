import { found, text, type Kit } from './kit.ts';

/** A program in C for every source folder that is configured. */
export const cmake: Kit = {
  image: /^$/,
  command: /\bcmake\b(?!\S)/,
  manifest: /^CMakeLists\.txt$/,
  files({ words, taken, copied }) {
    const folders = found(words, /\bcmake\b[^\n;&|]*?\s-S\s*([\w./-]+)/g).filter((folder) => folder !== '.' && !folder.startsWith('/') && !folder.startsWith('..'));
    const name = taken.map((path) => path.split('/').at(-1) ?? '').find((last) => /^[a-z][\w-]*$/.test(last)) ?? 'app';
    const program = (at: string) => ['main.c', 'src/main.c'].find((path) => copied(at + path)) ?? 'main.c';
    const below = ['', ...folders.map((folder) => `${folder.replace(/^\.\//, '').replace(/\/$/, '')}/`)];
    return Object.fromEntries(
      below.flatMap((at) => [
        [`${at}CMakeLists.txt`, text('cmake_minimum_required(VERSION 3.16)', `project(${name} C)`, `add_executable(${name} ${program(at)})`, `install(TARGETS ${name})`)],
        [`${at}${program(at)}`, text('#include <stdio.h>', '', 'int main(void) {', '  puts("hello");', '  return 0;', '}')],
      ]),
    );
  },
  edits: [/main\.c$/, /CMakeLists\.txt$/],
};
