/** Checks `memory`, `cpushares` and the like (BuildKit `parseLinuxResources`). They are not part of any cache key. */
import { goQuote } from '../../dockerfile/go/quote.ts';
import { parseInteger } from './values.ts';

const maxCpu = 8192;

/** What is wrong with the first limit that cannot be read. */
export function resourceError(attributes: ReadonlyMap<string, string>): string | undefined {
  for (const key of ['memory', 'memswap', 'cpushares', 'cpuperiod', 'cpuquota']) {
    const text = attributes.get(key) ?? '';
    if (text === '') continue;
    const unsigned = key === 'cpushares' || key === 'cpuperiod';
    const value = parseInteger(text);
    if (typeof value === 'object') return `invalid ${key} value: ${text}: ${unsigned ? value.error.replace('ParseInt', 'ParseUint') : value.error}`;
    if (unsigned && /^[+-]/.test(text)) return `invalid ${key} value: ${text}: strconv.ParseUint: parsing ${goQuote(text)}: invalid syntax`;
    if (key === 'memswap' ? value < -1 || value === 0 : value <= 0) return `invalid ${key} value: ${text}: must be ${key === 'memswap' ? '-1 (unlimited) or > 0' : '> 0'}`;
  }
  for (const key of ['cpusetcpus', 'cpusetmems']) {
    const text = attributes.get(key) ?? '';
    const wrong = cpusetError(text);
    if (wrong !== undefined) return `invalid ${key} value: ${text}: ${wrong}`;
  }
  return undefined;
}

function cpusetError(text: string): string | undefined {
  for (const part of text.split(',').map((piece) => piece.trim())) {
    if (part === '') continue;
    const [low = '', high] = part.split(/-(.*)/s).map((piece) => piece.trim());
    const range = high !== undefined;
    const numbers = (range ? [low, high] : [low]).map((piece) => (/^\+?\d+$/.test(piece) ? Number(piece) : NaN));
    if (numbers.some(Number.isNaN) || (numbers[1] ?? Infinity) < (numbers[0] ?? 0)) return `invalid cpuset ${range ? 'range' : 'element'} ${goQuote(part)}`;
    if (numbers.some((number) => number > maxCpu)) return `cpuset ${range ? 'range' : 'element'} ${goQuote(part)} exceeds maximum ${maxCpu}`;
  }
  return undefined;
}
