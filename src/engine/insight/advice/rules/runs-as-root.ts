import { resolveImage } from '../../../registry/index.ts';
import type { AdviceRule, Finding } from '../advice.ts';
import type { Facts, StageFacts } from '../facts.ts';

/** The image starts its program as root because nothing says otherwise. */
export const runsAsRoot: AdviceRule = {
  name: 'runs-as-root',
  title: { id: 'advice.runs-as-root-title' },
  find(facts) {
    const target = facts.stages.find((stage) => stage.target);
    const start = target?.stage.commands.find(({ type }) => type === 'ENTRYPOINT' || type === 'CMD');
    if (!target || !start) return [];
    const { user, base } = inherited(facts, target);
    if (user === undefined || !/^(?:root|0)?(?::|$)/.test(user)) return [];
    const name = /(?:^|\/)node(?::|@|$)/.test(base) ? 'node' : '65532:65532';
    return [{
      range: start.range,
      lines: [start.lines],
      message: { id: 'advice.runs-as-root' },
      hint: { id: 'advice.runs-as-root-hint', values: { user: name } },
      edit: { range: { from: start.range.from, to: start.range.from }, replacement: `USER ${name}\n` },
      regardless: true,
    } satisfies Finding];
  },
};

/** The user a stage ends with, and the image it stands on; undefined where the user is not known. */
function inherited({ stages, record }: Facts, target: StageFacts): { readonly user: string | undefined; readonly base: string } {
  let at: StageFacts | undefined = target;
  let base = target.stage.base;
  while (at) {
    const set = at.stage.commands.findLast(({ type }) => type === 'USER');
    base = at.stage.base;
    if (set?.type === 'USER') return { user: set.user.includes('$') ? undefined : set.user, base };
    const below: number | undefined = at.baseStage;
    at = below === undefined ? undefined : stages.find(({ index }) => index === below);
  }
  if (base === 'scratch') return { user: '', base };
  const image = resolveImage(base, record.options.platforms?.[0] ?? 'linux/amd64');
  return { user: 'error' in image ? undefined : (image.config.config?.User ?? ''), base };
}
