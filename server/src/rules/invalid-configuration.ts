import type { ConfigurationRule } from './rule.ts';

export const invalidConfiguration: ConfigurationRule = {
  id: 'invalid-configuration',
  about: 'configuration',
  level: 'error',
  step: 'configuration',
  summary: 'The configuration file is not valid YAML, or has a key or a value that is not known.',
  why: `Settings that cannot be read are not used, and nothing would say so otherwise. All valid keys stay in force. In the editor, a file
that is broken while you type leaves the last good one in force.`,
  examples: [
    {
      title: 'A misspelt key',
      note: `//- .one-on-one.yaml
cadense: weekly
^^^^^^^ "cadense" is not a setting.
`,
      fixed: `//- .one-on-one.yaml
cadence: weekly
`,
    },
    {
      title: 'A valid file',
      note: `//- .one-on-one.yaml
quarters: { startMonth: 2, named: end, label: "FY{yy}-Q{q}" }
cadence: fortnightly
`,
    },
  ],
  *check({ problems }) {
    for (const { at, message, suggestion } of problems) {
      const fixes =
        suggestion === null ? [] : [{ title: `Change to ${suggestion}`, edits: [{ at, newText: suggestion }] }];
      yield { at, message, fixes };
    }
  },
};
