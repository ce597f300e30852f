/** Rules → findings → advice: each edit is tried in a dry run, and what is worth nothing in this file is not advised. */
import { file, get, put, textOf } from '../../fs/index.ts';
import { exactSavings, savingMessage } from './savings.ts';
import type { Advice, AdviceRequest, AdviceRule, Finding, TextEdit } from './advice.ts';
import { readFacts, type Facts } from './facts.ts';
import { Scales, type Measured, type Version } from './measure.ts';
import { rules } from './rules/index.ts';
import { sourceFile, withLine } from './source-edit.ts';

/** Dry runs that one call may spend. */
const probeLimit = 12;

interface Found extends Finding {
  readonly rule: AdviceRule;
}

/** Advice on a Dockerfile, by place. Never throws; none for a text that cannot be read. */
export function advise(request: AdviceRequest): readonly Advice[] {
  const facts = readFacts(request);
  const found = rules.flatMap((rule) => rule.find(facts).map((finding): Found => ({ ...finding, rule })));
  if (found.length === 0) return [];
  const source = sourceFile(facts);
  const edited = source === undefined ? undefined : { path: source, edit: (context: Facts['context']) => withLine(context, source) };
  const scales = new Scales(request.probe, request.probes ?? probeLimit, edited);
  // What saves time on every edit is measured first, then bytes, then whether an edit is harmless.
  const order = [...found].sort((a, b) => weight(a) - weight(b));
  const advice = new Map(order.map((finding) => [finding, adviceOf(finding, facts, scales, source)]));
  return found
    .flatMap((finding) => advice.get(finding) ?? [])
    .sort((a, b) => a.diagnostic.range.from - b.diagnostic.range.from || a.diagnostic.range.to - b.diagnostic.range.to);
}

const weight = ({ gain, edit, regardless }: Finding): number => (edit === undefined ? 3 : gain === 'source-edit' ? 0 : regardless ? 2 : 1);

function adviceOf(finding: Found, facts: Facts, scales: Scales, source: string | undefined): Advice | undefined {
  const { edit, gain, regardless = false } = finding;
  if (!edit || !gain) return toAdvice(finding, { ...(finding.saves && { saves: finding.saves }), ...(edit && { edit }) }, source);
  const measured = scales.compare({ dockerfile: facts.text, context: facts.context }, applyEdit(edit, facts), gain);
  const refused = measured === 'failed' || (typeof measured === 'object' && finding.keepsImage && !measured.sameImage);
  if (refused) return regardless ? toAdvice(finding, {}, source) : undefined;
  // What is about cost is not proposed untried; what cannot cost anything may be.
  if (typeof measured === 'string') return toAdvice(finding, regardless ? { edit } : {}, source);
  const saves = exactSavings(measured.saves, gain);
  const unknown = notSimulated(finding, facts);
  if (!saves && !regardless && !unknown) return undefined;
  return toAdvice(finding, { edit, ...(saves && { saves }), sameImage: measured.sameImage }, source, unknown ? undefined : measured);
}

/** Something at the finding's place has no model, so that nothing saved may mean nothing known. */
function notSimulated({ lines }: Finding, { record }: Facts): boolean {
  const touched = record.steps.filter((step) => lines.some(({ first, last }) => step.lines.first <= last && first <= step.lines.last));
  return touched.some(({ fidelity }) => fidelity === 'not-simulated');
}

function toAdvice(finding: Found, parts: Omit<Advice, 'diagnostic'>, source: string | undefined, measured?: Measured): Advice {
  const { rule, range, lines, message, hint } = finding;
  const saving = savingMessage(parts.saves, source, typeof measured === 'object' ? measured.sameImage : undefined);
  return { diagnostic: { code: `advice/${rule.name}`, severity: 'advice', message, range, lines, hint, ...(saving && { saving }) }, ...parts };
}

/** The Dockerfile and context after an edit. */
export function applyEdit({ file: path, range, replacement }: TextEdit, { text, context }: Pick<Facts, 'text' | 'context'>): Version {
  const apply = (before: string): string => before.slice(0, range.from) + replacement + before.slice(range.to);
  if (path === undefined) return { dockerfile: apply(text), context };
  const node = get(context, path);
  const before = node?.type === 'file' ? textOf(node) : '';
  return { dockerfile: text, context: put(context, path, file(apply(before), { mode: 0o644, mtime: node?.mtime ?? 0 })) };
}
