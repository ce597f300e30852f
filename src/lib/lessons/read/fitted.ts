/** A YAML value held to a schema: what fits comes out with its type, what does not is said with its place. */
import * as v from 'valibot';
import { code, inWords } from '../schema/shape.ts';
import type { YamlPath, YamlSource } from './yaml-source.ts';

/** More unknown keys than these are not looked for. */
const mostUnknown = 50;

/** The value as the schema has it; undefined where it does not fit. */
export function fitted<const S extends v.GenericSchema>(schema: S, source: YamlSource): v.InferOutput<S> | undefined {
  let fits = true;
  for (let round = 0; round < mostUnknown; round += 1) {
    const { success, output, issues = [] } = v.safeParse(schema, source.value);
    // A strict mapping names its first unknown key only: that is taken out, and the rest looked at again.
    const unknown = issues.filter(isUnknownKey);
    for (const issue of unknown.length > 0 ? unknown : issues) {
      source.problem(pathOf(issue), messageOf(issue), atKey(issue) ? 'key' : 'value');
    }
    for (const { path } of unknown) takeOut(path?.at(-1));
    if (unknown.length === 0) return success && fits ? output : undefined;
    fits = false;
  }
  return undefined;
}

type Issue = v.BaseIssue<unknown>;

function isUnknownKey(issue: Issue): boolean {
  return issue.type === 'strict_object' && issue.expected === 'never';
}

/** A key that is there and is not right, as against one that is missing. */
function atKey({ path }: Issue): boolean {
  const item = path?.at(-1);
  return item?.origin === 'key' && Object.hasOwn(item.input as object, item.key as PropertyKey);
}

function takeOut(item: v.IssuePathItem | undefined): void {
  if (item) Reflect.deleteProperty(item.input as object, item.key as PropertyKey);
}

/** A missing key is told at the mapping that misses it. */
function pathOf(issue: Issue): YamlPath {
  const keys = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
  return issue.path?.at(-1)?.origin === 'key' && !atKey(issue) ? keys.slice(0, -1) : keys;
}

function messageOf(issue: Issue): string {
  if (!issue.message.startsWith('Invalid ')) return issue.message;
  return `wants ${expected(issue.expected ?? '')}, not ${received(issue)}`;
}

const kinds: Readonly<Record<string, string>> = { string: 'text', number: 'a number', boolean: 'true or false', Array: 'a list (lines that begin with `- `)', Object: 'a mapping (lines of `key: value`)', null: 'null' };

/** What Valibot writes as `string`, `Array`, `("a" | "b")`. */
function expected(form: string): string {
  const parts = form.replace(/^\((.*)\)$/, '$1').split(' | ');
  return inWords(parts.map((part) => kinds[part] ?? code(part.replace(/^"(.*)"$/, '$1'))));
}

function received({ input, expected: wanted }: Issue): string {
  if (input === null || input === undefined) return 'nothing';
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'object') return 'a mapping';
  if (typeof input === 'string') return code(input);
  const shown = typeof input === 'number' ? `the number ${String(input)}` : String(input);
  return wanted === 'string' ? `${shown}: put it in quotes` : shown;
}
