/** Version ranges as npm reads them: `^1.2.3`, `~1.2`, `1.x`, `>=1 <3`, `a || b`. What is not understood is taken to be satisfied. */

type Version = readonly [number, number, number];

/** Whether a version lies in a range. */
export function satisfies(version: string, range: string): boolean {
  const at = parse(version);
  if (!at || /[:/]|^(latest|next|\*)?$/.test(range.trim())) return true;
  return range.split('||').some((part) => comparators(part.trim()).every((test) => test(at)));
}

function parse(text: string): Version | undefined {
  const match = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(text);
  return match ? [Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)] : undefined;
}

function comparators(part: string): ((at: Version) => boolean)[] {
  const words = part.replace(/([<>=^~]+)\s+/g, '$1').split(/\s+/).filter((word) => word !== '');
  return words.map((word) => {
    const [, operator = '', rest = ''] = /^([<>=^~]*)(.*)$/.exec(word) ?? [];
    const low = parse(rest);
    if (!low) return () => true;
    const places = rest.replace(/[.-][xX*].*$/, '').split(/[-+]/)[0]!.split('.').length;
    switch (operator) {
      case '>=':
        return (at) => compare(at, low) >= 0;
      case '>':
        return (at) => compare(at, low) > 0;
      case '<':
        return (at) => compare(at, low) < 0;
      case '<=':
        return (at) => compare(at, low) <= 0;
      case '^':
        return (at) => compare(at, low) >= 0 && sameTo(at, low, low[0] > 0 || places === 1 ? 1 : low[1] > 0 || places === 2 ? 2 : 3);
      case '~':
        return (at) => compare(at, low) >= 0 && sameTo(at, low, Math.min(places, 2));
      default:
        return (at) => sameTo(at, low, places);
    }
  });
}

function compare(a: Version, b: Version): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

function sameTo(a: Version, b: Version, places: number): boolean {
  return a.slice(0, places).every((n, i) => n === b[i]);
}
