import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDefinition } from './definition.ts';
import { resolveTargets } from './targets.ts';

const read = (text: string, environment: Readonly<Record<string, string>> = {}, name = 'docker-bake.hcl') => readDefinition([{ name, text }], (variable) => environment[variable]);
const targets = (text: string, environment?: Readonly<Record<string, string>>) => {
  const definition = read(text, environment);
  if ('error' in definition) throw new Error(definition.error);
  return Object.fromEntries(definition.targets);
};

describe('a bake file', () => {
  it('has texts, lists, objects, conditionals, functions and references', () => {
    const file = `
      variable "TAG" { default = "latest" }
      variable "CI" { default = false }
      base = "me/app" // a constant
      target "app" {
        tags = ["\${base}:\${TAG}", CI ? "ci" : "dev"]
        args = { "A-B" = upper(join("-", ["x", "y"])), N = 1 + 2 * 3, H = <<-EOT
          one
            two
          EOT
        }
        labels = { from = target.other.context }
      }
      target "other" { context = "./other" }
    `;
    expect(targets(file)['app']).toEqual({ tags: ['me/app:latest', 'dev'], args: { 'A-B': 'X-Y', N: 7, H: 'one\n  two\n' }, labels: { from: './other' } });
    expect(targets(file, { TAG: '2', CI: 'true' })['app']?.['tags']).toEqual(['me/app:2', 'ci']);
  });

  it('inherits: lists are replaced, arguments join, the nearer wins', () => {
    const file = 'target "a" {\n  args = { X = "1", Y = "1" }\n  tags = ["a"]\n}\ntarget "b" {\n  inherits = ["a"]\n  args = { Y = "2" }\n  tags = ["b"]\n}\n';
    expect(targets(file)['b']).toEqual({ args: { X: '1', Y: '2' }, tags: ['b'], inherits: ['a'] });
  });

  it('makes a target of each choice of a matrix, and a group of all', () => {
    const definition = read('target "app" {\n  name = "app-${v}-${replace(os, ".", "-")}"\n  matrix = { v = ["1", "2"], os = ["a.b"] }\n  args = { V = v }\n}\n');
    if ('error' in definition) throw new Error(definition.error);
    expect(resolveTargets(definition, ['app'])).toEqual(['app-1-a-b', 'app-2-a-b']);
    expect(definition.targets.get('app-2-a-b')).toEqual({ args: { V: '2' } });
  });

  it('is read as JSON too', () => {
    const definition = read(JSON.stringify({ variable: { V: { default: '1' } }, group: { default: { targets: ['x'] } }, target: { x: { tags: ['x:${V}'] } } }), {}, 'docker-bake.json');
    if ('error' in definition) throw new Error(definition.error);
    expect(definition.targets.get('x')).toEqual({ tags: ['x:1'] });
    expect(resolveTargets(definition, ['default'])).toEqual(['x']);
  });

  it('is told where it is wrong, in HCL’s words', () => {
    const error = (text: string) => (read(text) as { readonly error?: string }).error;
    expect(error('target "default" {\n  tags = [\n}\n')).toBe('docker-bake.hcl:3,1-2: Invalid expression; Expected the start of an expression, but found an invalid expression token.');
    expect(error('target "default" {\n  tags = ["${nosuch}"]\n}\n')).toBe('docker-bake.hcl:2,14-20: Unknown variable; There is no variable named "nosuch".');
    expect(error('target "x" {\n  nosuch = 1\n}\n')).toMatch(/^docker-bake\.hcl:2,3-9: Unsupported argument; An argument named "nosuch" is not expected here\.$/);
    expect(error('function "f" {\n}\n')).toContain('function blocks are not simulated');
  });

  it('is a definition or a sentence, whatever its text', () => {
    const piece = fc.oneof(fc.constantFrom('target', 'group', 'variable', '"x"', '{', '}', '[', ']', '(', ')', '=', '\n', 'default', 'matrix', 'name', 'inherits', '"${', '}"', '${x}', '?', ':', '-', '!', '<<EOT\n', 'EOT', 'upper(', 'x', '1', ',', '/*', '#'), fc.string({ maxLength: 4 }));
    fc.assert(fc.property(fc.array(piece, { maxLength: 20 }), (parts) => {
      const definition = read(parts.join(' '));
      expect('error' in definition ? definition.error !== '' : definition.targets.size >= 0).toBe(true);
    }), { seed: 41, numRuns: 1500 });
  });
});
