// Invented role descriptions in the ten forms in which companies write them, as long and as mixed as theirs: some 10 KB
// each, with prose, links, hiring processes, indicators and what else stands in them that is no responsibility.

/** The file of one role, and how many levels it has. Always the same for the same number. */
export function roleDocument(number) {
  const form = forms[number % forms.length];
  return form(number);
}

const trades = ['Baker', 'Printer', 'Clockmaker', 'Potter', 'Gardener', 'Bookbinder', 'Glassblower'];
const ladder = ['Intermediate', 'Senior', 'Staff', 'Principal'];
const areas = ['Technical', 'Execution', 'Collaboration and Communication', 'Influence and Maturity'];
const verbs = ['Plan', 'Measure', 'Explain', 'Repair', 'Teach', 'Review', 'Write down', 'Look after', 'Improve'];
const things = [
  'the *weekly* order of flour, paper or clay',
  '[the stock list](/handbook/stock/#what-is-there)',
  'how a `batch` is made — and why it is made so',
  'tools that others need, and the drawer they belong in',
  'what the day before left undone',
];
const ends = [
  'so that the next shift can go on without asking anybody',
  'before the shop opens, with whoever happens to be there',
  'with two colleagues from another workshop (one of them new)',
  'within a quarter, and tell everybody what came of it',
];

const pick = (list, at) => list[at % list.length];
const tradeOf = (number) => `House ${number} ${pick(trades, number)}`;
const titleOf = (level, number) => (level === 'Intermediate' ? tradeOf(number) : `${level} ${tradeOf(number)}`);

function itemText(seed, index) {
  const label = index % 4 === 0 ? `**${pick(verbs, seed + index * 5)} ${index}**: ` : '';
  return `${label}${pick(verbs, seed * 7 + index * 3)} ${pick(things, seed * 3 + index)}, number ${seed}-${index}, ${pick(ends, seed + index)}.`;
}

const texts = (seed, count) => Array.from({ length: count }, (_, index) => itemText(seed, index));
const list = (seed, count, { mark = '*', between = '\n', indent = '' } = {}) =>
  texts(seed, count)
    .map((text) => `${indent}${mark} ${text}`)
    .join(between);
const front = (number) =>
  `---\nlayout: role\ntitle: "${tradeOf(number)}"\ndescription: "A ${tradeOf(number)} makes things; the team says which of them, and for whom."\n---\n\n`;
const prose = (number) =>
  `The ${tradeOf(number)} works with [the other workshops](/workshops/) and reports to [whoever runs the house](/people/).  \nWhat is made changes with the seasons; how it is made changes slowly, and with the agreement of all who have to live with it.\n\n`;

/** What stands behind the levels of most files and says nothing of what to do. */
const rest = (number) => `## Performance Indicators

* [Batches on time](/numbers/#batches)
* [Batches that came back](/numbers/#back)
* Visits to another workshop

## Hiring Process

People who apply can expect this order. They may be told no at any step.

* Whoever is chosen talks to [one of us](/hiring/#talk) for half an hour.

* Then they spend a day in the workshop, and bring something that they made.

> ### Why we ask to see something
>
> 1. It shows what you care about.
> 1. It is easier to talk about a thing than about a life.
>
> - Nothing has to be finished.
> - Nothing has to be beautiful.

* At the end there is bread, or what else was made that day.

More about it stands on [the page about hiring][hiring].

## Career Ladder

The next step for a ${titleOf('Senior', number)} is ${titleOf('Staff', number)}.

[hiring]: /hiring/#all
`;

/** Headings for levels, their sections with the level's title, each level building on the one before. */
function prefixed(number) {
  const levels = ladder.map((level, rank) => {
    const title = titleOf(level, number);
    const before = titleOf(pick(ladder, rank + ladder.length - 1), number);
    const extending = rank === 0 ? '' : `* Extends the ${before} responsibilities\n`;
    return `### ${title}\n\nThe ${title} reports to the [Manager, ${tradeOf(number)}s](/managers/).\n\n#### ${title} Job Grade\n\nThe ${title} is a [grade ${rank + 6}](/grades/#all).\n\n#### ${title} Responsibilities\n\n${extending}${list(number + rank, 8)}\n\n#### ${title} Requirements\n\n${list(number + rank + 50, 7)}\n* Ability to use the house's own tools\n`;
  });
  const text = `${front(number)}${prose(number)}## Levels\n\nMore about [levels](/levels/).\n\n${levels.join('\n')}\n${rest(number)}`;
  return { text, levels: ladder.length };
}

/** Sections beside their level, with copied titles and specialties. */
function beside(number) {
  const levels = ladder.slice(0, 3).map((level, rank) => {
    const title = titleOf(level, number);
    return `## ${title}\n${prose(number)}## Job Grade\n\nThe ${title} is a [grade ${rank + 6}](/grades/).\n\n### Responsibilities\n\n${list(number + rank, 10)}\n\n\n### Requirements\n\n${list(number + rank + 30, 9)}\n`;
  });
  const special = ['Bread', 'Paper'].map(
    (name, at) => `### ${name}\n\n**Responsibilities:**\n\n${list(number + at, 3)}\n`,
  );
  const text = `${front(number)}## Levels\n\n${levels.join('\n')}\n## Specialties\n\n${special.join('\n')}\n${rest(number)}`;
  return { text, levels: 3 };
}

/** Areas below each level. */
function byAreas(number) {
  const levels = ladder.map(
    (level, rank) =>
      `## ${titleOf(level, number)}\n\n${areas.map((area, at) => `### ${area}\n\n${list(number + rank * 4 + at, 5, { mark: '-' })}\n`).join('\n')}`,
  );
  return { text: `# ${tradeOf(number)}\n\n${prose(number)}${levels.join('\n')}`, levels: ladder.length };
}

/** One table: levels are columns, areas are rows, bold rows group them. */
function pivot(number) {
  const rows = ['Craft', 'People', 'House'].flatMap((group, part) => [
    `| **${group}** |${' |'.repeat(ladder.length)}`,
    ...areas.slice(0, 3).map((area, at) => {
      const cells = ladder.map(
        (_, rank) => itemText(number + rank, part * 3 + at + 1) + itemText(number + at, rank + 1),
      );
      return `| *${area} ${part + 1}* | ${cells.join(' | ')} |`;
    }),
  ]);
  const columns = ladder.map((level, rank) => `${level} ${tradeOf(number)} (L${rank + 2})`);
  const text = `# Titles for ${tradeOf(number)}s\n\n## In the workshop\n\n${prose(number)}Whoever leads:\n${list(number, 5, { mark: '-' })}\n\n## Expectations\n\n| Category | ${columns.join(' | ')} | \n|${' ----- |'.repeat(ladder.length + 1)} \n${rows.join('\n')}\n`;
  return { text, levels: ladder.length };
}

/** Levels are rows, specialties too. */
function rows(number) {
  const cells = (seed) => `${itemText(seed, 1)} | ${itemText(seed, 2)} ${itemText(seed, 3)} | ${itemText(seed, 5)}`;
  const table = (title, names, seed) =>
    `### ${title}\n\n| Title                  | Scope of Influence     | Contributions | Ownership |\n| ---------------------- | ---------------------- | ------------- | --------- |\n${names.map((name, at) => `| ${name.padEnd(22)} | ${cells(seed + at)} |`).join('\n')}\n\n`;
  const makers = ladder.map((level) => titleOf(level, number));
  const managers = [`${tradeOf(number)} Manager`, `Senior ${tradeOf(number)} Manager`];
  const paths = ['Bread', 'Paper', 'Clay', 'Glass'].map((name, at) => `| ${name} | ${itemText(number + at, 2)} |`);
  const text = `# ${tradeOf(number)}\n\n${prose(number)}## Titles\n\n${table('Makers', makers, number)}${table('Managers', managers, number + 9)}## Distinctions\n\n### Workshop path\n\n| Distinction | Domain |\n| --- | --- |\n${paths.join('\n')}\n\n## How we look back\n\n${prose(number)}${list(number + 3, 12, { mark: '-' })}\n`;
  return { text, levels: 6 };
}

/** Items that end in a colon hold the list of an area; every level adds to the one below. */
function nested(number) {
  const block = (seed, colon) =>
    areas
      .map((area, at) => `- ${area.split(' ')[0]}${colon}\n\n${list(seed + at, 4, { mark: '-', indent: '  ' })}\n`)
      .join('\n');
  const levels = [2, 3, 4, 5].map((code) => `## IC${code}\n\n${block(number + code, ':')}`);
  const text = `# ${tradeOf(number)} framework\n\n## What is expected of me?\n\n${prose(number)}Expectations for a level add to the expectations of earlier levels.\n\n## All Levels\n\n${block(number, '')}\n${levels.join('\n')}`;
  return { text, levels: 4 };
}

/** One level, its sections without any list. */
function lines(number) {
  const written = (seed, count) => texts(seed, count).join('\n');
  const text = `${front(number)}### ${tradeOf(number)}\n\n${prose(number)}#### ${tradeOf(number)} Job Grade\n\nThe ${tradeOf(number)} can be a [grade 11 or a grade 12](/grades/).\n\n## Role\n\n${prose(number)}## Responsibilities\n\n${written(number, 12)}\n\n## Requirements\n\n${written(number + 20, 15)}\n\n## Performance Indicators\n- To be said\n`;
  return { text, levels: 1 };
}

/** Shared sections, then bare level words; loose lists all over. */
function loose(number) {
  const levels = ladder.map(
    (level, rank) =>
      `### ${level}\n\nThe ${level} ${tradeOf(number)} reports to the house.\n\n#### ${level} Job Grade\n\nThe ${level} ${tradeOf(number)} is a [grade ${rank + 6}](/grades/).\n\n#### ${level} Responsibilities\n${list(number + rank, 10 + rank, { between: '\n\n' })}\n`,
  );
  const text = `${front(number)}${prose(number)}## Responsibilities\n\n${list(number, 7, { between: '\n\n' })}\n\n## Requirements\n\n\n${list(number + 40, 8, { between: '\n\n' })}\n\n## Levels\n\n${levels.join('\n')}\n${rest(number)}`;
  return { text, levels: ladder.length };
}

/** Everything in the front matter. */
function topics(number) {
  const written = areas.map((area, at) => {
    const content = ladder.map((_, rank) => {
      const criteria = texts(number + rank + at, 4).map((text) => `          - ${JSON.stringify(text)}`);
      return `      - level: ${rank + 1}\n        criteria:\n${criteria.join('\n')}`;
    });
    return `  - title: ${area}\n    content:\n${content.join('\n')}`;
  });
  return { text: `---\ntitle: ${tradeOf(number)}\ntopics:\n${written.join('\n')}\n---\n`, levels: ladder.length };
}

/** A table in HTML, and bold lines for headings. */
function html(number) {
  const cell = (seed) =>
    `<td><ul>${texts(seed, 3)
      .map((text) => `<li>${text}</li>`)
      .join('\n')}</ul></td>`;
  const body = areas.map(
    (area, at) => `<tr><th>${area}</th>\n\n${ladder.map((_, rank) => cell(number + rank + at)).join('\n')}</tr>`,
  );
  const head = ladder.map((level) => `<th>${titleOf(level, number)}</th>`).join('');
  const text = `# ${tradeOf(number)}\n\n<!-- Made by hand. -->\n\n${prose(number)}<table>\n<tr><th></th>${head}</tr>\n${body.join('\n')}\n</table>\n\n## Nice-to-haves\n\n${list(number, 8)}\n`;
  return { text, levels: ladder.length };
}

const forms = [prefixed, beside, byAreas, pivot, rows, nested, lines, loose, topics, html];
