import type { AdviceRule, Finding } from '../advice.ts';
import { isCommand } from '../commands.ts';
import { mounted } from '../edits.ts';
import { allRuns, mountTargets, placeIn } from '../facts.ts';

/** `go build` without a cache mount: every edit compiles all packages again, those that nobody edited too. */
export const buildCacheMissing: AdviceRule = {
  name: 'build-cache-missing',
  title: 'Keep the compiler’s cache between builds',
  find(facts) {
    return allRuns(facts).flatMap(({ run, commands }): Finding[] => {
      if (!commands.some((command) => isCommand(command, /^go$/, 'build', 'install', 'test')) || mountTargets(run, 'cache').some((target) => /go-build|\.cache$/.test(target))) return [];
      const edit = mounted(facts, run, '--mount=type=cache,target=/root/.cache/go-build');
      return [{
        range: placeIn(facts, run.range, /\bgo\s+(?:build|install|test)\b/),
        lines: [run.lines],
        message: 'The compiler starts from nothing each time this step runs: its cache ends with the step.',
        hint: 'Give it a cache mount at /root/.cache/go-build, so that only packages that changed are compiled.',
        ...(edit && { edit }),
        gain: 'source-edit',
      }];
    });
  },
};
