/** An outline for people: who, where things stand this quarter, and what was read in each meeting. */
import type { outlineJson } from './outline.ts';
import { count, oneLine } from './terminal.ts';
import type { Paint } from './terminal.ts';

type Outline = ReturnType<typeof outlineJson>;
type Quarter = Outline['quarters'][number];
type FocusArea = NonNullable<Quarter['checkpoint']>['focusAreas'][number];

/** A focus area and its parts are told with their quarter. */
const shownAbove: ReadonlySet<string> = new Set(['focus-area', 'responsibility', 'goals', 'targets', 'ideas']);

/** Line numbers count from 1 here, as in an editor. */
export function outlinePage(outline: Outline, path: string, paint: Paint): string {
  const what = outline.recognised ? 'a 1:1 document' : 'not a 1:1 document';
  return [
    `${paint('underline', oneLine(path))}: ${what}. ${oneLine(outline.why)}`,
    ...facts(outline, paint),
    '',
    ...outline.quarters.flatMap((quarter) => quarterLines(quarter, paint)),
    ...agendaLines(outline, paint),
    ...meetingLines(outline, paint),
    '',
  ].join('\n');
}

function facts(outline: Outline, paint: Paint): string[] {
  const known: [string, string | null][] = [
    ['report', outline.report],
    ['manager', outline.manager],
    ['role', [outline.role, outline.level, outline.specialty].filter((one) => one !== null).join(', ') || null],
    ['team', outline.team],
    ['order', outline.order === 'unknown' ? null : outline.order.replace('-', ' ')],
  ];
  return known.flatMap(([name, value]) =>
    value === null ? [] : [`  ${paint('dim', name.padEnd(7))}  ${oneLine(value)}`],
  );
}

function quarterLines({ label, start, end, first, last, checkpoint, summary }: Quarter, paint: Paint): string[] {
  const met = first === null ? 'no meetings' : first === last ? `met ${first}` : `met ${first} to ${last}`;
  const closed = summary ? `, summary at ${placeOf(summary)}` : '';
  return [
    `${paint('bold', oneLine(label))}  ${paint('dim', `${start} to ${end}`)}  ${met}${closed}`,
    ...(checkpoint
      ? checkpoint.focusAreas.flatMap((area) => areaLines(area, paint))
      : [`  ${paint('dim', 'no checkpoint')}`]),
    '',
  ];
}

function areaLines(area: FocusArea, paint: Paint): string[] {
  const done = area.targets.filter(({ state }) => state === 'done').length;
  const parts = [
    count(area.goals.length, 'goal'),
    `${count(area.targets.length, 'target')}${done > 0 ? ` (${done} done)` : ''}`,
    count(area.ideas.length, 'idea'),
    area.mentions.length === 0 ? 'never mentioned' : `mentioned ${area.mentions.map(({ date }) => date).join(', ')}`,
  ];
  const match = area.responsibility;
  return [
    `  ${paint('cyan', oneLine(area.title))}  ${paint('dim', placeOf(area))}`,
    ...(match ? [`    ${oneLine(`${match.level ?? match.role}: ${match.text ?? match.area}`)}`] : []),
    `    ${paint('dim', parts.join(', '))}`,
  ];
}

function agendaLines({ standingAgenda }: Outline, paint: Paint): string[] {
  if (!standingAgenda) return [];
  return [
    `${paint('bold', 'Standing agenda')}  ${paint('dim', placeOf(standingAgenda))}`,
    ...standingAgenda.items.map(
      ({ text, focusArea }) => `  - ${oneLine(text)}${focusArea ? paint('dim', '  (focus area)') : ''}`,
    ),
    '',
  ];
}

function meetingLines({ meetings }: Outline, paint: Paint): string[] {
  return [
    paint('bold', count(meetings.length, 'meeting')),
    ...meetings.map(({ date, line, sections }) => {
      const shown = sections.filter(({ meaning }) => meaning === null || !shownAbove.has(meaning));
      const titles = shown.map(({ title }) => oneLine(title)).filter((title) => title !== '');
      return `  ${date ?? 'undated   '}  ${paint('dim', `line ${line + 1}`)}  ${titles.join(', ')}`.trimEnd();
    }),
  ];
}

function placeOf({ line, path }: { line: number; path?: string }): string {
  return path === undefined ? `line ${line + 1}` : `${oneLine(path)}:${line + 1}`;
}
