/** Notes with private parts of every kind. */

/** Every private line has the word `Plum`; every other line has not. */
export const privateNotes = `---
report: Dana Reyes
manager: Sam Osei
role: site-reliability-engineer
level: intermediate
compa: growing
---

# 1:1 Dana Reyes / Sam Osei

## Standing agenda

- Focus area: Toil

## EFW

| Area | 2026-Q4 |
| --- | --- |
| Toil reduction | growing |

## Private

- [ ] @Plumina plants the Plum by 2026-12-01

### Standing agenda

- Focus area: Plum agenda

### EFW

| Area | 2026-Q4 |
| --- | --- |
| Plum row | expert |

### Checkpoint 2026-Q4

#### Focus area: Plum in the private part

### Actions

- [ ] Plum outside meetings

## \u{1F512} Plum list

- TODO Plum: plum the Plum
- FYI Plum: the Plum
- DOTO Plum: more Plum

## 2026-11-16

- Toil: fewer pages
- [ ] @Sam asks for the budget by Friday

<!-- private -->

- [ ] @Plumina pays for the Plum
- Toil of the Plum

### Plum heading

- Plum

<!-- /private -->

### Actions

- [ ] @Dana writes the page

### Private

- [ ] @Sam buys the Plum by 2026-12-01

#### Plum below

- Plum

## \u{1F512} 2026-11-09 the Plum talk

- [ ] @Sam Plum of the private meeting
- Toil and the Plum

### Plum topics

- Plum

### Summary 2026-Q4

- Plum

## 2026-10-05

### Checkpoint 2026-Q4

#### Focus area: Toil

**Targets**

- [ ] Half the pages by 2026-12-15

##### Private

- Goals of the Plum

#### \u{1F512} Focus area: Plum of the checkpoint

**Targets**

- [ ] Plum by 2026-12-15

### Summary 2026-Q4

#### Toil

Went well.

#### \u{1F512} Plum summary

- Plum

### Checkpoint \u{1F512} 2026-Q1

- Focus area: Plum of the private checkpoint
- Focus area: Another Plum

## 2026-09-21

- [ ] @Dana files the report

<!-- private -->

- [ ] @Sam keeps the Plum, until a comment in the next meeting

### Plum heading between the comments

## 2026-09-14 Plum between the comments

- [ ] @Plumina has the Plum by 2026-12-01

### Checkpoint 2026-Q2

- Focus area: Plum between the comments
- Focus area: Second Plum between the comments

<!-- /private -->

- [ ] @Sam: the Plum of a meeting that began within

## 2026-09-07

- [ ] @Dana opens the window
- [ ] @Sam hides <!-- private --> the Plum by 2026-12-01
- [ ] @Sam hides the Plum of the next line
- [ ] @Sam hides the last Plum <!-- /private -->
- [ ] @Dana closes the window

A paragraph, <!-- private --> of which a part is Plum <!-- /private -->.

| Who | What |
| --- | --- |
| Sam | <!-- private --> Plum <!-- /private --> |

### Money <!-- private -->

- [ ] @Sam: more of the Plum

## Private

### 2026-09-28 Plum meeting below a private heading

- [ ] @Sam Plum of the meeting below

#### Checkpoint 2026-Q3

- Focus area: Plum below
- Focus area: Second Plum below
`;

export function isOpenLine(line: string): boolean {
  return !/plum/i.test(line);
}
