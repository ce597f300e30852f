/** A line that makes a file another one: something that a compiler sees in code, something harmless elsewhere. */

const byExtension: Readonly<Record<string, (n: number) => string>> = {
  go: (n) => `var edited${n} = ${n}\n`,
  rs: (n) => `pub const EDITED_${n}: u32 = ${n};\n`,
  js: (n) => `export const edited${n} = ${n};\n`,
  jsx: (n) => `export const edited${n} = ${n};\n`,
  mjs: (n) => `export const edited${n} = ${n};\n`,
  cjs: (n) => `exports.edited${n} = ${n};\n`,
  ts: (n) => `export const edited${n} = ${n};\n`,
  tsx: (n) => `export const edited${n} = ${n};\n`,
  py: (n) => `edited_${n} = ${n}\n`,
  rb: (n) => `EDITED_${n} = ${n}\n`,
  c: (n) => `int edited_${n} = ${n};\n`,
  cpp: (n) => `int edited_${n} = ${n};\n`,
  h: (n) => `extern int edited_${n};\n`,
  sh: (n) => `edited=${n}\n`,
  css: (n) => `.edited-${n} { order: ${n}; }\n`,
  html: (n) => `<!-- edited ${n} -->\n`,
  md: (n) => `One line more, number ${n}.\n`,
  txt: (n) => `one line more, number ${n}\n`,
  json: () => '\n',
  sum: () => '\n',
  mod: (n) => `// edited ${n}\n`,
  dockerfile: (n) => `# edited ${n}\n`,
  env: (n) => `EDITED_${n}=${n}\n`,
  conf: (n) => `# edited ${n}\n`,
  yaml: (n) => `# edited ${n}\n`,
  yml: (n) => `# edited ${n}\n`,
  toml: (n) => `# edited ${n}\n`,
  sql: (n) => `-- edited ${n}\n`,
};

/** The `n`-th line for a file of this name; in a file that has it already, the next one. */
export function lineFor(path: string, n: number, text = ''): string {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const extension = name === 'dockerfile' || name.endsWith('.dockerfile') ? 'dockerfile' : name.slice(name.lastIndexOf('.') + 1);
  const make = byExtension[extension] ?? (() => '\n');
  let at = n;
  while (make(at) !== '\n' && text.includes(make(at))) at++;
  return make(at);
}
