/** An outline for people: who, where things stand this quarter, and what was read in each meeting. */
import type { outlineJson } from './outline.ts';
import { plainText } from '../core/write/areas.ts';
import { count, oneLine } from './terminal.ts';
import type { Paint } from './terminal.ts';

type Outline = ReturnType<typeof outlineJson>;
type Quarter = Outline['quarters'][number];
type FocusArea = NonNullable<Quarter['checkpoint']>['focusAreas'][number];

/** A focus area and its parts are told with their quarter. */
const shownAbove: ReadonlySet<string> = new Set(['focus-area', 'responsibility', 'goals', 'targets', 'ideas']);

/** Line numbers count from 1 here, as in an editor. What is newest comes first. */
export function outlinePage(outline: Outline, path: string, paint: Paint): string {
  const what = outline.recognised ? 'a 1:1 document' : 'not a 1:1 document';
  const body = [
    ...agendaLines(outline, paint),
    ...[...outline.quarters].reverse().flatMap((quarter) => quarterLines(quarter, paint)),
    ...promiseLines(outline, paint),
    ...worksheetLines(outline, paint),
    ...meetingLines(outline, paint),
  ];
  const ifItWere = outline.recognised || body.length === 0 ? [] : ['If it were one, this would be read:', ''];
  return [
    `${paint('underline', oneLine(path))}: ${what}. ${oneLine(outline.why)}`,
    ...facts(outline, paint),
    '',
    ...ifItWere,
    ...body,
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
  const { responsibility, goals, ideas, mentions } = area;
  const parts = [
    count(goals.length, 'goal'),
    count(ideas.length, 'idea'),
    mentions.length === 0 ? 'never mentioned' : `mentioned ${mentions.map(({ date }) => date).join(', ')}`,
  ];
  return [
    `  ${paint('cyan', oneLine(area.title))}  ${paint('dim', placeOf(area))}`,
    ...(responsibility === null
      ? []
      : [
          `    ${oneLine(plainText(`${responsibility.level ?? responsibility.role}: ${responsibility.text ?? responsibility.area}`))}`,
        ]),
    ...area.targets.map(({ text, state }) => `    ${sign(state, paint)} ${oneLine(text)}`),
    `    ${paint('dim', parts.join(', '))}`,
  ];
}

/** As in the notes themselves. */
function sign(state: Outline['promises'][number]['state'], paint: Paint): string {
  switch (state) {
    case 'done':
      return paint('green', '[x]');
    case 'dropped':
      return paint('dim', '[-]');
    case 'moved':
      return paint('dim', '[>]');
    case 'in-progress':
      return paint('yellow', '[/]');
    case 'open':
      return paint('yellow', '[ ]');
  }
}

/** Open promises, and how many others there are. */
function promiseLines({ promises }: Outline, paint: Paint): string[] {
  if (promises.length === 0) return [];
  const open = promises.filter(({ state }) => state === 'open' || state === 'in-progress');
  return [
    `${paint('bold', count(promises.length, 'promise'))}, ${open.length} open`,
    ...open.flatMap(({ text, owners, due, state, firstSeen, carried }) => {
      const facts = [
        owners.join(', '),
        due === null ? '' : `due ${due}`,
        firstSeen === null ? '' : `since ${firstSeen}`,
        carried === 0 ? '' : carried === 1 ? 'carried once' : `carried ${carried} times`,
      ];
      const shown = oneLine(facts.filter((fact) => fact !== '').join(' \u00B7 '));
      return [`  ${sign(state, paint)} ${oneLine(text)}`, ...(shown === '' ? [] : [`      ${paint('dim', shown)}`])];
    }),
    '',
  ];
}

function worksheetLines({ efw }: Outline, paint: Paint): string[] {
  if (efw === null) return [];
  const width = Math.max(0, ...efw.rows.map(({ title }) => Math.min(longestTitle, oneLine(title).length)));
  return [
    `${paint('bold', 'Worksheet')}  ${paint('dim', placeOf(efw))}  ${oneLine(efw.columns.join(', '))}`,
    ...efw.rows.map(({ title, ratings }) => {
      const cells = efw.columns.map((column) => ratings[column] ?? '-');
      const name = oneLine(title);
      const short = name.length > longestTitle ? `${name.slice(0, longestTitle - 1)}\u2026` : name;
      return `  ${short.padEnd(width)}  ${oneLine(cells.join(', '))}`;
    }),
    '',
  ];
}

/** Beyond this many characters the title of a row is cut. */
const longestTitle = 48;

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
