/** Advice that BuildKit's checks do not give, with what it would save in the Dockerfile at hand. */
export type { Advice, AdviceDiagnostic, AdviceProbe, AdviceRequest, AdviceRule, Finding, Gain, Savings, TextEdit } from './advice.ts';
export { advise } from './advise.ts';
export { rules as adviceRules } from './rules/index.ts';
