import assert from 'node:assert/strict';
import type { Root } from 'mdast';
import { mostHeadings } from '../../server/src/core/bounds.ts';
import { sliceText, type Slices } from '../../server/src/core/slices.ts';
import { editText, textOf, type TextEdit } from '../../server/src/core/text.ts';

const tree = (root: Root): Root => root;

/** Slices with a reader that counts: how many slices it read, and how many characters. */
function counted(source: string): { slices: Slices<string>; edit(edit: TextEdit): { slices: number; length: number } } {
  let readSlices = 0;
  let length = 0;
  const read = (_: Root, own: string): string => {
    readSlices++;
    length += own.length;
    return own;
  };
  let slices = sliceText(textOf(source), read);
  const readAll = (): void => slices.list.forEach((slice) => slice.facts);
  readAll();
  return {
    get slices() {
      return slices;
    },
    edit(edit) {
      readSlices = length = 0;
      slices = sliceText(editText(slices.text, [edit]), read, slices);
      readAll();
      return { slices: readSlices, length };
    },
  };
}

const at = (source: string, words: string): TextEdit['span'] => {
  const start = source.indexOf(words);
  return { start, end: start + words.length };
};

const meeting = (week: number): string =>
  `## 2026-W${week}\n\n- [ ] Ada: ask about the rollout\n- [x] Grace: read the plan\n\nWe talked about week ${week}.\n\n`;
const notes = (meetings: number): string =>
  `---\nreport: Ada\n---\n# 1:1\n\n${Array.from({ length: meetings }, (_, week) => meeting(week)).join('')}`;

describe('slices', () => {
  it('start at headings of the document and nowhere else', () => {
    const source =
      '# 1:1\n\n- item\n  # inside\n## Next\n```\n## code\n```\n<!--\n## note\n-->\n## Last\n> ## quoted\n';
    const slices = sliceText(textOf(source), tree);
    assert.deepEqual(
      slices.list.map((slice) => slice.source.split('\n')[0]),
      ['# 1:1', '## Next', '## Last'],
    );
  });

  it('keep front matter apart', () => {
    const slices = sliceText(textOf('\uFEFF---\nreport: Ada\n# no heading\n---\n# 1:1\n'), tree);
    assert.equal(slices.frontMatter, '---\nreport: Ada\n# no heading\n---\n');
    assert.deepEqual([slices.frontMatterStart, slices.frontMatterEnd, slices.offsetOf(0)], [1, 34, 34]);
    assert.equal(sliceText(textOf('---\nnever closed\n'), tree).frontMatter, null);
  });

  it('are not read before somebody asks', () => {
    const slices = sliceText(textOf(notes(20)), (): never => assert.fail('read'));
    assert.ok(slices.list.length === 21 && slices.list.every((slice) => !slice.isRead));
  });

  it('stay the same objects where nothing changed, and are read once', () => {
    for (const meetings of [20, 200, 2000]) {
      const source = notes(meetings);
      const document = counted(source);
      const before = document.slices.list;
      const start = source.indexOf('week 12.');
      const read = document.edit({ span: { start, end: start }, newText: 'x' });
      assert.deepEqual(read, { slices: 1, length: meeting(12).length + 1 });
      assert.equal(document.slices.list.filter((slice) => !before.includes(slice)).length, 1);
    }
  });

  it('move when something is inserted before them', () => {
    const document = counted(notes(5));
    const before = document.slices.list;
    const offset = document.slices.offsetOf(3);
    assert.equal(document.edit({ span: at(notes(5), 'Ada\n---'), newText: 'Ada Lovelace\n---' }).slices, 0);
    assert.deepEqual(document.slices.list, before);
    assert.equal(document.slices.offsetOf(3), offset + 9);
  });

  it('are read again when a name that they ask for comes or goes', () => {
    const source = '# A\n\n[plan] and [^more]\n\n# B\n\nwords\n\n# C\n\n[other]\n';
    const document = counted(source);
    const span = at(source, 'words');
    assert.equal(document.edit({ span, newText: '[plan]: /url' }).slices, 2);
    assert.equal(document.edit({ span: { ...span, end: span.start + 12 }, newText: '[^More]: note' }).slices, 2);
    assert.equal(document.edit({ span: { ...span, end: span.start + 13 }, newText: 'words' }).slices, 1);
  });

  it('come back without reading when an edit is undone', () => {
    const source = notes(100);
    const document = counted(source);
    const before = document.slices.list;
    const span = { start: source.indexOf('We talked about week 5'), end: source.indexOf('We talked about week 5') };
    assert.equal(document.edit({ span, newText: '```\n' }).slices, 1);
    assert.ok(document.slices.list.length < 10);
    assert.deepEqual(document.edit({ span: { start: span.start, end: span.start + 4 }, newText: '' }), {
      slices: 0,
      length: 0,
    });
    assert.deepEqual(document.slices.list, before);
  });

  it('are cut at text where headings are far apart', () => {
    const paragraph = `${'Words of a long meeting. '.repeat(12)}\n\n`;
    const slices = sliceText(textOf(`# 1:1\n\n${paragraph.repeat(100)}`), tree);
    assert.ok(slices.list.length > 80, `${slices.list.length} slices`);
    assert.ok(Math.max(...slices.list.map((slice) => slice.source.length)) < 3000);
  });

  it('are made anew for another reader', () => {
    const first = sliceText(textOf(notes(3)), (root) => root.children.length);
    const second = sliceText(first.text, (_, source) => source.length, first as unknown as Slices<number>);
    assert.deepEqual(
      second.list.map((slice) => slice.facts),
      second.list.map((slice) => slice.source.length),
    );
  });

  it('leave what is beyond the bounds unread and read the rest', () => {
    const hostile = `## 2026-11-02\n${'> '.repeat(5000)}\n## 2026-11-09\n\nfine\n`;
    const [first, second] = sliceText(textOf(hostile), tree).list;
    assert.deepEqual(first!.unread, { reason: 'depth', span: { start: 14, end: first!.source.length } });
    assert.deepEqual(
      first!.facts.children.map((node) => node.type),
      ['heading'],
    );
    assert.equal(second!.unread, null);
    assert.deepEqual(
      second!.facts.children.map((node) => node.type),
      ['heading', 'paragraph'],
    );
  });

  it('are as many after an edit as in the text cut anew, where there are more headings than it is cut at', () => {
    const headings = (count: number): string => Array.from({ length: count }, (_, n) => `# ${n}\n\n`).join('');
    const bound = mostHeadings(headings(2040).length);
    for (const count of [bound - 2, bound - 1, bound, bound + 1, bound + 300]) {
      const source = headings(count);
      const middle = at(source, '# 1000\n');
      const edits: readonly (readonly [what: string, edit: TextEdit])[] = [
        ['a heading less', { span: middle, newText: '' }],
        ['two headings more', { span: { start: 0, end: 0 }, newText: '# a\n\n# b\n\n' }],
        ['a letter in the last heading', { span: { start: source.length - 2, end: source.length - 2 }, newText: 'x' }],
        ['headings at the end', { span: { start: source.length, end: source.length }, newText: headings(9) }],
        ['half of it', { span: { start: 0, end: middle.end }, newText: '' }],
      ];
      for (const [what, edit] of edits) {
        const before = sliceText(textOf(source), tree);
        const after = sliceText(editText(before.text, [edit]), tree, before);
        const anew = sliceText(textOf(after.text.toString()), tree);
        assert.equal(after.list.length, anew.list.length, `${count} headings, ${what}`);
        assert.ok(after.list.every((slice, index) => slice.source === anew.list[index]!.source));
        assert.ok(after.list.length <= mostHeadings(after.text.length));
      }
    }
  });

  it('do not cut or read a document that is too long', () => {
    const slices = sliceText(textOf('# Notes\n'.repeat(1024 * 1024 + 1)), tree);
    assert.equal(slices.list.length, 1);
    assert.deepEqual(slices.list[0]!.unread, { reason: 'length', span: { start: 8, end: slices.text.length } });
  });
});
