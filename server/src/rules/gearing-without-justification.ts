import type { ConfigurationRule } from './rule.ts';

export const gearingWithoutJustification: ConfigurationRule = {
  id: 'gearing-without-justification',
  about: 'configuration',
  level: 'warning',
  step: 'configuration',
  summary: 'A team may have more or fewer Staff-and-above engineers than one, and the configuration does not say why.',
  why: `One Staff-and-above engineer per team needs no paperwork. Any other ratio is an exception, which permits positions and needs a justification that somebody
can read a year later.`,
  examples: [
    {
      title: 'Three, and no reason',
      note: `//- .one-on-one.yaml
teams:
  delivery: { staffPlus: 3 }
  ^^^^^^^^ Team delivery has a Staff+ ratio of 3 and no justification. Say why it is not 1.
`,
      fixed: `//- .one-on-one.yaml
teams:
  delivery: { staffPlus: 3, justification: "" }
`,
    },
    {
      title: 'Three, with a reason',
      note: `//- .one-on-one.yaml
teams:
  delivery: { staffPlus: 3, justification: "Two release trains until the second team is formed" }
  search: { staffPlus: 1 }
`,
    },
  ],
  *check({ configuration, source }) {
    for (const { name, staffPlus, justification, place } of configuration.teams.values()) {
      if (staffPlus === 1 || (justification ?? '').trim() !== '') continue;
      const brace = flowEnd(source, place.end);
      yield {
        at: place,
        message: `Team ${name} has a Staff+ ratio of ${staffPlus} and no justification. Say why it is not 1.`,
        fixes:
          brace === null
            ? []
            : [
                {
                  title: 'Insert a justification',
                  edits: [{ at: { ...place, start: brace, end: brace }, newText: ', justification: ""' }],
                },
              ],
      };
    }
  },
};

/** Where a mapping written in braces on the key's own line ends; null for one over several lines. */
function flowEnd(source: string, from: number): number | null {
  const line = /^[^\r\n]*/.exec(source.slice(from))![0];
  const inner = /^: *\{[^{}]*[^{}\s](?= *\}[^{}]*$)/.exec(line);
  return inner === null || inner[0].includes('justification') ? null : from + inner[0].length;
}
