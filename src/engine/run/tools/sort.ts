import { readInputs, splitLines } from './lines.ts';
import { readOptions } from './options.ts';
import type { Tool } from './tool.ts';

interface Key {
  readonly from: number;
  readonly fromChar: number;
  readonly to: number;
  readonly toChar: number;
  readonly flags: string;
}

const NUMBER = /^\s*-?(?:\d+\.?\d*|\.\d+)/;

export const sort: Tool = {
  name: 'sort',
  run(process, args) {
    const options = readOptions(process, args, 'n numeric-sort=n r reverse=r u unique=u k: key=k: t: field-separator=t: f ignore-case=f b o: output=o: c check=c s stable=s V version-sort=V h human-numeric-sort=h g d i M z zero-terminated=z m C T: S: parallel=P:');
    if (typeof options === 'number') return options;
    const global = ['n', 'r', 'f', 'V', 'h', 'g', 'b', 'd'].filter((letter) => options.has(letter)).join('');
    const keys: Key[] = options.all('k').map((text) => readKey(text, global));
    const separator = options.values.get('t');
    const lines: string[] = [];
    const { inputs, status } = readInputs(process, options.operands, { gnu: (path) => `cannot read: ${path}` });
    if (status !== 0) return 2;
    for (const { text } of inputs) lines.push(...splitLines(text, options.has('z') ? '\0' : '\n'));
    process.limits.step(lines.length >> 3);
    const compareKeys = (a: string, b: string) => {
      if (keys.length === 0) return compare(a, b, global);
      for (const key of keys) {
        const order = compare(extract(a, key, separator), extract(b, key, separator), key.flags);
        if (order !== 0) return order;
      }
      return 0;
    };
    const bytewise = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
    const last = (a: string, b: string) => (options.has('s') || options.has('u') ? 0 : options.has('r') ? bytewise(b, a) : bytewise(a, b));
    const order = (a: string, b: string) => compareKeys(a, b) || last(a, b);
    if (options.has('c') || options.has('C')) {
      const at = lines.findIndex((line, i) => i > 0 && (order(lines[i - 1]!, line) > 0 || (options.has('u') && compareKeys(lines[i - 1]!, line) === 0)));
      if (at >= 0 && !options.has('C')) process.fail(`${options.operands[0] ?? '-'}:${at + 1}: disorder: ${lines[at]}`);
      return at >= 0 ? 1 : 0;
    }
    lines.sort(order);
    const kept = options.has('u') ? lines.filter((line, i) => i === 0 || compareKeys(lines[i - 1]!, line) !== 0) : lines;
    const end = options.has('z') ? '\0' : '\n';
    const text = kept.map((line) => line + end).join('');
    const out = options.values.get('o');
    if (out === undefined) process.out(text);
    else process.writeFile(out, text);
    return 0;
  },
};

function readKey(text: string, global: string): Key {
  const match = /^(\d+)(?:\.(\d+))?([a-zA-Z]*)(?:,(\d+)(?:\.(\d+))?([a-zA-Z]*))?$/.exec(text);
  const flags = `${match?.[3] ?? ''}${match?.[6] ?? ''}`;
  return { from: Number(match?.[1] ?? 1), fromChar: Number(match?.[2] ?? 1), to: match?.[4] ? Number(match[4]) : Infinity, toChar: Number(match?.[5] ?? 0), flags: flags === '' ? global : flags };
}

function extract(line: string, key: Key, separator: string | undefined): string {
  const fields = separator === undefined ? (line.match(/[ \t]*[^ \t]+/g) ?? []) : line.split(separator);
  const chosen = fields.slice(key.from - 1, key.to);
  if (key.toChar > 0 && chosen.length === key.to - key.from + 1) chosen[chosen.length - 1] = chosen.at(-1)!.slice(0, key.toChar);
  return chosen.join(separator ?? '').slice(key.fromChar - 1);
}

function compare(a: string, b: string, flags: string): number {
  const sign = flags.includes('r') ? -1 : 1;
  if (/[ngh]/.test(flags)) {
    const value = (text: string) => Number(NUMBER.exec(text)?.[0] ?? 0) * (flags.includes('h') ? 1024 ** (' KMGT'.indexOf(/[KMGT]/.exec(text)?.[0] ?? ' ')) : 1);
    return sign * Math.sign(value(a) - value(b));
  }
  if (flags.includes('V')) return sign * compareVersions(a, b);
  const clean = (text: string) => {
    let result = flags.includes('b') ? text.trimStart() : text;
    if (flags.includes('f')) result = result.toUpperCase();
    if (flags.includes('d')) result = result.replace(/[^A-Za-z0-9 \t]/g, '');
    return result;
  };
  const [x, y] = [clean(a), clean(b)];
  return sign * (x < y ? -1 : x > y ? 1 : 0);
}

/** Order of version numbers: runs of digits by value, the rest by bytes. */
export function compareVersions(a: string, b: string): number {
  const split = (text: string) => text.match(/\d+|\D+/g) ?? [];
  const [x, y] = [split(a), split(b)];
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    const [p, q] = [x[i] ?? '', y[i] ?? ''];
    if (p === q) continue;
    if (/^\d/.test(p) && /^\d/.test(q) && Number(p) !== Number(q)) return Number(p) < Number(q) ? -1 : 1;
    if (p.startsWith('~') !== q.startsWith('~')) return p.startsWith('~') ? -1 : 1;
    return p < q ? -1 : 1;
  }
  return 0;
}
