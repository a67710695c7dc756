/** Levels, areas and items of a role as hover text. */
import type { Area, Level, Role, Specialty } from '../../core/model.ts';
import { nextLevels } from '../../core/roles/catalogue.ts';
import { addedByNext, effectiveItems, type EffectiveItem } from '../../core/roles/effective.ts';
import { gradeText } from '../../core/roles/grade.ts';
import { plainText } from '../../core/write/areas.ts';
import { bullets, escape, paragraphs } from './markdown.ts';

/** Everything that holds at a level, and what each next level adds. */
export function levelText(role: Role, level: Level, specialty: Specialty | null): string {
  const next = nextLevels(role, level);
  const grade = gradeText(level);
  return paragraphs(
    `**${escape(level.title)}**${grade === null ? '' : ` · grade ${grade}`}`,
    areasText(effectiveItems(role, level, specialty), 4),
    ...next.map((candidate) => {
      const added = addedByNext(role, level, candidate, specialty);
      return added.length === 0
        ? `Next: **${escape(candidate.title)}**`
        : paragraphs(`---\n\nNext, **${escape(candidate.title)}** adds:`, areasText(added, 3));
    }),
    unresolvedText(level),
    sourceLink(role, level.uri),
  );
}

export function roleText(role: Role): string {
  const levels = role.levels.map((level) => {
    const grade = gradeText(level);
    return escape(level.title) + (grade === null ? '' : ` (grade ${grade})`);
  });
  return paragraphs(
    `**${escape(role.title)}**`,
    levels.length === 0 ? 'No levels were found in its description.' : `Levels:\n\n${bullets(levels, 12)}`,
    role.specialties.length === 0
      ? null
      : `Specialties: ${role.specialties.map(({ title }) => escape(title)).join(', ')}`,
    sourceLink(role),
  );
}

export function specialtyText(role: Role, { title, block, sameAs }: Specialty): string {
  const same = role.specialties.find(({ id }) => id === sameAs);
  const areas = [...block.areas, ...(same?.block.areas ?? [])];
  const texts = areas.flatMap(({ items }) => items.map(({ text }) => escape(plainText(text))));
  return paragraphs(
    `**${escape(title)}**, a specialty of ${escape(role.title)}`,
    same && `The same as ${escape(same.title)}.`,
    bullets(texts),
    sourceLink(role),
  );
}

/** Where the text comes from. */
export function sourceLink(role: Role, uri = role.source.uri): string {
  const where = role.isBuiltIn ? 'built-in role' : 'role file';
  return `[Open the ${where}](${uri.replace(/[()\s<>]/g, encodeURIComponent)})`;
}

/** Responsibilities by area; of requirements and nice-to-haves only how many there are. */
function areasText(items: readonly EffectiveItem[], limit: number): string {
  const byArea = new Map<string, { area: Area; texts: string[] }>();
  let others = 0;
  for (const { item, area } of items) {
    if (area.kind !== 'responsibility') others++;
    else {
      const group = byArea.get(area.name) ?? { area, texts: [] };
      byArea.set(area.name, group);
      group.texts.push(itemText(item.text));
    }
  }
  const areas = [...byArea.values()].map(({ area, texts }) => `_${escape(area.name)}_\n\n${bullets(texts, limit)}`);
  const rest = others === 0 ? null : `${others} requirements and nice-to-haves`;
  return paragraphs(...areas, rest !== null && (areas.length === 0 ? `${rest}.` : `_and ${rest}_`));
}

/** A label stays bold: it is the name that people use for the item. */
function itemText(markdown: string): string {
  const label = /^\*\*(?<name>[^*]+)\*\*/.exec(markdown)?.groups?.name;
  const text = plainText(markdown);
  if (label === undefined || !text.startsWith(label)) return escape(text);
  return `**${escape(label)}**${escape(text.slice(label.length))}`;
}

/** Nothing is guessed in silence. */
function unresolvedText(level: Level): string | null {
  const open = level.extends.flatMap(({ text, resolved: { to } }) =>
    to === 'level' || to === 'shared' ? [] : [`"${escape(plainText(text))}" ${reasons[to]}`],
  );
  return open.length === 0 ? null : `Not brought along:\n\n${bullets(open)}`;
}

const reasons = {
  'other-file': 'is in another file',
  ambiguous: 'could mean more than one level',
  unresolved: 'names no level that is known here',
};
