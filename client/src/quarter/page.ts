/** The page of Show Quarter: the picture, and the same in tables whose entries lead to their places. */
import type { FocusAreaView, QuarterAnswer, ViewPlace, ViewState } from '../../../server/src/lsp/protocol.ts';

export interface PageParts {
  /** For scripts and styles of this page alone. */
  readonly nonce: string;
  readonly script: string;
  readonly style: string;
  readonly content: string;
}

/** Nothing is fetched but our own script and style sheet; no text of a note ever becomes markup. */
export function quarterPage({ nonce, script, style, content }: PageParts): string {
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>1:1 Quarter</title>
<link rel="stylesheet" nonce="${nonce}" href="${html(style)}">
</head>
<body>
<p id="said" class="unseen" role="status"></p>
<main id="content">${content}</main>
<script nonce="${nonce}" src="${html(script)}"></script>
</body>
</html>`;
}

/** What stands in the page; null where there is no quarter to show. */
export function quarterContent(answer: QuarterAnswer | null): string {
  if (answer === null)
    return '<p>There is no quarter to show: the document is gone, or it is no 1:1 document any more.</p>';
  const { name, label, start, end, svg, focusAreas, meetings } = answer;
  return [
    '<header>',
    `<div><h1 id="title">${html(name)}: ${html(label)}</h1><p class="days">${html(start)} to ${html(end)}</p></div>`,
    neighbours(answer),
    '</header>',
    `<figure>${svg}</figure>`,
    focusAreas.length === 0 ? '' : areasTable(focusAreas, meetings.length),
    meetings.length === 0 ? '' : meetingsTable(answer),
  ].join('\n');
}

/** The place that an entry of the page stands for: what its `data-open` says. Null for anything else. */
export function placeOf(entry: unknown, { focusAreas, meetings }: QuarterAnswer): ViewPlace | null {
  const [, kind, first, second] = /^(area|mention|meeting|week) (\d{1,6})(?: (\d{1,6}))?$/.exec(String(entry)) ?? [];
  const index = Number(first);
  if (kind === 'area') return focusAreas[index]?.place ?? null;
  if (kind === 'mention') return focusAreas[index]?.mentions[Number(second)]?.place ?? null;
  if (kind === 'meeting') return meetings[index]?.place ?? null;
  if (kind === 'week') return meetings.find(({ week }) => week === index)?.place ?? null;
  return null;
}

// ---------------------------------------------------------------------------------------------------------------

const stateWords: Record<ViewState, string> = {
  open: 'open',
  done: 'met',
  dropped: 'dropped',
  moved: 'moved',
  'in-progress': 'in progress',
};

function neighbours({ quarters, label }: QuarterAnswer): string {
  const at = quarters.indexOf(label);
  const button = (id: string, other: string | undefined, text: string): string =>
    other === undefined
      ? `<button type="button" id="${id}" disabled>${text}</button>`
      : `<button type="button" id="${id}" data-show="${html(other)}">${text}<span class="unseen">: ${html(other)}</span></button>`;
  return `<nav aria-label="Quarters">${button('earlier', quarters[at - 1], 'Previous quarter')}${button('later', quarters[at + 1], 'Next quarter')}</nav>`;
}

function areasTable(areas: readonly FocusAreaView[], meetings: number): string {
  const rows = areas.map((area, index) => {
    const { title, mentions, lastMentioned, isQuiet, targets, targetsMet } = area;
    const list = targets.map(
      ({ text, state, isOverdue }) =>
        `<li class="target-${state}"><span class="state">${stateWords[state]}${isOverdue ? ', late' : ''}</span> ${html(text)}</li>`,
    );
    const last =
      lastMentioned === null
        ? 'not yet'
        : opening(`mention ${index} ${mentions.findLastIndex(({ date }) => date === lastMentioned)}`, lastMentioned);
    return [
      `<tr><th scope="row">${opening(`area ${index}`, title)}${isQuiet ? ' <span class="quiet">gone quiet</span>' : ''}</th>`,
      `<td class="date">in ${mentions.length} of ${meetings}</td>`,
      `<td class="date">${last}</td>`,
      `<td>${targets.length === 0 ? 'none' : `${targetsMet} of ${targets.length} met<ul>${list.join('')}</ul>`}</td></tr>`,
    ].join('');
  });
  return `<h2 id="areas">Focus areas</h2>
<table aria-labelledby="areas"><thead><tr><th scope="col">Focus area</th><th scope="col">Meetings that mention it</th><th scope="col">Last mentioned</th><th scope="col">Targets</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table>`;
}

function meetingsTable({ meetings, focusAreas }: QuarterAnswer): string {
  const rows = meetings.map((meeting, index) => {
    const { date, week, hasCheckpoint, hasSummary, promisesOpened, promisesClosed } = meeting;
    const mentioned = focusAreas.filter(({ mentions }) => mentions.some((mention) => mention.date === date));
    const marks = [...(hasCheckpoint ? ['checkpoint'] : []), ...(hasSummary ? ['summary'] : [])];
    return [
      `<tr><td class="number">${week}</td>`,
      `<th scope="row" class="date">${opening(`meeting ${index}`, date)}${marks.map((mark) => ` <span class="mark">${mark}</span>`).join('')}</th>`,
      `<td>${mentioned.map(({ title }) => html(title)).join(', ')}</td>`,
      `<td class="number">${promisesOpened || ''}</td><td class="number">${promisesClosed || ''}</td></tr>`,
    ].join('');
  });
  return `<h2 id="meetings">Meetings</h2>
<table aria-labelledby="meetings"><thead><tr><th scope="col" class="number">Week</th><th scope="col">Meeting</th><th scope="col">Focus areas mentioned</th><th scope="col" class="number">Promises given</th><th scope="col" class="number">Promises closed</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table>`;
}

/** A button that looks like a link: a link would need an address, and there is none outside the editor. */
function opening(entry: string, text: string): string {
  return `<button type="button" class="link" id="${entry.replaceAll(' ', '-')}" data-open="${entry}">${html(text)}</button>`;
}

/** Text for an element or an attribute. */
function html(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
}
