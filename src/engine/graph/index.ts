/** The graph phase: a Dockerfile and build options become operations for the solver. Signatures first. */
import type { Diagnostic } from '../source/diagnostic.ts';
import type { PlanResult } from './plan.ts';
import type { PlanRequest } from './request.ts';
import type { BuildOutline, BuildTarget, SubrequestError } from './subrequest.ts';

export type { PlanRequest, IgnorePatterns } from './request.ts';
export type { BuildOutline, BuildTarget, OutlineArg, OutlineMount, SubrequestError } from './subrequest.ts';

/** Dockerfile and options → plan, as BuildKit's `dockerfile2llb` converts them. Never throws. */
export declare function planBuild(request: PlanRequest): PlanResult;
/** `docker build --check`: all stages unless a target is given. `error` is the build error of the check's answer. */
export declare function checkBuild(request: PlanRequest): { readonly warnings: readonly Diagnostic[]; readonly error?: Diagnostic };
/** `docker build --call=targets`. */
export declare function listTargets(dockerfile: string): readonly BuildTarget[] | SubrequestError;
/** `docker build --call=outline`. */
export declare function outlineBuild(request: PlanRequest): BuildOutline | SubrequestError;
