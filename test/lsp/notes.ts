/** Notes that protocol tests share: believable, and with known findings on 2026-11-24. */

/** Two focus areas with everything, on the agenda. */
export const goodNote = `---
report: Ines Albrecht
manager: Per Lund
role: site-reliability-engineer
level: intermediate
---

# 1:1 Ines Albrecht / Per Lund

## Standing agenda

- Focus area: Service knowledge
- Focus area: Alerting

## 2026-11-16

We looked at the pager load.

## 2026-10-05

### Checkpoint 2026-Q4

#### Focus area: Service knowledge

**Responsibility:** Service knowledge

**Goals**

- Explain every service of the team

**Targets**

- [ ] Draw the map of dependencies by 2026-12-01

**Ideas**

- Ask the people who built them

#### Focus area: Alerting

**Responsibility:** Alerting

**Goals**

- Fewer pages at night

**Targets**

- [ ] No page without an action by 2026-12-15

**Ideas**

- Read last month's pages together
`;

/** The same without its checkpoint. */
export const noteWithoutCheckpoint = `${goodNote.slice(0, goodNote.indexOf('### Checkpoint'))}Nothing was agreed.\n`;

export const noteWithUnknownLevel = goodNote.replace('level: intermediate', 'level: wizard');

export const readme = `# 1:1 is our favourite ratio

## 2026-11-02

This page is about scaling images. It has no report and no manager.
`;

export const ownRole = `---
id: lighthouse-keeper
title: Lighthouse Keeper
---

# Lighthouse Keeper

## Lighthouse Keeper

### Responsibilities

- **Light**: Keep the light burning through the night
- **Log**: Write the log of passing ships

## Senior Lighthouse Keeper

### Responsibilities

- **Crew**: Lead the crew of the light
`;

export const keeperNote = goodNote.replace('site-reliability-engineer', 'lighthouse-keeper');

/** \`edits\` of one document, applied as an editor does. */
export function applied(
  text: string,
  edits: readonly { range: { start: Point; end: Point }; newText: string }[],
): string {
  const lines = text.split('\n');
  const offset = ({ line, character }: Point): number =>
    lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce(
      (now, { range, newText }) => now.slice(0, offset(range.start)) + newText + now.slice(offset(range.end)),
      text,
    );
}

interface Point {
  readonly line: number;
  readonly character: number;
}
