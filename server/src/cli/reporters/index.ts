/** The formats of `check --format`. */
import { githubReporter } from './github.ts';
import { gitlabReporter } from './gitlab.ts';
import { jsonReporter } from './json.ts';
import { junitReporter } from './junit.ts';
import { prettyReporter } from './pretty.ts';
import type { Reporter } from './reporter.ts';
import { sarifReporter } from './sarif.ts';

export const reporters: ReadonlyMap<string, Reporter> = new Map([
  ['pretty', prettyReporter],
  ['json', jsonReporter],
  ['sarif', sarifReporter],
  ['gitlab', gitlabReporter],
  ['github', githubReporter],
  ['junit', junitReporter],
]);
