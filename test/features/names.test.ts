/** References, highlights and renaming of focus areas and people, over all files of a series. */
import assert from 'node:assert/strict';
import { applyEdits, textOf } from '../../server/src/core/text.ts';
import { definition } from '../../server/src/features/definition.ts';
import { documentHighlights, references } from '../../server/src/features/references.ts';
import { prepareRename, rename } from '../../server/src/features/rename.ts';
import { namedRoleFiles, willRenameFiles } from '../../server/src/features/will-rename-files.ts';
import type { Request } from '../../server/src/features/request.ts';
import { readFixture } from '../fixture.ts';
import { openWorkspace, uriOf } from '../workspace.ts';

function opened(source: string) {
  const { files, cursor } = readFixture(source);
  const { documents, series, context } = openWorkspace(files);
  const document = documents.find(({ path }) => path === (cursor?.path ?? files[0]!.path))!;
  const own = series.find((each) => each.documents.includes(document))!;
  const request: Request = { document, series: own, context };
  return { files, request, offset: cursor?.offset ?? 0 };
}

/** All files after the renaming, as one text. */
function checkRename(source: string, name: string, expected: string): void {
  const { files, request, offset } = opened(source);
  const edit = rename(request, offset, name);
  const after = files.map(({ path, text }) => {
    const edits = (edit?.changes?.[uriOf(path)] ?? []).map(({ range, newText }) => ({
      span: { start: textOf(text).offsetAt(range.start), end: textOf(text).offsetAt(range.end) },
      newText,
    }));
    return { path, text: applyEdits(text, edits) };
  });
  assert.deepEqual(
    after,
    readFixture(expected).files.map(({ path, text }) => ({ path, text })),
  );
}

const log = `//- one-on-ones/dana.md
---
report: Dana Reyes
manager: Sam Osei
---

# 1:1 Dana Reyes / Sam Osei

## Standing agenda

- Focus area: Toil reduction
- [how is it?](#focus-area-toil-reduction)

## EFW

| Area | 2026-Q4 |
| --- | --- |
| Toil reduction | growing |

## 2026-11-16

- **Toil reduction**: fewer pages; the toil reduction board is new
- Untoil reductions are something else, and so is https://example.org/toil-reduction

## 2026-10-05

### Checkpoint 2026-Q4

#### Focus area: Toil $0reduction

**Goals**

- Halve the pages

### Summary 2026-Q4

#### Toil reduction

- Went well

//- one-on-ones/2026-11-23 dana.md
---
report: Dana Reyes
---

# 2026-11-23

- Toil reduction once more, says Dana Reyes
`;

describe('renaming a person', () => {
  const notes = (name: string, handle: string): string => `//- one-on-ones/d.md
---
report: ${name}
manager: Sam Osei
---

## 2026-11-16

- [ ] @${handle} writes to dana@example.org
- [ ] @${handle.toLowerCase()}: reads, and ${name} knows
- [ ] @Danae helps
`;

  it('takes handles along, and no other word', () => {
    checkRename(
      notes('Dana Reyes', 'Dana').replace('report: ', 'report: $0'),
      'Dora Reyes',
      notes('Dora Reyes', 'Dora'),
    );
  });

  it('leaves handles that could be the other person', () => {
    const both = (name: string): string => notes(name, 'Dana').replace('Sam Osei', 'Dana Osei');
    checkRename(both('Dana Reyes').replace('report: ', 'report: $0'), 'Dora Reyes', both('Dora Reyes'));
  });
});

describe('going to a definition', () => {
  const target = (source: string): string | null => {
    const { files, request, offset } = opened(source);
    const found = definition(request, offset);
    const text = found === null ? null : files.find(({ path }) => uriOf(path) === found.uri)!.text;
    return text === null ? null : text.slice(0, found!.span.end).split('\n').at(-1)!;
  };

  it('leads from a mention, the agenda, a worksheet row and another file to the checkpoint', () => {
    const plain = log.replace('$0', '');
    for (const at of [
      'Toil reduction\n- [how',
      'Toil reduction | growing',
      'Toil reduction**: fewer',
      'Toil reduction once',
    ])
      assert.equal(target(plain.replace(at, `$0${at}`)), '#### Focus area: Toil reduction', at);
    assert.equal(target(plain.replace('Halve', '$0Halve')), null);
  });
});

describe('renaming', () => {
  it('renames a focus area in checkpoint, agenda, mentions, summary, worksheet and the other files', () => {
    const expected = log
      .replace('$0', '')
      .replace('- Focus area: Toil reduction', '- Focus area: Less toil')
      .replace('(#focus-area-toil-reduction)', '(#focus-area-less-toil)')
      .replace('| Toil reduction |', '| Less toil |')
      .replace('**Toil reduction**', '**Less toil**')
      .replace('the toil reduction board', 'the less toil board')
      .replace('#### Focus area: Toil reduction', '#### Focus area: Less toil')
      .replace('#### Toil reduction', '#### Less toil')
      .replace('- Toil reduction once', '- Less toil once');
    checkRename(log, 'Less toil', expected);
  });

  it('renames a person in front matter, title and text', () => {
    const source = log.replace('$0', '').replace('report: Dana', 'report: Da$0na');
    checkRename(source, 'Dana Reyes-Kim', log.replace('$0', '').replaceAll('Dana Reyes', 'Dana Reyes-Kim'));
  });

  it('is offered on names alone, and refuses a name of several lines', () => {
    const { request, offset } = opened(log);
    assert.equal(prepareRename(request, offset)?.placeholder, 'Toil reduction');
    assert.equal(prepareRename(request, request.document.note.text.toString().indexOf('fewer pages')), null);
    assert.equal(rename(request, offset, 'a\nb'), null);
    assert.equal(rename(request, offset, '  '), null);
  });

  it('keeps paths of role descriptions right when their file or folder gets another name', () => {
    const source = `//- roles/sailor.md
# Sailor

## Junior Sailor

### Responsibilities

- Row

//- one-on-ones/a.md
---
report: A B
manager: C D
role: roles/sailor.md
---

//- one-on-ones/b.md
---
report: E F
manager: C D
role: ../roles/sailor.md
---

//- one-on-ones/c.md
---
report: G H
manager: C D
role: sailor
---
`;
    const { files } = readFixture(source);
    const { series, context, documents } = openWorkspace(files);
    const requests = series.map((each): Request => ({ series: each, context, document: documents[0]! }));
    const paths = (from: string, to: string) =>
      Object.values(
        willRenameFiles(requests.flatMap(namedRoleFiles), [{ from: uriOf(from), to: uriOf(to) }])?.changes ?? {},
      ).flatMap((edits) => edits.map(({ newText }) => newText));
    assert.deepEqual(paths('roles/sailor.md', 'roles/mate.md'), ['roles/mate.md', '../roles/mate.md']);
    assert.deepEqual(paths('roles', 'crew'), ['crew/sailor.md', '../crew/sailor.md']);
    assert.deepEqual(paths('one-on-ones/b.md', 'notes/more/b.md'), ['../../roles/sailor.md']);
    assert.deepEqual(paths('elsewhere.md', 'there.md'), []);
  });
});

describe('references', () => {
  it('are found in all files, with or without where the name comes from', () => {
    const { request, offset } = opened(log);
    assert.equal(references(request, offset, 'with').length, 7);
    assert.equal(references(request, offset, 'without').length, 6);
    assert.equal(new Set(references(request, offset, 'with').map(({ uri }) => uri)).size, 2);
  });

  it('are highlighted in this file', () => {
    const { request, offset } = opened(log);
    const kinds = documentHighlights(request, offset).map(({ kind }) => kind);
    assert.deepEqual([kinds.length, kinds.filter((kind) => kind === 3).length], [6, 1]);
  });
});
