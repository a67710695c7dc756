/** What is private is never quoted: not in a message, a fix's title, or the text of a fix. */
import assert from 'node:assert/strict';
import { applyFix, findingsOf } from '../check.ts';

const canary = 'Zanzibar';

/** A year in which everything is private and everything is wrong. */
const note = `---
report: Dana Reyes
manager: Sam Osei
role: site-reliability-engineer
level: senior
---

# 1:1 Dana Reyes / Sam Osei

## 🔒 Standing agenda

- Focus area: ${canary} agenda
- TODO ${canary}

## 🔒 EFW

| Area | 2026-Q3 |
| --- | --- |
| ${canary} row | ${canary} |

## 2026-07-06

### 🔒 Checkpoint 2026-Q3

#### Focus area: ${canary} agenda

**Targets**

- ${canary} some day

## 2026-09-28

### Private

- [ ] @dana ${canary} by 2026-10-01
- NOTYETGIVEN ${canary}

## 2026-10-05

### 🔒 Checkpoint 2026-Q4

#### Focus area: ${canary} one

**Responsibility:** ${canary}

**Targets**

- ${canary} some day
- ${canary} by 2027-03-01

#### Focus area: ${canary} one

#### Focus area: ${canary} two

## 2026-10-12

### Private

- [ ] ${canary} without a date

### Actions

- [ ] @sam books a room

## 2026-10-19

- Weather

## 2026-10-26

- Weather

## 2026-11-02

- Weather
`;

describe('private text', () => {
  for (const today of ['2026-10-06', '2026-11-03', '2026-12-30', '2027-01-05']) {
    it(`is quoted nowhere, whatever is found on ${today}`, () => {
      const files = [{ path: 'one-on-ones/dana.md', text: note }];
      for (const finding of findingsOf(files, { today })) {
        const said = [
          finding.message,
          ...finding.fixes.map(({ title }) => title),
          ...finding.related.map(({ message }) => message),
        ];
        for (const text of said) assert.ok(!text.includes(canary), `${finding.rule}: ${text}`);
        for (const fix of finding.fixes) {
          const after = applyFix(files, fix)[0]!.text;
          assert.ok(count(after) <= count(note), `${finding.rule}: ${fix.title} copies what is private`);
        }
      }
    });
  }
});

function count(text: string): number {
  return text.split(canary).length;
}
