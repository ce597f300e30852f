/** How the engine is cut into files for a page. */
import type { Plugin } from 'vite';

/** From a log to its first answer, and what tools and base images stand on: nothing is answered without. */
const core = [
  /\/src\/lib\/worker\/engine\.ts$/,
  /\/src\/scenarios\/(?:index|go-two-stages\/(?!parts)[^/]+)\.ts$/,
  /\/src\/engine\/(?:context|dockerfile|source\/(?!part|nothing))/,
  /\/src\/engine\/fs\/(?!archive\/(?:bunzip2|coding|formats|lzma|pack|unxz)|checksum)/,
  /\/src\/engine\/graph\/(?!outline)/,
  /\/src\/engine\/image\/(?!archive|created-by|disk-usage|find-image|garbage|index|list-images|prune-images|remove-image|tag-image)/,
  /\/src\/engine\/registry\/(?:(?!catalog|create-tags|index|log|provided|pull|push(?:-part|-plan)?\.|search|semver)|catalog\/(?:catalog-image|lookup|files\/(?:accounts|alpine|debian|distroless|dpkg-status|folders|tree)))/,
  /\/src\/engine\/run\/(?:shell\/|system\/|[^/]+\.ts|tools\/(?:artifacts|copy-tree|echo|lines|lookup|mode|model|options|printf|regex|report|rm|test|time-format|uname)\.ts)/,
  /\/src\/engine\/solver\/(?!classic\/(?!image-store|index)|progress|recorded\/(?!index))/,
  /\/src\/engine\/workspace\/(?:operations\/|(?:action|build-request|changes|describe|edit|find-dockerfile|import|known-states|log|machines?|path|reduce|scene-info|state|versions|workspace)\.ts)/,
  /\/@noble\/hashes\/(?!legacy)/,
];

/** What packs the layers of nearly every image; the reader of archives stands on it too. */
const packing = [/\/fflate\//, /\/src\/engine\/fs\/archive\/pack\.ts$/];

/** The parts that are loaded on demand, by their names and as what tells which are needed. */
const parts = [
  /\/src\/lib\/worker\/(?:command-line|foresight)\.ts$/,
  /\/src\/scenarios\/(?:[^/]+\/)?parts\.ts$/,
  /\/src\/engine\/(?:source\/part|fs\/archive\/coding|registry\/(?:push-part|catalog\/images)|run\/tools\/(?:families|names)|solver\/(?:classic|recorded)\/part)\.ts$/,
];

const within = (patterns: readonly RegExp[]) => (id: string) => patterns.some((pattern) => pattern.test(id));

/**
 * For every build that has an engine in it. Modules of the engine do nothing by being there, but for those that provide parts: a list
 * of exports brings nothing along that is not asked for.
 */
export function engineChunks(): Plugin {
  return {
    name: 'engine-chunks',
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/engine\/.*\.ts$/ },
      handler: (_, id) => ({ moduleSideEffects: id.endsWith('/provided.ts'), map: null }),
    },
    outputOptions: (options) => ({
      ...options,
      codeSplitting: {
        includeDependenciesRecursively: false,
        groups: [
          { name: 'engine-parts', test: within(parts) },
          { name: 'engine-core', test: within(core) },
          { name: 'engine-packing', test: within(packing) },
        ],
      },
    }),
  };
}
