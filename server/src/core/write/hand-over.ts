/**
 * The hand-over pack: what a new manager needs to go on, gathered from the notes with links back. The pair's own words;
 * nothing private is in it.
 */
import { formatDay } from '../calendar.ts';
import type { Context } from '../context.ts';
import { documentAt } from '../query.ts';
import type { Document, FocusArea, Series } from '../model.ts';
import { liesIn, openFocusAreasOf, privatePlaces } from '../private.ts';
import { areaProgress, stateText, type AreaProgress } from '../progress.ts';
import { isOpen } from '../state.ts';
import { sourceOf } from './habits.ts';
import { headingLink, meetingLink, relinked } from './links.ts';

/** Markdown with `\n`, for a file at `path`, relative to the workspace as the documents are. */
export function handOverText(series: Series, path: string, context: Context): string {
  const name = series.report ?? 'the report';
  const blocks = [
    `# Hand-over: ${name}`,
    `For the 1:1 of ${name} with both managers. Private parts are left out. Pass it on when ${name} agrees.`,
    aboutLines(series, path, context).join('\n'),
    ...quarterBlocks(series, path, context),
    ...section('Open promises', promiseLines(series, path)),
    ...section('Standing agenda', agendaLines(series, path)),
    ...section('Ratings', ratingLines(series, path)),
    ...section('Earlier quarters', summaryLines(series, path)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

// ---------------------------------------------------------------------------------------------------------------

function aboutLines(series: Series, path: string, { today }: Context): string[] {
  const { manager, role, level, specialty, team, documents, standing } = series;
  const last = series.meetings.findLast(({ day }) => day <= today);
  const title = standing?.role.title ?? role?.text;
  const step = standing?.level?.title ?? level?.text;
  // `Senior Backend Engineer` says both.
  const isSaid = title !== undefined && step?.includes(title) === true;
  const known = [isSaid ? undefined : title, step, specialty?.text].filter((text) => text !== undefined).join(', ');
  const facts = [
    ['Manager so far', manager],
    ['Role', known],
    ['Team', team?.text],
    ['Last 1:1', last && meetingLink(last, path)],
    ['Notes', documents.map((document) => headingLink(nameOf(document), document.path, null, path)).join(', ')],
  ] as const;
  return facts.flatMap(([name, value]) => (value ? [`- ${name}: ${value}`] : []));
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`## ${title}`, lines.join('\n')];
}

/** The newest quarter with focus areas. */
function quarterBlocks(series: Series, path: string, context: Context): string[] {
  const record = series.quarters.findLast(
    (each) => each.quarter.start <= context.today && openFocusAreasOf(each).length > 0,
  );
  if (record === undefined) return [];
  const areas = areaProgress(record, context).filter(
    ({ area, document }) => !liesIn(area.title.place, privatePlaces(document)),
  );
  return [`## Focus areas of ${record.quarter.label}`, ...areas.flatMap((each) => areaBlocks(each, path))];
}

function areaBlocks({ area, document, lastMentioned }: AreaProgress, path: string): string[] {
  const hidden = privatePlaces(document);
  const text = (part: FocusArea['goals']): string[] =>
    (part?.entries ?? [])
      .filter(({ place, text: words }) => words !== '' && !liesIn(place, hidden))
      .map(({ words }) => relinked(oneLine(sourceOf(document.note, words)), document.path, path));
  const targets = area.targetList.filter(({ place }) => !liesIn(place, hidden));
  const lines = [
    ...text(area.responsibility).map((line) => `- Responsibility: ${line}`),
    ...text(area.goals).map((line) => `- Goal: ${line}`),
    ...targets.map((target) => `- Target ${target.state === 'done' ? 'met' : stateText(target.state)}: ${target.text}`),
    ...text(area.ideas).map((line) => `- Idea: ${line}`),
    `- Last mentioned: ${lastMentioned === null ? 'not yet' : formatDay(lastMentioned)}`,
  ];
  return [`### ${area.title.text}`, lines.join('\n')];
}

function promiseLines(series: Series, path: string): string[] {
  return series.promises.flatMap(({ state, isPrivate, text, owners, due, newest }) => {
    if (isPrivate || !isOpen(state)) return [];
    const dated = series.meetings.find(({ meeting }) => meeting === newest.meeting);
    const document = documentAt(series, newest.uri);
    const link = dated ? meetingLink(dated, path) : headingLink(nameOf(document), document.path, null, path);
    const who = owners.length === 0 ? '' : `${owners.join(' and ')}: `;
    return [`- ${who}${text}${due === null ? '' : `, due ${formatDay(due)}`} (${link})`];
  });
}

function agendaLines({ agendas }: Series, path: string): string[] {
  return agendas.flatMap(({ agenda, document }) => {
    const hidden = privatePlaces(document);
    if (liesIn(agenda.title.place, hidden)) return [];
    const items = agenda.items.filter(({ text, place }) => text !== '' && !liesIn(place, hidden));
    return items.map(({ text }) => `- ${relinked(text, document.path, path)}`);
  });
}

/** The newest column of each worksheet. */
function ratingLines({ worksheets }: Series, path: string): string[] {
  return worksheets.flatMap(({ worksheet, document }) => {
    const column = worksheet.columns.at(-1);
    if (column === undefined || liesIn(worksheet.title.place, privatePlaces(document))) return [];
    const source = headingLink(worksheet.title.text, document.path, worksheet.title, path);
    const rows = worksheet.rows.map(({ cells }) => [cells[0]?.text ?? '', cells[column.index]?.text ?? '']);
    return [`| ${source} | ${column.label.text} |`, '| --- | --- |', ...rows.map((row) => `| ${row.join(' | ')} |`)];
  });
}

function summaryLines({ quarters }: Series, path: string): string[] {
  return quarters.flatMap(({ quarter, summaries }) =>
    summaries
      .filter(({ summary }) => !summary.isPrivate)
      .map(
        ({ summary, document }) =>
          `- ${headingLink(`Summary of ${quarter.label}`, document.path, summary.title, path)}`,
      ),
  );
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function nameOf({ path }: Document): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:md|markdown)$/i, '');
}
