/** The graph phase: a Dockerfile and build options become operations for the solver. */
export type { Edge, Graph, TypedOp, Vertex } from './op.ts';
export { listTargets, outlineBuild } from './outline.ts';
export { checkBuild, planBuild } from './plan-build.ts';
export type { BuildOptions, BuildPlan, PlanResult, PlatformPlan, ResolvedRef, StagePlan, StepPlan, StepRead } from './plan.ts';
export type { IgnorePatterns, PlanRequest } from './request.ts';
export type { BuildOutline, BuildTarget, OutlineArg, OutlineMount, SubrequestError } from './subrequest.ts';
