/** `one-on-one rules`: every rule, or the page of one. */
import { describeRule } from '../../rules/describe.ts';
import { rules as all } from '../../rules/index.ts';
import type { Rule, RuleLevel } from '../../rules/rule.ts';
import { ruleUrl } from '../../rules/run.ts';
import { didYouMean } from '../arguments.ts';
import { exit, formatFlag, UsageError } from '../command.ts';
import type { Command, Output } from '../command.ts';
import { count, safeJson } from '../terminal.ts';
import type { Colour } from '../terminal.ts';

const colours: Record<RuleLevel, Colour> = {
  error: 'red',
  warning: 'yellow',
  info: 'blue',
  hint: 'cyan',
  off: 'dim',
};
const levelWidth = 'warning'.length;

export const rules: Command = {
  name: 'rules',
  operands: '[ID]',
  atLeast: 0,
  atMost: 1,
  summary: 'list every rule with its level, or print the page of one',
  flags: { format: formatFlag },
  async run({ operands: [id], values, output }) {
    const isJson = values.one('format') === 'json';
    if (id !== undefined) output.write(isJson ? `${safeJson(pageJson(ruleAt(id)))}\n` : describeRule(ruleAt(id)));
    else if (isJson) {
      const list = all.map((rule) => ({
        id: rule.id,
        level: rule.level,
        summary: rule.summary,
        url: ruleUrl(rule.id),
      }));
      output.write(`${safeJson({ version: 1, rules: list })}\n`);
    } else printList(output);
    return exit.clean;
  },
};

function printList({ paint, write }: Output): void {
  const width = Math.max(...all.map(({ id }) => id.length));
  for (const { id, level, summary } of all) {
    write(`${paint('bold', id.padEnd(width))}  ${paint(colours[level], level.padEnd(levelWidth))}  ${summary}\n`);
  }
  write(`\n${paint('dim', `${count(all.length, 'rule')}. \`one-on-one rules ID\` prints the page of one.`)}\n`);
}

function ruleAt(id: string): Rule {
  const rule = all.find((one) => one.id === id);
  if (rule) return rule;
  const ids = all.map((one) => one.id);
  throw new UsageError(
    `There is no rule ${JSON.stringify(id)}.${didYouMean(id, ids) || ' `one-on-one rules` lists them.'}`,
  );
}

function pageJson(rule: Rule) {
  const { id, level, summary } = rule;
  return { version: 1, id, level, summary, url: ruleUrl(id), page: describeRule(rule) };
}
