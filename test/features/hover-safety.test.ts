/** Text of a note or role file reaches a hover as text: no link, image or HTML of theirs, wherever it is written. */
import assert from 'node:assert/strict';
import type { MarkupContent } from 'vscode-languageserver-types';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { hover } from '../../server/src/features/hover.ts';
import { openFixture } from '../workspace.ts';

/** A remote image in a hover would tell its server that somebody looked. */
const evil = '![a](https://evil.example/a.png) <img src=x> [b](command:evil) https://evil.example <evil@evil.example>';

const notes = `//- roles/evil.md
# Evil ${evil} Engineer

## Evil ${evil} Engineer

### Responsibilities

- **Toil ${evil}**: less of it ${evil}

## Senior Evil ${evil} Engineer

### Responsibilities

- More ${evil}
//- one-on-ones/evil.md
---
report: "Evil ${evil}"
manager: "Mallory ${evil}"
role: evil
level: "senior ${evil}"
specialty: "x ${evil}"
compa: "growing ${evil}"
cadence: "often ${evil}"
kind: "${evil}"
started: "2026-01-05 ${evil}"
---

# 1:1 ${evil}

## Standing agenda

- Focus area: Toil ${evil}

## Hallway

- TODO Evil: ${evil} => Mallory: ${evil}
- FYI Mallory: ${evil}
- 17.3 Evil: ${evil}

## EFW ${evil}

| Area ${evil} | 2026-Q4 |
| --- | --- |
| Toil ${evil} | growing |
| More ${evil} | bad ${evil} |

## 2026-11-16 ${evil}

- [ ] @Evil [c](https://evil.example) pays the bill of the yard ${evil} by Friday
- [ ] ${evil}: reads

## Reference ${evil}

## 2026-11-09

- [ ] @Evil [c](https://evil.example) pays the bill of a yard ${evil} by Friday

### Checkpoint 2026-Q4 ${evil}

#### Focus area: Toil ${evil}

**Responsibility:** Toil ${evil}

**Targets**

- [ ] ${evil} by 2026-12-01

### Summary ${evil}
`;

interface Node {
  readonly type: string;
  readonly url?: string;
  readonly children?: readonly Node[];
}

function visit(node: Node, look: (node: Node) => void): void {
  look(node);
  for (const child of node.children ?? []) visit(child, look);
}

describe('text of a note in a hover', () => {
  it('is text', () => {
    const { documents, series, context } = openFixture(notes);
    const document = documents.find(({ path }) => path.endsWith('evil.md'))!;
    const request = { document, series: series[0]!, context };
    const shown = new Set<string>();
    for (let offset = 0; offset < document.note.text.length; offset += 3) {
      const found = hover(request, offset);
      if (found !== null) shown.add((found.contents as MarkupContent).value);
    }
    assert.ok(shown.size > 12, `${shown.size} hovers`);
    const parser = unified().use(remarkParse).use(remarkGfm);
    for (const markdown of shown) {
      visit(parser.parse(markdown) as Node, (node) => {
        const isOurs = node.type === 'link' && /^file:\/\/\/roles\/evil\.md$/.test(node.url ?? '');
        assert.ok(isOurs || !/^(?:link|image|html|definition|imageReference|linkReference)$/.test(node.type), markdown);
      });
    }
  });
});
