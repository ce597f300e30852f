/** The page's fonts as rules that a picture can carry in itself: an SVG in an `<img>` may load nothing. */
import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import mono from '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2?url';
import serif from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?url';

/** By the first name in the font stacks of pictures. */
const files: Readonly<Record<string, string>> = { Inter: inter, 'JetBrains Mono': mono, 'Source Serif 4': serif };

const kept = new Map<string, Promise<string>>();

/** `@font-face` rules of the fonts that a picture names; a font that cannot be loaded is left out, and a fallback stands in for it. */
export async function fontRules(svg: string): Promise<string> {
  const rules = await Promise.all(Object.keys(files).filter((name) => svg.includes(name)).map((name) => ruleOf(name).catch(() => '')));
  return rules.join('');
}

function ruleOf(name: string): Promise<string> {
  let rule = kept.get(name);
  if (!rule) kept.set(name, (rule = load(name)));
  return rule;
}

async function load(name: string): Promise<string> {
  const file = await fetch(files[name]!);
  if (!file.ok) throw new Error(`${name}: ${file.status}`);
  return `@font-face{font-family:"${name}";font-weight:100 900;src:url(data:font/woff2;base64,${base64(new Uint8Array(await file.arrayBuffer()))}) format("woff2")}`;
}

function base64(bytes: Uint8Array): string {
  let text = '';
  // In parts: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
