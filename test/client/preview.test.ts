/** What is added to VS Code's markdown preview, with the markdown-it that it is made of. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { inEnglish } from '../../server/src/core/say.ts';
import { withProgress, type MarkdownIt } from '../../client/src/preview/progress.ts';
import type { ProgressView } from '../../server/src/lsp/protocol.ts';

interface Engine extends MarkdownIt {
  render(text: string, env?: unknown): string;
}
type EngineOf = (options?: { html: boolean }) => Engine;
const engine = createRequire(import.meta.url)('markdown-it') as EngineOf;

const area = (title: string, line: number, rest: Partial<ProgressView> = {}): ProgressView => ({
  ...{ title, line, targets: 3, targetsMet: 2, lastMentioned: '2026-11-16', isQuiet: false },
  ...rest,
});

const document = 'file:///one-on-ones/dana.md';

function rendered(text: string, areas: readonly ProgressView[], md = engine()): string {
  return withProgress(md, (asked) => (asked === document ? areas : []), inEnglish).render(text, {
    currentDocument: document,
  });
}

/** Each line of the page that has a badge, as text. */
function badges(page: string): string[] {
  return page
    .split('\n')
    .filter((line) => line.includes('one-on-one-progress'))
    .map((line) => line.replace(/<[^>]*>/g, ''));
}

const note =
  '# 1:1\n\n### Checkpoint\n\n#### Focus area: **Toil** & trouble\n\n- Goals\n\n#### Focus area: Mentoring\n';

describe('the markdown preview', () => {
  it('says beside a focus area how it stands', () => {
    const page = rendered(note, [
      area('Toil & trouble', 4),
      area('Mentoring', 8, { targets: 1, targetsMet: 0, isQuiet: true }),
    ]);
    assert.deepEqual(badges(page), [
      'Focus area: Toil &amp; trouble 2 of 3 targets met',
      'Focus area: Mentoring 0 of 1 target met, gone quiet',
    ]);
    assert.equal(page.match(/one-on-one-step(?: one-on-one-met)?"/g)?.length, 4);
    assert.match(page, /title="Last mentioned 2026-11-16"/);
  });

  it('says it in items of lists, too', () => {
    const tight = '### Focus areas\n\n- Toil\n- Mentoring\n';
    assert.deepEqual(badges(rendered(tight, [area('Toil', 2)])), ['Toil 2 of 3 targets met']);
  });

  it('follows a heading that an edit has moved, and no other text', () => {
    const moved = `- Focus area: Mentoring\n\nNew\n\n${note}`;
    assert.deepEqual(badges(rendered(moved, [area('Mentoring', 8)])), ['Focus area: Mentoring 2 of 3 targets met']);
    assert.deepEqual(badges(rendered(note, [area('Mentoring', 60)])), []);
    assert.deepEqual(badges(rendered(note, [area('Gone', 8)])), []);
  });

  it('gives each of two quarters its own', () => {
    const twice = '#### Focus area: Toil\n\nText\n\n#### Focus area: Toil\n';
    const areas = [area('Toil', 0, { targetsMet: 1 }), area('Toil', 4)];
    assert.deepEqual(badges(rendered(twice, areas)), [
      'Focus area: Toil 1 of 3 targets met',
      'Focus area: Toil 2 of 3 targets met',
    ]);
  });

  it('tells many targets in words alone, and says nothing where there is nothing to say', () => {
    assert.doesNotMatch(rendered(note, [area('Mentoring', 8, { targets: 20 })]), /one-on-one-step/);
    assert.deepEqual(badges(rendered(note, [area('Mentoring', 8, { targets: 0, targetsMet: 0 })])), []);
  });

  it('leaves every other page as it is', () => {
    const plain = engine().render(note);
    assert.equal(rendered(note, []), plain);
    assert.equal(withProgress(engine(), () => [area('Mentoring', 8)], inEnglish).render(note), plain);
    assert.equal(withProgress(engine(), () => [area('Mentoring', 8)], inEnglish).render(note, {}), plain);
  });

  it('keeps what other plug-ins do, and never stops them', () => {
    const md = engine();
    md.renderer.rules['heading_close'] = (tokens, index, options, _env, self) =>
      `<a>#</a>${self.renderToken(tokens, index, options)}`;
    const page = rendered(note, [area('Mentoring', 8)], md);
    assert.equal(page.match(/<a>#<\/a><\/h\d>/g)?.length, 4);
    const broken = withProgress(
      engine(),
      () => {
        throw new Error('gone');
      },
      inEnglish,
    );
    assert.equal(broken.render(note, { currentDocument: document }), engine().render(note));
  });

  it('adds no script, style or address', () => {
    const page = rendered(note, [area('Mentoring', 8)]);
    const added = page.slice(page.indexOf(' <span'), page.lastIndexOf('</span>'));
    assert.doesNotMatch(added, /<(?!\/?span\b)|\s(?:style|href|src|on\w+)=/);
  });
});
