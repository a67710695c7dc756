/** The page of Show Quarter, made from an answer of the server. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { placeOf, quarterContent, quarterPage } from '../../client/src/quarter/page.ts';
import { inEnglish } from '../../server/src/core/say.ts';
import type { QuarterAnswer, ViewPlace } from '../../server/src/lsp/protocol.ts';

const at = (line: number): ViewPlace => ({
  uri: 'file:///dana.md',
  range: { start: { line, character: 0 }, end: { line, character: 4 } },
});

const answer: QuarterAnswer = {
  ...{ name: 'Dana Reyes', label: 'FY27-Q3', start: '2026-08-01', end: '2026-10-31', today: '2026-10-20' },
  ...{ quarters: ['FY27-Q2', 'FY27-Q3'], checkpoint: at(9), summary: null, svg: '<svg></svg>', markdown: '' },
  meetings: [
    {
      ...{ date: '2026-08-03', week: 1, place: at(8), hasCheckpoint: true, hasSummary: false },
      ...{ promisesOpened: 0, promisesClosed: 0 },
    },
    {
      ...{ date: '2026-08-10', week: 2, place: at(40), hasCheckpoint: false, hasSummary: false },
      ...{ promisesOpened: 2, promisesClosed: 1 },
    },
  ],
  focusAreas: [
    {
      ...{ title: 'Toil & <b>trouble</b>', place: at(11), targetsMet: 1, lastMentioned: '2026-08-10' },
      ...{ meetingsSince: 0, isQuiet: true, mentions: [{ date: '2026-08-10', place: at(42) }] },
      targets: [
        { text: 'Half <img src=x>', state: 'done', due: null, isOverdue: false, place: at(15) },
        { text: 'A tenth', state: 'open', due: '2026-09-01', isOverdue: true, place: at(16) },
      ],
    },
    {
      ...{ title: 'Mentoring', place: at(20), targetsMet: 0, targets: [], mentions: [], lastMentioned: null },
      ...{ meetingsSince: 1, isQuiet: false },
    },
  ],
};

/** The cells of each row, as text. */
function rows(page: string): string[][] {
  return [...page.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row]) =>
    [...row!.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) => cell!.replace(/<[^>]*>/g, '')),
  );
}

describe('the page of a quarter', () => {
  it('has the picture, and the same in tables', () => {
    const content = quarterContent(answer, inEnglish);
    assert.match(content, /<h1 id="title">Dana Reyes: FY27-Q3<\/h1>/);
    assert.match(content, /<figure><svg><\/svg><\/figure>/);
    assert.deepEqual(rows(content), [
      ['Focus area', 'Meetings that mention it', 'Last mentioned', 'Targets'],
      [
        'Toil &#38; &#60;b&#62;trouble&#60;/b&#62; gone quiet',
        'in 1 of 2',
        '2026-08-10',
        '1 of 2 metmet Half &#60;img src=x&#62;open, late A tenth',
      ],
      ['Mentoring', 'in 0 of 2', 'not yet', 'none'],
      ['Week', 'Meeting', 'Focus areas mentioned', 'Promises given', 'Promises closed'],
      ['1', '2026-08-03 checkpoint', '', '', ''],
      ['2', '2026-08-10', 'Toil &#38; &#60;b&#62;trouble&#60;/b&#62;', '2', '1'],
    ]);
  });

  it('has tables with heads, names and scopes', () => {
    const content = quarterContent(answer, inEnglish);
    for (const [, by] of content.matchAll(/<table aria-labelledby="(\w+)">/g))
      assert.ok(content.includes(`<h2 id="${by}">`));
    assert.equal(content.match(/<table /g)?.length, 2);
    assert.equal(content.match(/<th scope="row"/g)?.length, 4);
    assert.ok(!/<th(?! scope=)/.test(content.replaceAll('<thead', '')));
  });

  it('leads with buttons to the places that its entries stand for', () => {
    const content = quarterContent(answer, inEnglish);
    const entries = [...content.matchAll(/data-open="([^"]*)"/g)].map(([, entry]) => entry);
    const lines = entries.map((entry) => placeOf(entry, answer)?.range.start.line);
    assert.deepEqual(lines, [11, 42, 20, 8, 40]);
    assert.equal(placeOf('week 2', answer), answer.meetings[1]!.place);
    assert.equal(new Set(content.match(/ id="[^"]*"/g)).size, content.match(/ id="[^"]*"/g)?.length);
  });

  it('leads nowhere else', () => {
    const others = ['week 3', 'area 2', 'area -1', 'area 0 0 0', 'mention 0', 'mention 0 7', 'constructor 0', '', null];
    for (const other of [...others, {}, 'file:///etc/passwd', 'meeting __proto__']) {
      assert.equal(placeOf(other, answer), null, String(other));
    }
  });

  it('goes to the quarter before, and not beyond the last', () => {
    const content = quarterContent(answer, inEnglish);
    assert.match(content, /<button type="button" id="earlier" data-show="FY27-Q2">Previous quarter/);
    assert.match(content, /<button type="button" id="later" disabled>Next quarter/);
  });

  it('says so where there is nothing to show', () => {
    assert.match(quarterContent(null, inEnglish), /^<p>There is no quarter to show/);
    assert.deepEqual(rows(quarterContent({ ...answer, meetings: [], focusAreas: [] }, inEnglish)), []);
  });

  it('lets nothing run or load but its own script and style', () => {
    const page = quarterPage({
      language: 'en',
      nonce: 'abc',
      script: 'https://host/q.js?a&b',
      style: 'q.css',
      content: quarterContent(answer, inEnglish),
    });
    assert.match(page, /content="default-src 'none'; script-src 'nonce-abc'; style-src 'nonce-abc'"/);
    assert.deepEqual(page.match(/<(?:script|link|style)\b[^>]*>/g), [
      '<link rel="stylesheet" nonce="abc" href="q.css">',
      '<script nonce="abc" src="https://host/q.js?a&#38;b">',
    ]);
    assert.doesNotMatch(page, /<(?:a|img|iframe|form|b)\b|\s(?:style|on\w+)=|command:/);
  });

  it('has colours for everything that the picture asks for', () => {
    const style = readFileSync(new URL('../../media/quarter.css', import.meta.url), 'utf8');
    const look = readFileSync(new URL('../../server/src/core/write/quarter-look.ts', import.meta.url), 'utf8');
    const asked = new Set(look.match(/--one-on-one-[a-z-]+/g));
    assert.ok(asked.size > 5);
    for (const name of asked) assert.ok(style.includes(`${name}:`), name);
    assert.doesNotMatch(style, /url\(|@import/);
  });
});
