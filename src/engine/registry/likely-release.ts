/** Tags that no record lists, but that the publisher has by all appearances: an older version of something that is known. */
import type { CatalogImage, Release } from './catalog/catalog-image.ts';

/** A release for such a tag, without any digest of the one it is modelled on; undefined for a tag that is newer or of another kind. */
export function likelyRelease(image: CatalogImage, tag: string): Release | undefined {
  const version = versionOf(tag);
  if (version && compareVersions(version, newestOf(image)) > 0) return undefined;
  const release = image.likely ? image.likely(tag) : sameKind(image, tag);
  return release && withoutDigests({ ...release, tags: [tag] });
}

/** `15-alpine` → the release with some version and `-alpine`. */
function sameKind(image: CatalogImage, tag: string): Release | undefined {
  if (!versionOf(tag)) return undefined;
  const kind = kindOf(tag);
  return image.releases.find(({ tags }) => tags.some((known) => versionOf(known) && kindOf(known) === kind)) ?? (kind === '' ? image.releases.find(({ tags }) => tags.includes('latest')) : undefined);
}

/** What follows the version: `3.13-slim-bookworm` → `slim`. Names of Debian and Alpine releases do not matter. */
function kindOf(tag: string): string {
  const words = tag.split('-').slice(1).map((word) => word.replace(/^alpine.*/, 'alpine'));
  return words.filter((word) => !/^(?:bullseye|bookworm|trixie|jammy|noble)$/.test(word)).join('-');
}

function versionOf(tag: string): readonly number[] | undefined {
  return /^\d+(?:\.\d+)*(?=-|$)/.exec(tag)?.[0].split('.').map(Number);
}

function newestOf(image: CatalogImage): readonly number[] {
  const known = image.releases.flatMap(({ tags }) => tags.flatMap((tag) => [versionOf(tag) ?? []]));
  return known.reduce((newest, version) => (compareVersions(version, newest) || version.length - newest.length) > 0 ? version : newest, []);
}

/** As far as both go: 3.14 and 3 are alike. */
function compareVersions(a: readonly number[], b: readonly number[]): number {
  for (const [at, part] of a.entries()) {
    const other = b[at];
    if (other === undefined) return 0;
    if (other !== part) return part - other;
  }
  return 0;
}

function withoutDigests(release: Release): Release {
  const { indexDigest: _, ...rest } = release;
  const platforms = Object.entries(release.platforms).map(([platform, { layers }]) => [platform, { layers: layers.map(({ size, createdBy }) => ({ size, createdBy })) }] as const);
  return { ...rest, platforms: Object.fromEntries(platforms) };
}
