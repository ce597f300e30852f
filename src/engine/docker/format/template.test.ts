import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { template } from './template.ts';
import type { Value } from './value.ts';

const image: Value = { Repository: 'app', Tag: '1.0.0', Size: 3, Layers: ['a', 'b'], Labels: new Map([['z', '1'], ['a', '<2>']]), Empty: '', None: null };

function show(source: string, value: Value = image): string {
  const read = template(source);
  if ('error' in read) return read.error;
  const { text, error } = read.run(value);
  return error === undefined ? text : `${text}|${error}`;
}

describe('a template', () => {
  it('gives fields, constants and the value itself', () => {
    expect(show('{{.Repository}}:{{ .Tag }}')).toBe('app:1.0.0');
    expect(show('{{"a\\tb"}} {{`c\\t`}} {{12}} {{true}} {{.}}', 'x')).toBe('a\tb c\\t 12 true x');
    expect(show('{{.Layers}} {{.Labels}} {{.None}}')).toBe('[a b] map[a:<2> z:1] <no value>');
    expect(show('{{.Labels.z}} {{(index .Layers 1)}}')).toBe('1 b');
  });

  it('calls functions, in pipelines too', () => {
    expect(show('{{upper .Repository}} {{.Tag | printf "%s-%d" .Repository | len}} {{join .Layers ", "}}', { ...(image as object), Tag: 5 })).toBe('APP 5 a, b');
    expect(show('{{title "abc def"}} {{truncate .Tag 3}} {{pad .Tag 1 2}}| {{index (split "a,b" ",") 1}} {{slice "hello" 1 3}}')).toBe('Abc Def 1.0  1.0.0  | b el');
    expect(show('{{json .Labels}} {{json .Layers}} {{json .None}}')).toBe('{"a":"<2>","z":"1"} ["a","b"] null');
    expect(show('{{println "x" 1}}{{print "a" 1 2 "b"}}')).toBe('x 1\na1 2b');
  });

  it('decides and repeats', () => {
    expect(show('{{if eq .Repository "x" "app"}}A{{else}}B{{end}}{{if .Empty}}C{{else if .Tag}}D{{end}}')).toBe('AD');
    expect(show('{{range .Layers}}<{{.}}>{{else}}none{{end}}{{range .None}}x{{else}}none{{end}}')).toBe('<a><b>none');
    expect(show('{{range $k, $v := .Labels}}{{$k}}={{$v}};{{end}}{{with .Tag}}{{.}}{{$.Repository}}{{end}}')).toBe('a=<2>;z=1;1.0.0app');
    expect(show('{{range $i, $l := .Layers}}{{if $i}}, {{end}}{{$l}}{{end}}{{range .Layers}}{{if eq . "b"}}{{break}}{{end}}{{.}}{{end}}')).toBe('a, ba');
    expect(show('{{if and .Tag (not .Empty)}}yes{{end}}{{$x := 1}}{{if true}}{{$x = 2}}{{end}}{{$x}}')).toBe('yes2');
  });

  it('trims blanks where a mark says so, and leaves comments out', () => {
    expect(show('a  {{- .Tag -}}  b{{/* no */}}c')).toBe('a1.0.0bc');
  });

  it('says what is wrong in the words of Go', () => {
    expect(show('{{.ID')).toBe('template: :1: unclosed action');
    expect(show('{{nosuch .}}')).toBe('template: :1: function "nosuch" not defined');
    expect(show('{{if .Tag}}x')).toBe('template: :1: unexpected EOF');
    expect(show('{{end}}')).toBe('template: :1: unexpected {{end}}');
    expect(show('a{{.Nope}}', new Map())).toBe('a|template: :1:3: executing "" at <.Nope>: map has no entry for key "Nope"');
    expect(show('{{index .Layers 5}}')).toBe('|template: :1:2: executing "" at <index>: error calling index: index out of range: 5');
  });

  it('answers any text with a text or an error', () => {
    const pieces = fc.constantFrom('{{', '}}', '{{-', '-}}', '.', '.Tag', ' ', 'range', 'if', 'end', 'else', 'with', '$', '$x', ':=', '(', ')', '|', '"a"', '`', "'", 'json', 'index', 'len', 'printf', '"%999999d"', '1', '\n', 'break', '/*', '*/');
    fc.assert(fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
      expect(typeof show(parts.join(''))).toBe('string');
    }), { seed: 31, numRuns: 4000 });
  });
});
