import { parseBool } from '../go/number.ts';
import { goQuote } from '../go/quote.ts';

/** What `# check=…` and the build argument BUILDKIT_DOCKERFILE_CHECK ask for. */
export interface CheckOptions {
  readonly skipAll: boolean;
  readonly skip: readonly string[];
  readonly experimentalAll: boolean;
  readonly experimental: readonly string[];
  /** Findings fail the build. */
  readonly error: boolean;
}

export const defaultCheckOptions: CheckOptions = { skipAll: false, skip: [], experimentalAll: false, experimental: [], error: false };

/** `skip=A,B;error=true` → options, or BuildKit's words (`linter.ParseLintOptions`). */
export function parseCheckOptions(text: string): CheckOptions | { readonly message: string } {
  const trimmed = text.trim();
  if (trimmed === '') return defaultCheckOptions;
  let options = defaultCheckOptions;
  const [first = '', second, ...rest] = trimmed.split(';');
  const parts = [first, ...(second === undefined ? [] : [second]), ...(rest.length === 0 ? [] : [rest.join(';')])];
  for (const part of parts) {
    const equals = part.indexOf('=');
    if (equals < 0) return { message: `invalid check option ${goQuote(part)}` };
    const key = part.slice(0, equals).trim();
    const value = part.slice(equals + 1).trim();
    const names = value === 'all' ? [] : value.split(',').map((name) => name.trim());
    if (key === 'skip') options = { ...options, skipAll: options.skipAll || value === 'all', skip: value === 'all' ? options.skip : names };
    else if (key === 'experimental') options = { ...options, experimentalAll: options.experimentalAll || value === 'all', experimental: value === 'all' ? options.experimental : names };
    else if (key === 'error') {
      const error = parseBool(value);
      if (error === undefined) return { message: `failed to parse check option ${goQuote(part)}: strconv.ParseBool: parsing ${goQuote(value)}: invalid syntax` };
      options = { ...options, error };
    } else return { message: `invalid check option ${goQuote(key)}` };
  }
  return options;
}

const directive = /^\s*([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(.+?)\s*$/;

/** Options in the comments above one instruction: of the first `check=…` among them; undefined where there is none that can be read. */
export function checkOptionsIn(comments: readonly string[]): CheckOptions | undefined {
  for (const comment of comments) {
    const match = directive.exec(comment);
    if (match?.[1]?.toLowerCase() !== 'check') continue;
    const options = parseCheckOptions(match[2]?.split(' ', 1)[0] ?? '');
    return 'message' in options ? undefined : options;
  }
  return undefined;
}
