import { describe, expect, it } from 'vitest';
import { fileIn, firstBuild, notSimulated, rerunBy } from '../trial.ts';
import { scenario } from './scenario.ts';

const plan = ['planner: COPY . .', 'planner: RUN cargo chef prepare --recipe-path recipe.json'];
const recipe = 'build: COPY --from=planner /app/recipe.json recipe.json';
const cook = 'build: RUN cargo chef cook --release --recipe-path recipe.json';
const compile = ['build: COPY . .', 'build: RUN cargo build --release --locked'];
const ship = 'COPY --from=build /app/target/release/server /usr/local/bin/';

describe('the bad version', () => {
  it('compiles the dependencies again for a new version number', () => {
    const steps = rerunBy(scenario, 'bad', 'the version');
    expect(steps.some((step) => step.includes('for dir in crates/*'))).toBe(true);
    expect(steps).toContain(ship);
  });

  it.each(['the server', 'a library'])('compiles no dependency after an edit of %s', (label) => {
    expect(rerunBy(scenario, 'bad', label)).toHaveLength(3);
  });
});

describe('the good version', () => {
  it.each([
    ['the server', [...plan, ...compile, ship]],
    ['a library', [...plan, ...compile, ship]],
    ['the version', [...plan, ...compile, ship]],
    ['the README', [...plan, ...compile]],
    ['a dependency', [...plan, recipe, cook, ...compile, ship]],
  ])('cooks after an edit of %s only where the recipe changed', (label, steps) => {
    expect(rerunBy(scenario, 'good', label).sort()).toEqual([...steps].sort());
  });
});

describe('both versions', () => {
  it.each(['bad', 'good'] as const)('ship the same program: %s', (version) => {
    const built = firstBuild(scenario, version);
    expect(notSimulated(built)).toEqual([]);
    const content = (one: typeof built) => {
      const node = fileIn(one, '/usr/local/bin/server');
      return node?.type === 'file' ? node.content : undefined;
    };
    expect(content(built)).toBeDefined();
    expect(content(built)).toEqual(content(firstBuild(scenario, 'bad')));
  });
});
