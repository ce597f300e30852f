/** As much of Go's `net/url` as sources need. */

export interface ParsedUrl {
  /** Lower case. */
  readonly scheme: string;
  /** With port, without user. */
  readonly host: string;
  /** Decoded. */
  readonly path: string;
  /** Decoded. */
  readonly fragment: string;
  readonly query: string;
  /** Scheme, user, host and path as written. */
  readonly bare: string;
}

/** A text as an address; undefined where Go would not take it. */
export function parseUrl(text: string): ParsedUrl | undefined {
  if (/[\u0000-\u001f\u007f]/.test(text)) return undefined;
  const hash = text.indexOf('#');
  const fragment = hash < 0 ? '' : decodePercent(text.slice(hash + 1));
  const head = hash < 0 ? text : text.slice(0, hash);
  const question = head.indexOf('?');
  const query = question < 0 ? '' : head.slice(question + 1);
  const main = question < 0 ? head : head.slice(0, question);
  const colon = main.indexOf(':');
  if (colon === 0) return undefined;
  const scheme = /^[a-zA-Z][a-zA-Z0-9+.-]*:/.exec(main)?.[0].slice(0, -1) ?? '';
  const rest = scheme === '' ? main : main.slice(scheme.length + 1);
  if (scheme === '' && main.split('/', 1)[0]?.includes(':')) return undefined;
  const match = rest.startsWith('//') ? /^\/\/([^/]*)(.*)$/s.exec(rest) : null;
  const authority = match?.[1] ?? '';
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  if (/[\s<>"]/.test(host) || /:(?!\d*$)/.test(host.replace(/^\[[^\]]*\]/, '')) || (host.startsWith('[') && !host.includes(']'))) return undefined;
  const path = decodePercent(match ? (match[2] ?? '') : rest);
  if (path === undefined || fragment === undefined) return undefined;
  return { scheme: scheme.toLowerCase(), host, path, fragment, query, bare: scheme === '' ? rest : `${scheme.toLowerCase()}:${rest}` };
}

/** Values of a query by name, in order; pairs that cannot be read are left out. */
export function parseQuery(text: string): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const pair of text.split('&')) {
    if (pair === '' || pair.includes(';')) continue;
    const equals = pair.indexOf('=');
    const key = decodePercent((equals < 0 ? pair : pair.slice(0, equals)).replaceAll('+', ' '));
    const value = decodePercent((equals < 0 ? '' : pair.slice(equals + 1)).replaceAll('+', ' '));
    if (key === undefined || value === undefined) continue;
    values.set(key, [...(values.get(key) ?? []), value]);
  }
  return values;
}

function decodePercent(text: string): string | undefined {
  if (!text.includes('%')) return text;
  if (/%(?![0-9a-fA-F]{2})/.test(text)) return undefined;
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(/%([0-9a-fA-F]{2})/g, '\ufffd');
  }
}
