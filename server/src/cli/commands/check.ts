/** `one-on-one check`: all findings of the paths given. */
import { formatDay } from '../../core/calendar.ts';
import { rules } from '../../rules/index.ts';
import type { RuleLevel, Severity } from '../../rules/rule.ts';
import { didYouMean } from '../arguments.ts';
import { exit, stdinPathFlag, UsageError } from '../command.ts';
import type { Call, Command } from '../command.ts';
import { examineTargets } from '../examine-targets.ts';
import type { Examination } from '../examine.ts';
import { reporters } from '../reporters/index.ts';
import { isAtLeast, severities } from '../reporters/reporter.ts';
import type { Report } from '../reporters/reporter.ts';
import { targetOf } from '../targets.ts';
import type { Target } from '../targets.ts';
import { oneLine } from '../terminal.ts';

const formats = [...reporters.keys()];
const levels: readonly RuleLevel[] = ['off', ...severities];

export const check: Command = {
  name: 'check',
  operands: '[path…]',
  atLeast: 0,
  atMost: Infinity,
  summary: 'check documents, role files and configuration',
  flags: {
    format: { value: formats.join('|'), choices: formats, summary: 'how to report (default: pretty)' },
    fix: { value: null, summary: 'apply safe fixes, then report what is left' },
    'fail-on': {
      value: severities.join('|'),
      choices: severities,
      summary: 'the lightest severity that fails the check (default: error)',
    },
    rule: { value: 'ID=LEVEL', summary: `set the level of a rule: ${levels.join(', ')}`, isRepeatable: true },
    jobs: { value: 'N', summary: 'how many cores to use (default: all, where there is enough to check)' },
    'stdin-path': stdinPathFlag,
  },
  notes: [
    'Without a path the current folder is checked; - reads standard input.',
    'Exit code 0: nothing fails; 1: findings; 2: bad usage, or something could not be checked.',
  ],
  async run(call) {
    const { values, output } = call;
    const options = { overrides: overridesOf(values.all('rule')), jobs: jobsOf(values.one('jobs')) };
    const targets = await targetsOf(call);
    let isTroubled = false;
    const onTrouble = (path: string, why: string): void => {
      isTroubled = true;
      output.warn(`${oneLine(path)}: ${why}`);
    };

    const report = reportOf(call, await examineTargets(targets, call, options, onTrouble));
    const print = reporters.get(values.one('format') ?? 'pretty')!;
    output.write(print(report, { paint: output.paint, width: output.width }));
    if (isTroubled) return exit.failure;
    const fails = report.files.some((file) =>
      file.diagnostics.some(({ severity }) => isAtLeast(severity, report.failOn)),
    );
    return fails ? exit.findings : exit.clean;
  },
};

async function targetsOf(call: Call): Promise<Target[]> {
  const given = call.operands.length > 0 ? call.operands : ['.'];
  const inputs = given.filter((path) => path === '-').length;
  if (inputs > 1) throw new UsageError('Standard input can be read only once.');
  if (inputs > 0 && call.values.isSet('fix')) throw new UsageError('--fix writes files, so it does not go with -.');
  if (inputs === 0 && call.values.isSet('stdin-path')) throw new UsageError('--stdin-path needs - as a path.');
  const targets: Target[] = [];
  for (const path of given) targets.push(await targetOf(path, call));
  return targets;
}

function reportOf(call: Call, { files, fixes, fixedFiles }: Examination): Report {
  return {
    version: call.version,
    today: formatDay(call.today),
    files,
    failOn: (call.values.one('fail-on') ?? 'error') as Severity,
    rules,
    fixed: call.values.isSet('fix') ? { fixes, files: fixedFiles } : null,
  };
}

function jobsOf(given: string | null): number | null {
  if (given === null) return null;
  if (!/^[1-9]\d?$/.test(given))
    throw new UsageError(`--jobs needs a number from 1 to 99, not ${JSON.stringify(given)}.`);
  return Number(given);
}

function overridesOf(given: readonly string[]): Map<string, RuleLevel> {
  const ids = rules.map((rule) => rule.id);
  return new Map(
    given.map((text) => {
      const [id = '', level, ...rest] = text.split('=');
      if (level === undefined || rest.length > 0) {
        throw new UsageError(`--rule needs ID=LEVEL, as in --rule missing-summary=off; not ${JSON.stringify(text)}.`);
      }
      if (!ids.includes(id)) throw new UsageError(`There is no rule ${JSON.stringify(id)}.${didYouMean(id, ids)}`);
      if (!levels.includes(level as RuleLevel)) {
        throw new UsageError(`The level of a rule is one of ${levels.join(', ')}; not ${JSON.stringify(level)}.`);
      }
      return [id, level as RuleLevel];
    }),
  );
}
