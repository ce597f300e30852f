/**
 * No component has words of its own: what a person reads is in `src/messages`, so that another language can say it.
 * This looks at the markup (texts, and attributes that are shown or read out); what stands in `<code>`, `<kbd>`, `<pre>` and
 * `<samp>` is the machine's.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type AST } from 'svelte/compiler';
import { describe, expect, it } from 'vitest';

/** Names and keywords, the same in every language. */
const names = /\b(?:Layerscope|Docker|Dockerfile|BuildKit|GitHub|OCI|GIF|PNG|SVG|ADD|ARG|CMD|COPY|ENTRYPOINT|ENV|FROM|LABEL|RUN|USER|WORKDIR)\b/g;

/** Attributes and props whose text is seen or heard. */
const shown = new Set([
  'alt', 'aria-description', 'aria-label', 'aria-placeholder', 'aria-roledescription', 'aria-valuetext', 'placeholder', 'title',
  'caption', 'description', 'empty', 'heading', 'headline', 'hint', 'label', 'message', 'sentence', 'summary', 'text',
]);

const machine = new Set(['code', 'kbd', 'pre', 'samp', 'script', 'style']);

type Node = { readonly type: string; readonly start: number; readonly name?: string } & Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** Whether a text has a word in it: two letters in a row, names apart; the id of a message is none. */
const hasWord = (text: string): boolean => /\p{L}{2}/u.test(text.replace(names, '')) && !/^[a-z]+\.[a-z-]+$/.test(text);

/** The texts that an expression can come to, as far as they stand in it: `a ? 'Same' : 'Changed'`. */
function literals(expression: unknown): readonly string[] {
  if (!isNode(expression)) return [];
  switch (expression.type) {
    case 'Literal':
      return typeof expression['value'] === 'string' ? [expression['value']] : [];
    case 'TemplateLiteral':
      return (expression['quasis'] as { readonly value: { readonly cooked: string } }[]).map(({ value }) => value.cooked);
    case 'ConditionalExpression':
      return [...literals(expression['consequent']), ...literals(expression['alternate'])];
    case 'LogicalExpression':
    case 'BinaryExpression':
      return /^(?:\+|\?\?|\|\||&&)$/.test(String(expression['operator'])) ? [...literals(expression['left']), ...literals(expression['right'])] : [];
    default:
      return [];
  }
}

/** The texts of an attribute's value, or of a text in the markup. */
function textsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (!isNode(value)) return [];
  if (value.type === 'Text') return [String(value['data'])];
  return value.type === 'ExpressionTag' ? literals(value['expression']) : [];
}

/** The properties in a script or an expression that hold what is shown: `[{ value: 'simple', label: 'Simple' }]`. */
function properties(value: unknown): readonly Node[] {
  if (Array.isArray(value)) return value.flatMap(properties);
  if (!isNode(value)) return [];
  const key = value.type === 'Property' ? (value['key'] as Node).name : undefined;
  return [...(key !== undefined && shown.has(key) ? [value] : []), ...Object.values(value).flatMap(properties)];
}

/** Hard-coded words of a component, with their lines. */
function hardCoded(source: string): readonly string[] {
  const found: string[] = [];
  const take = (node: Node, texts: readonly string[]): void => {
    const line = source.slice(0, node.start).split('\n').length;
    for (const text of texts) if (hasWord(text)) found.push(`${line}: ${text.trim().replace(/\s+/g, ' ')}`);
  };
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) visit(each);
    if (!isNode(value) || value.type === 'StyleDirective') return;
    for (const property of properties(value['expression'])) take(property, literals(property['value']));
    if (value.type === 'Text' || value.type === 'ExpressionTag') return take(value, textsOf(value));
    if (value.type === 'Attribute') {
      if (shown.has(value.name ?? '')) take(value, textsOf(value['value']));
      return;
    }
    for (const [key, child] of Object.entries(value)) if (key !== 'expression' && !(key === 'fragment' && machine.has(value.name ?? ''))) visit(child);
  };
  const tree: AST.Root = parse(source, { modern: true });
  visit(tree.fragment);
  for (const property of properties(tree.instance?.content)) take(property, literals(property['value']));
  return found;
}

const root = join(import.meta.dirname, '..');
const components = ['src/lib', 'src/routes'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.svelte')).map((path) => `${folder}/${path}`).sort(),
);

describe('the words of a component', () => {
  it.each(components)('%s has none of its own', (path) => {
    expect(hardCoded(readFileSync(join(root, path), 'utf8'))).toEqual([]);
  });

  it('are found as texts, in what is read out, in what a condition chooses, and in lists of choices', () => {
    expect(hardCoded('<p>\n  Hello <b title="Bold words">{name}</b></p>')).toEqual(['1: Hello', '2: Bold words']);
    expect(hardCoded('{#if a}<Button label={b ? "Same" : `No ${c} here`} />{/if}')).toEqual(['1: Same', '1: No', '1: here']);
    expect(hardCoded('<script>const levels = [{ value: "simple", label: "Simple" }, { value: "precise", label: "why.precise" }];</script>')).toEqual(['1: Simple']);
    expect(hardCoded('<span>{a ? "yes" : b}{d === "rebuilt"}</span>')).toEqual(['1: yes']);
  });

  it('are not what the machine says, names, marks and signs', () => {
    expect(hardCoded('<code>COPY . .</code> <Sign name="cached" /> <h1>Layerscope</h1> {a} / {b}: 12 <p class="place" id="x">{t("why.also")}</p>')).toEqual([]);
  });
});
