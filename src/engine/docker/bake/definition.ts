/**
 * Bake files: HCL and JSON. Simulated of HCL are blocks `variable` (default, description), `group` (targets) and `target` (with `inherits` and `matrix`), texts with
 * `${…}`, heredocs, lists, objects, conditionals, operators, references to variables and to other targets' attributes, and a
 * selection of functions (`evaluate.ts`). Not simulated: `function` blocks, `for` expressions, validation, compose files, and
 * definitions from elsewhere than the project.
 */
import { evaluate, type Scope } from './evaluate.ts';
import { HclFault } from './hcl-lexer.ts';
import { parseHcl, type Attribute, type Block } from './hcl-parser.ts';
import { bakeText, isBakeList, isBakeObject, type BakeValue } from './value.ts';

/** A target's attributes by name, evaluated. */
export type BakeTarget = Readonly<Record<string, BakeValue>>;

/** A variable with its value for this run. */
export interface BakeVariable {
  readonly name: string;
  readonly value: string;
  readonly description: string;
}

/** Everything that bake files say, evaluated. */
export interface BakeDefinition {
  readonly targets: ReadonlyMap<string, BakeTarget>;
  readonly groups: ReadonlyMap<string, { readonly targets: readonly string[]; readonly description: string }>;
  readonly variables: readonly BakeVariable[];
}

/** What is wrong with a file, and where. */
export interface BakeProblem {
  readonly error: string;
  readonly file?: string;
  readonly line?: number;
}

/** A bake file: its name as it was typed, and its text. */
export interface BakeFile {
  readonly name: string;
  readonly text: string;
}

interface RawTarget {
  readonly file: string;
  readonly attributes: Map<string, Attribute['value']>;
}

const mostTargets = 100;

/** Attributes that a target may have. */
const known = new Set([
  'annotations', 'args', 'attest', 'cache-from', 'cache-to', 'call', 'context', 'contexts', 'description', 'dockerfile',
  'dockerfile-inline', 'entitlements', 'extra-hosts', 'inherits', 'labels', 'load', 'matrix', 'name', 'network', 'no-cache',
  'no-cache-filter', 'output', 'platforms', 'policy', 'pull', 'push', 'secret', 'shm-size', 'ssh', 'tags',
  'target', 'ulimits',
]);

/** Reads all files as one definition; the later say more of what the earlier name. */
export function readDefinition(files: readonly BakeFile[], variable: (name: string) => string | undefined): BakeDefinition | BakeProblem {
  const targets = new Map<string, RawTarget>();
  const groups = new Map<string, { readonly file: string; readonly attributes: readonly Attribute[] }>();
  const variables = new Map<string, { readonly file: string; readonly attributes: readonly Attribute[] }>();
  const constants = new Map<string, { readonly file: string; readonly value: Attribute['value'] }>();
  let file = '';
  try {
    for (const { name, text } of files) {
      file = name;
      const { attributes, blocks } = name.endsWith('.json') || text.trimStart().startsWith('{') ? fromJson(text, name) : parseHcl(text);
      for (const { name: constant, value } of attributes) constants.set(constant, { file, value });
      for (const block of blocks) {
        const label = block.labels[0];
        if (label === undefined && block.type !== 'function') throw new HclFault(`Missing name for ${block.type}; All ${block.type} blocks must have 1 labels (name).`, block.token);
        if (block.type === 'target') addTarget(targets, label ?? '', block, file);
        else if (block.type === 'group') groups.set(label ?? '', { file, attributes: block.attributes });
        else if (block.type === 'variable') variables.set(label ?? '', { file, attributes: block.attributes });
        else if (block.type === 'function') throw new HclFault('function blocks are not simulated here.', block.token);
        else throw new HclFault(`Unsupported block type; Blocks of type "${block.type}" are not expected here.`, block.token);
      }
    }
    const resolving = new Set<string>();
    const values = new Map<string, BakeValue>();
    const scope = (name: string): BakeValue | undefined => {
      if (name === 'target') return Object.fromEntries([...targets].filter(([, raw]) => !raw.attributes.has('matrix')).map(([own, raw]) => [own, plainAttributes(raw, withoutTargets)]));
      return withoutTargets(name);
    };
    const withoutTargets = (name: string): BakeValue | undefined => {
      const done = values.get(name);
      if (done !== undefined) return done;
      if (name === 'BAKE_LOCAL_PLATFORM') return 'linux/amd64';
      if (name === 'BAKE_CMD_CONTEXT') return '.';
      const declared = variables.get(name);
      const constant = constants.get(name);
      if ((!declared && !constant) || resolving.has(name)) return undefined;
      resolving.add(name);
      const given = variable(name);
      const fallback = declared ? declared.attributes.find((one) => one.name === 'default')?.value : constant?.value;
      const own = fallback === undefined ? '' : evaluate(fallback, withoutTargets);
      resolving.delete(name);
      const value = given === undefined ? own : typeof own === 'number' ? Number(given) : typeof own === 'boolean' ? given === 'true' || given === '1' : given;
      values.set(name, value ?? '');
      return values.get(name);
    };
    const evaluated = new Map<string, BakeTarget>();
    const expanded = new Map<string, readonly string[]>();
    for (const [name, raw] of targets) {
      ({ file } = raw);
      const matrix = raw.attributes.get('matrix');
      const naming = raw.attributes.get('name');
      const made = (matrix ? combinations(evaluate(matrix, scope)) : [{}]).map((chosen) => {
        const own = (word: string): BakeValue | undefined => (Object.hasOwn(chosen, word) ? chosen[word] : scope(word));
        const each = matrix && naming ? bakeText(evaluate(naming, own)) : name;
        const attributes = [...raw.attributes].filter(([key]) => key !== 'matrix' && key !== 'name');
        evaluated.set(each, Object.fromEntries(attributes.map(([key, value]) => [key, evaluate(value, own)])));
        return each;
      });
      if (matrix) expanded.set(name, made);
    }
    return {
      targets: new Map([...evaluated.keys()].map((name) => [name, inherited(name, evaluated, new Set())])),
      groups: new Map([...[...expanded].map(([name, names]) => [name, { targets: names, description: '' }] as const), ...[...groups].map(([name, { attributes }]) => {
        const of = (key: string): BakeValue => {
          const found = attributes.find((one) => one.name === key);
          return found ? evaluate(found.value, scope) : null;
        };
        return [name, { targets: texts(of('targets')), description: bakeText(of('description')) }] as const;
      })]),
      variables: [...variables].map(([name, { attributes }]) => {
        const described = attributes.find((one) => one.name === 'description');
        return { name, value: bakeText(scope(name) ?? ''), description: described ? bakeText(evaluate(described.value, scope)) : '' };
      }),
    };
  } catch (fault) {
    if (!(fault instanceof HclFault)) throw fault;
    return { error: `${file}:${fault.line},${fault.column}-${fault.column + fault.length}: ${fault.message}`, file, line: fault.line };
  }
}

function addTarget(targets: Map<string, RawTarget>, name: string, { attributes, blocks }: Block, file: string): void {
  const odd = attributes.find((attribute) => !known.has(attribute.name));
  if (odd) throw new HclFault(`Unsupported argument; An argument named "${odd.name}" is not expected here.`, odd.token);
  const [block] = blocks;
  if (block) throw new HclFault(`Unsupported block type; Blocks of type "${block.type}" are not expected here.`, block.token);
  const merged = new Map(targets.get(name)?.attributes ?? []);
  for (const attribute of attributes) merged.set(attribute.name, attribute.value);
  targets.set(name, { file, attributes: merged });
}

/** What of a target other targets may refer to: attributes that refer to no target themselves. */
function plainAttributes({ attributes }: RawTarget, scope: Scope): BakeTarget {
  return Object.fromEntries([...attributes].flatMap(([key, value]) => {
    try {
      return [[key, evaluate(value, scope)]];
    } catch (fault) {
      if (!(fault instanceof HclFault)) throw fault;
      return [];
    }
  }));
}

/** Every choice of one value of each of a matrix's lists; at most as many as anybody builds. */
function combinations(matrix: BakeValue): readonly Readonly<Record<string, BakeValue>>[] {
  if (!isBakeObject(matrix)) return [{}];
  return Object.entries(matrix).reduce<readonly Readonly<Record<string, BakeValue>>[]>(
    (all, [name, values]) => (isBakeList(values) ? all.flatMap((chosen) => values.map((value) => ({ ...chosen, [name]: value }))).slice(0, mostTargets) : all),
    [{}],
  );
}

/** A target with what it inherits: the later of `inherits` win over the earlier, its own over all; `args` and their like join. */
function inherited(name: string, all: ReadonlyMap<string, BakeTarget>, seen: Set<string>): BakeTarget {
  const own = all.get(name) ?? {};
  if (seen.has(name)) return own;
  seen.add(name);
  return [...texts(own['inherits']).map((parent) => inherited(parent, all, seen)), own].reduce((merged, next) => mergeTargets(merged, next), {});
}

/** Two targets as one: the second wins, objects (`args`, `labels`, `contexts`) join. */
export function mergeTargets(first: BakeTarget, second: BakeTarget): BakeTarget {
  const merged: Record<string, BakeValue> = { ...first };
  for (const [key, value] of Object.entries(second)) {
    const before = merged[key];
    merged[key] = isBakeObject(before) && isBakeObject(value) ? { ...before, ...value } : value;
  }
  return merged;
}

/** A list of texts; a text alone is a list of one. */
export function texts(value: BakeValue | undefined): readonly string[] {
  if (value === undefined || value === null) return [];
  return isBakeList(value) ? value.map((item) => (isBakeObject(item) ? csvOf(item) : bakeText(item))) : [bakeText(value)];
}

const csvOf = (object: { readonly [name: string]: BakeValue }): string => Object.entries(object).map(([key, value]) => `${key}=${bakeText(value)}`).join(',');

/** JSON in the shape of the same blocks. */
function fromJson(text: string, name: string): Pick<Block, 'attributes' | 'blocks'> {
  const token = { kind: 'end', text: '', line: 1, column: 1 } as const;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new HclFault(`failed to parse ${name}: the JSON cannot be read`, token);
  }
  const blocks: Block[] = [];
  for (const type of ['variable', 'group', 'target']) {
    const section: unknown = typeof json === 'object' && json !== null ? (json as Record<string, unknown>)[type] : undefined;
    if (typeof section !== 'object' || section === null) continue;
    for (const [label, body] of Object.entries(section)) {
      const fields = typeof body === 'object' && body !== null && !Array.isArray(body) ? Object.entries(body as object) : [];
      blocks.push({ type, labels: [label], attributes: fields.map(([key, value]) => ({ name: key, value: literal(value), token })), blocks: [], token });
    }
  }
  return { attributes: [], blocks };
}

function literal(json: unknown): Attribute['value'] {
  if (Array.isArray(json)) return { kind: 'list', items: json.map(literal) };
  if (typeof json === 'object' && json !== null) return { kind: 'object', entries: Object.entries(json).map(([key, value]) => [key, literal(value)]) };
  if (typeof json === 'string' && json.includes('${')) return parseHcl(`x = ${JSON.stringify(json)}\n`).attributes[0]?.value ?? { kind: 'value', value: json };
  return { kind: 'value', value: typeof json === 'string' || typeof json === 'number' || typeof json === 'boolean' ? json : null };
}
