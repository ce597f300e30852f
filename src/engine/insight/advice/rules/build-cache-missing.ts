import type { AdviceRule, Finding } from '../advice.ts';
import { isCommand } from '../commands.ts';
import { mounted } from '../edits.ts';
import { allRuns, mountTargets, placeIn } from '../facts.ts';

/** `go build` without a cache mount: every edit compiles all packages again, those that nobody edited too. */
export const buildCacheMissing: AdviceRule = {
  name: 'build-cache-missing',
  title: { id: 'advice.build-cache-missing-title' },
  find(facts) {
    return allRuns(facts).flatMap(({ run, commands }): Finding[] => {
      if (!commands.some((command) => isCommand(command, /^go$/, 'build', 'install', 'test')) || mountTargets(run, 'cache').some((target) => /go-build|\.cache$/.test(target))) return [];
      const edit = mounted(facts, run, '--mount=type=cache,target=/root/.cache/go-build');
      return [{
        range: placeIn(facts, run.range, /\bgo\s+(?:build|install|test)\b/),
        lines: [run.lines],
        message: { id: 'advice.build-cache-missing' },
        hint: { id: 'advice.build-cache-missing-hint', values: { folder: '/root/.cache/go-build' } },
        ...(edit && { edit }),
        gain: 'source-edit',
      }];
    });
  },
};
