import type { ConfigurationRule } from './rule.ts';
import { stop } from './tab-stops.ts';

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
      title: 'Two, over several lines',
      note: `//- .one-on-one.yaml
teams:
  scalability:
  ^^^^^^^^^^^ Team scalability has a Staff+ ratio of 2 and no justification.
    staffPlus: 2
    archetypes: [architect, solver]
`,
      fixed: `//- .one-on-one.yaml
teams:
  scalability:
    justification: ""
    staffPlus: 2
    archetypes: [architect, solver]
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
      const written = insertion(source, place.end);
      yield {
        at: place,
        message: `Team ${name} has a Staff+ ratio of ${staffPlus} and no justification. Say why it is not 1.`,
        fixes:
          written === null
            ? []
            : [
                {
                  title: 'Insert a justification',
                  edits: [{ at: { ...place, start: written.at, end: written.at }, newText: written.newText }],
                },
              ],
      };
    }
  },
};

/** What is written below or behind a team's other keys, and where; null where the key is there already. */
function insertion(source: string, from: number): { readonly at: number; readonly newText: string } | null {
  const brace = flowEnd(source, from);
  if (brace !== null) return { at: brace, newText: `, justification: "${stop}"` };
  const block = /^:[ \t]*(?<eol>\r\n|\n|\r)(?<indentation>[ \t]+)(?=[a-z])/i.exec(source.slice(from));
  if (block === null) return null;
  const { eol, indentation } = block.groups!;
  const lines = source.slice(from + block[0].length - indentation!.length).split(/\r\n|\n|\r/);
  const own = lines.slice(0, lines.findIndex((line) => !line.startsWith(indentation!)) >>> 0);
  if (own.some((line) => line.trim().startsWith('justification'))) return null;
  return { at: from + block[0].length, newText: `justification: "${stop}"${eol!}${indentation!}` };
}

/** Where a mapping written in braces on the key's own line ends; null for one over several lines. */
function flowEnd(source: string, from: number): number | null {
  const line = /^[^\r\n]*/.exec(source.slice(from))![0];
  const inner = /^: *\{[^{}]*[^{}\s](?= *\}[^{}]*$)/.exec(line);
  return inner === null || inner[0].includes('justification') ? null : from + inner[0].length;
}
