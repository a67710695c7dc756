/** A rule's page, in markdown: the same text in `docs/rules/`, on the command line and behind a finding's link. */
import type { Example, Rule } from './rule.ts';

const severityWords = { error: 'error', warning: 'warning', info: 'information', hint: 'hint', off: 'off' } as const;

export function describeRule(rule: Rule): string {
  const good = rule.examples.filter((example) => !isBad(example));
  const bad = rule.examples.filter(isBad);
  return `${[
    `# ${rule.id}`,
    `${rule.summary} Default: **${severityWords[rule.level]}**. Step of the routine: ${rule.step}.`,
    `## Why\n\n${rule.why}`,
    ...bad.map(
      (example) =>
        `## ${example.title}\n\n${findings(example)}\n\n${fence(withoutMarks(example.note))}${fixedText(example)}`,
    ),
    ...good.map((example) => `## Nothing to say: ${lowerFirst(example.title)}\n\n${fence(example.note)}`),
    `## To change or switch off\n\nIn \`.one-on-one.yaml\`:\n\n\`\`\`yaml\nrules: { ${rule.id}: off }   # or hint, info, warning, error\n\`\`\``,
  ].join('\n\n')}\n`;
}

/** The index of all rules. */
export function describeRules(rules: readonly Rule[]): string {
  const rows = rules.map(
    (rule) => `| [${rule.id}](${rule.id}.md) | ${severityWords[rule.level]} | ${rule.summary.replaceAll('|', '\\|')} |`,
  );
  return `# Rules

What 1:1 Notes checks. Each rule can be switched off or given another level in \`.one-on-one.yaml\`.

| rule | level | finds |
| --- | --- | --- |
${rows.join('\n')}

## When a finding is meant

Where a finding is right in general and wrong here, say so in the document; the light bulb offers all three. A reason after the colon is welcome.

\`\`\`markdown
<!-- one-on-one-ignore-next-line missing-checkpoint: on leave until November -->

## 2026-10-05

<!-- one-on-one-ignore-section missing-summary: closed in the all-hands instead -->
\`\`\`

\`<!-- one-on-one-ignore-file rule-id -->\` speaks for the whole file, as does \`ignore: [rule-id]\` in its front matter.
`;
}

const mark = /^[ \t]*\^+ .*(?:\r?\n|$)/gm;

function isBad(example: Example): boolean {
  return example.note.search(mark) >= 0;
}

function withoutMarks(note: string): string {
  return note.replace(mark, '');
}

function findings(example: Example): string {
  const messages = [...example.note.matchAll(mark)].map(([line]) => `> ${line.trim().replace(/^\^+ /, '')}`);
  return messages.join('\n>\n');
}

function fixedText(example: Example): string {
  return example.fixed === undefined ? '' : `\n\nAfter the fix:\n\n${fence(example.fixed)}`;
}

function fence(text: string): string {
  return `\`\`\`\`markdown\n${text.trimEnd()}\n\`\`\`\``;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
