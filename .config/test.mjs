// npm test: installs, finds or installs a Chromium and what opens archives, then types, lint, unit and browser tests.
// Every part runs even when an earlier one failed; the last line counts all of them.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { install, tool } from './install.mjs';

install();
const { provideChromium } = await import('./chromium.mjs');
const chromium = await provideChromium();
const { build } = await import('./build.mjs');
const { provideSkopeo } = await import('./skopeo.mjs');
provideSkopeo();

const reports = mkdtempSync(join(tmpdir(), 'layerscope-test-'));
const totals = { passed: 0, failed: 0 };

function part(title, body) {
  console.log(`\n── ${title}`);
  const { passed, failed } = body();
  totals.passed += passed;
  totals.failed += failed;
}

/** A tool that either passes or fails as a whole. */
const whole = (name, args) => (tool(name, args) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** Counts of a JSON report; a run that failed without a failed test counts as one failure. */
function counted(code, file, read) {
  let counts = { passed: 0, failed: 0 };
  try {
    counts = read(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    console.error(`no report: ${error.message}`);
  }
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  if (code === 0 && counts.passed === 0) counts.failed = 1;
  return counts;
}

part('types of the generated routes', () => whole('svelte-kit', ['sync']));
part('types of the engine: plain ECMAScript', () => whole('tsc', ['-p', 'src/engine/tsconfig.json']));
part('types', () => whole('svelte-check', ['--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human']));
part('lint', () => whole('eslint', ['--config', '.config/eslint.js', '--max-warnings', '0', '.']));

part('unit tests', () => {
  const file = join(reports, 'unit.json');
  const code = tool('vitest', ['run', '--config', '.config/vite.ts', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]);
  return counted(code, file, (report) => ({ passed: report.numPassedTests, failed: report.numFailedTests + report.testResults.filter((suite) => suite.status === 'failed' && suite.assertionResults.length === 0).length }));
});

part('the page, the embeds and the plug-ins build, within their budgets', () => (build(['--logLevel', 'warn']) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }));

part('browser tests', () => {
  if (!chromium) {
    console.error('No Chromium could be found or installed. Set CHROMIUM_PATH to one.');
    return { passed: 0, failed: 1 };
  }
  const file = join(reports, 'browser.json');
  const code = tool('playwright', ['test', '--config', '.config/playwright.ts', '--reporter=list,json'], {
    env: { ...process.env, CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  });
  return counted(code, file, (report) => ({ passed: report.stats.expected + report.stats.flaky, failed: report.stats.unexpected }));
});

rmSync(reports, { recursive: true, force: true });
console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed === 0 ? 0 : 1;
