/** The page of Show Quarter: the picture, and the same in tables whose entries lead to their places. */
import type { FocusAreaView, QuarterAnswer, ViewPlace, ViewState } from '../../../server/src/lsp/protocol.ts';
import { html } from '../html.ts';
import type { Say } from '../say.ts';

export interface PageParts {
  /** That the words of the page are in, as `en`. */
  readonly language: string;
  /** For scripts and styles of this page alone. */
  readonly nonce: string;
  readonly script: string;
  readonly style: string;
  readonly content: string;
}

/** Nothing is fetched but our own script and style sheet; no text of a note ever becomes markup. */
export function quarterPage({ language, nonce, script, style, content }: PageParts): string {
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${html(language)}">
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
export function quarterContent(answer: QuarterAnswer | null, say: Say): string {
  if (answer === null) {
    const why = say('There is no quarter to show: the document is gone, or it is no 1:1 document any more.');
    return `<p>${html(why)}</p>`;
  }
  const { name, label, start, end, svg, focusAreas, meetings } = answer;
  return [
    '<header>',
    `<div><h1 id="title">${html(name)}: ${html(label)}</h1><p class="days">${html(say('{0} to {1}', start, end))}</p></div>`,
    neighbours(answer, say),
    '</header>',
    `<figure>${svg}</figure>`,
    focusAreas.length === 0 ? '' : areasTable(focusAreas, meetings.length, say),
    meetings.length === 0 ? '' : meetingsTable(answer, say),
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

function stateWord(state: ViewState, say: Say): string {
  const words: Readonly<Record<ViewState, string>> = {
    open: say('open'),
    done: say('met'),
    dropped: say('dropped'),
    moved: say('moved'),
    'in-progress': say('in progress'),
  };
  return words[state];
}

function neighbours({ quarters, label }: QuarterAnswer, say: Say): string {
  const at = quarters.indexOf(label);
  const button = (id: string, other: string | undefined, text: string): string =>
    other === undefined
      ? `<button type="button" id="${id}" disabled>${html(text)}</button>`
      : `<button type="button" id="${id}" data-show="${html(other)}">${html(text)}<span class="unseen">: ${html(other)}</span></button>`;
  const earlier = button('earlier', quarters[at - 1], say('Previous quarter'));
  const later = button('later', quarters[at + 1], say('Next quarter'));
  return `<nav aria-label="${html(say('Quarters'))}">${earlier}${later}</nav>`;
}

function areasTable(areas: readonly FocusAreaView[], meetings: number, say: Say): string {
  const rows = areas.map((area, index) => {
    const { title, mentions, lastMentioned, isQuiet, targets, targetsMet } = area;
    const list = targets.map(({ text, state, isOverdue }) => {
      const word = stateWord(state, say);
      const words = isOverdue ? say('{0}, late', word) : word;
      return `<li class="target-${state}"><span class="state">${html(words)}</span> ${html(text)}</li>`;
    });
    const met = targets.length === 0 ? say('none') : say('{0} of {1} met', targetsMet, targets.length);
    const last =
      lastMentioned === null
        ? html(say('not yet'))
        : opening(`mention ${index} ${mentions.findLastIndex(({ date }) => date === lastMentioned)}`, lastMentioned);
    return [
      `<tr><th scope="row">${opening(`area ${index}`, title)}${isQuiet ? ` <span class="quiet">${html(say('gone quiet'))}</span>` : ''}</th>`,
      `<td class="date">${html(say('in {0} of {1}', mentions.length, meetings))}</td>`,
      `<td class="date">${last}</td>`,
      `<td>${html(met)}${targets.length === 0 ? '' : `<ul>${list.join('')}</ul>`}</td></tr>`,
    ].join('');
  });
  const heads = [say('Focus area'), say('Meetings that mention it'), say('Last mentioned'), say('Targets')];
  return `<h2 id="areas">${html(say('Focus areas'))}</h2>
<table aria-labelledby="areas"><thead><tr>${heads.map((head) => `<th scope="col">${html(head)}</th>`).join('')}</tr></thead>
<tbody>${rows.join('\n')}</tbody></table>`;
}

function meetingsTable({ meetings, focusAreas }: QuarterAnswer, say: Say): string {
  const rows = meetings.map((meeting, index) => {
    const { date, week, hasCheckpoint, hasSummary, promisesOpened, promisesClosed } = meeting;
    const mentioned = focusAreas.filter(({ mentions }) => mentions.some((mention) => mention.date === date));
    const marks = [...(hasCheckpoint ? [say('checkpoint')] : []), ...(hasSummary ? [say('summary')] : [])];
    return [
      `<tr><td class="number">${week}</td>`,
      `<th scope="row" class="date">${opening(`meeting ${index}`, date)}${marks.map((mark) => ` <span class="mark">${html(mark)}</span>`).join('')}</th>`,
      `<td>${mentioned.map(({ title }) => html(title)).join(', ')}</td>`,
      `<td class="number">${promisesOpened || ''}</td><td class="number">${promisesClosed || ''}</td></tr>`,
    ].join('');
  });
  const head = (text: string): string => `<th scope="col">${html(text)}</th>`;
  const numbers = (text: string): string => `<th scope="col" class="number">${html(text)}</th>`;
  const heads = [numbers(say('Week')), head(say('Meeting')), head(say('Focus areas mentioned'))];
  const promises = [numbers(say('Promises given')), numbers(say('Promises closed'))];
  return `<h2 id="meetings">${html(say('Meetings'))}</h2>
<table aria-labelledby="meetings"><thead><tr>${[...heads, ...promises].join('')}</tr></thead>
<tbody>${rows.join('\n')}</tbody></table>`;
}

/** A button that looks like a link: a link would need an address, and there is none outside the editor. */
function opening(entry: string, text: string): string {
  return `<button type="button" class="link" id="${entry.replaceAll(' ', '-')}" data-open="${entry}">${html(text)}</button>`;
}
