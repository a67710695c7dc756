/** A role description for people. */
import type { Area, AreaKind, Block, Level, Reference, Role } from '../core/model.ts';
import { gradeText } from '../core/roles/grade.ts';
import { count, oneLine } from './terminal.ts';
import type { Paint } from './terminal.ts';

const kindNotes: Record<AreaKind, string> = {
  responsibility: '',
  requirement: ' (required)',
  'nice-to-have': ' (nice to have)',
};

export function rolePage(role: Role, source: string, paint: Paint): string {
  const titles = new Map(role.levels.map(({ id, title }) => [id, title]));
  return [
    `${paint('bold', oneLine(role.title))}  ${paint('dim', `${oneLine(role.id)}, ${oneLine(source)}`)}`,
    ...(role.aliases.length > 0 ? [paint('dim', `also called ${oneLine(role.aliases.join(', '))}`)] : []),
    ...block('For every level', role.shared, paint),
    ...role.levels.flatMap((level) => levelLines(level, titles, paint)),
    ...role.specialties.flatMap(({ id, title, block: own }) => block(`Specialty ${title} (${id})`, own, paint)),
    '',
    paint('dim', `${count(role.levels.length, 'level')}, ${count(itemsOf(role), 'item')}`),
    '',
  ].join('\n');
}

/** What to say of a file that is no role description. */
export function noRolePage(source: string): string {
  return [
    `${oneLine(source)} is not read as a role description: no level and no list of responsibilities or requirements was found in it.`,
    'A level is a heading such as "Senior Gardener" with a grade or a section "Responsibilities" below it.',
    '',
  ].join('\n');
}

function levelLines(level: Level, titles: ReadonlyMap<string, string>, paint: Paint): string[] {
  const grade = gradeText(level);
  const facts = [
    level.id,
    ...(grade === null ? [] : [`grade ${grade}`]),
    ...(level.track === 'other' ? [] : [`${level.track} track`]),
  ];
  const next = level.next.map((id) => titles.get(id) ?? id).join(', ');
  return [
    '',
    `${paint('bold', oneLine(level.title))}  ${paint('dim', oneLine(facts.join(', ')))}`,
    ...level.extends.map((reference) => `  ${paint('cyan', 'builds on')} ${oneLine(referenceText(reference, titles))}`),
    ...(next === '' ? [] : [`  ${paint('cyan', 'next')} ${oneLine(next)}`]),
    ...areas(level.own, paint),
  ];
}

function referenceText({ text, resolved }: Reference, titles: ReadonlyMap<string, string>): string {
  if (resolved.to === 'level') return titles.get(resolved.level) ?? resolved.level;
  if (resolved.to === 'shared') return 'what holds for every level';
  const why = resolved.to === 'other-file' ? 'in another file' : resolved.to;
  return `"${text}" (${why})`;
}

function block(title: string, own: Block, paint: Paint): string[] {
  return own.areas.length === 0 ? [] : ['', paint('bold', oneLine(title)), ...areas(own, paint)];
}

function areas(own: Block, paint: Paint): string[] {
  return own.areas.flatMap((area: Area) => [
    `  ${paint('underline', oneLine(area.name))}${paint('dim', kindNotes[area.kind])}`,
    ...area.items.map((item) => `    - ${oneLine(item.text)}`),
  ]);
}

function itemsOf(role: Role): number {
  const blocks = [role.shared, ...role.levels.map(({ own }) => own), ...role.specialties.map(({ block: own }) => own)];
  return blocks.flatMap((one) => one.areas).reduce((sum, area) => sum + area.items.length, 0);
}
