import type { BuildRequest, BuildResult } from './request.ts';

export type { BuildRequest, BuildResult, ResultTrees } from './request.ts';

/** Runs one `docker build` on the virtual clock. Never throws: what goes wrong is in `record.error`. */
export function build(request: BuildRequest): BuildResult {
  throw new Error(`build ${request.number} is not there yet`);
}
