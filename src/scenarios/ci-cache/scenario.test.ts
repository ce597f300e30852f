import { describe, expect, it } from 'vitest';
import { after, firstBuild, lastBuild, notSimulated, opened, ranIn, rerunBy } from '../trial.ts';
import { scenario } from './scenario.ts';

const modes = [{ type: 'chmod', path: 'go.mod', mode: 0o664 }, { type: 'chmod', path: 'main.go', mode: 0o664 }] as const;

describe('the bad version', () => {
  it('downloads and compiles again where only file modes differ', () => {
    expect(ranIn(lastBuild(after(opened(scenario, 'bad'), ...modes))).filter((step) => step.includes('RUN'))).toHaveLength(2);
  });
});

describe('the good version', () => {
  it('stops different file modes before the download', () => {
    expect(ranIn(lastBuild(after(opened(scenario, 'good'), ...modes)))).toEqual(['source: COPY . /src', 'source: RUN chmod -R u=rwX,go=rX /src']);
  });

  it('keeps the download after an edit of main.go', () => {
    expect(rerunBy(scenario, 'good', 'main.go')).not.toContain('deps: RUN go mod download');
    expect(rerunBy(scenario, 'good', 'go.mod and go.sum')).toContain('deps: RUN go mod download');
  });

  it('can build the modules alone, to export them', () => {
    expect(notSimulated(firstBuild(scenario, 'good'))).toEqual([]);
    const deps = lastBuild(after(opened(scenario, 'good'), { type: 'options', options: { tags: ['deps'], target: 'deps' } }));
    expect(deps.record.ok).toBe(true);
    expect(ranIn(deps)).toEqual([]);
  });
});
