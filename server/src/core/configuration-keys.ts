/** Every key of `.one-on-one.yaml`: what it may be, what it is for, what holds without it. */
import { cadenceOf, cadenceWords } from './cadence.ts';
import { parseDay } from './calendar.ts';
import { defaultConfiguration as defaults } from './configuration.ts';
import { nearest } from './nearest.ts';
import { findQuarterLabel, writeQuarterLabel } from './quarter-labels.ts';
import { headingKeys } from './reading.ts';
import { field, list, mapping, oneOf, record, required, scalar, text, truth, wholeNumber } from './shapes.ts';
import type { Cadence } from './configuration.ts';
import type { Day } from './model.ts';
import type { Shape } from './shapes.ts';

/**
 * A pattern becomes a regular expression. Round and square brackets, `|` and `+` would go into it as they are, and
 * could make it exponential; each wildcard multiplies the time by the length of the path.
 */
const pattern: Shape<string> = scalar(
  'a path pattern such as "people/**/*.md", made of names, at most five of "*" and "**", "?" and "{a,b}"',
  { type: 'string', minLength: 1, maxLength: 200, pattern: '^(?![!/])[^()\\[\\]|+\\\\]+$' },
  (value, written) =>
    typeof value === 'string' &&
    written.length <= 200 &&
    /^(?![!/])[^()[\]|+\\\p{Cc}]+$/u.test(written) &&
    !written.split('/').includes('..') &&
    (written.match(/\*+/g) ?? []).length <= 5 &&
    (written.match(/\{/g) ?? []).length <= 3
      ? written
      : undefined,
);

const patterns = list(pattern, 'a list of path patterns', 0, 50);

const label: Shape<string> = scalar(
  'a form with one year and one quarter, such as "{yyyy}-Q{q}", "FY{yy}-Q{q}" or "Q{q} {yyyy}"',
  {
    type: 'string',
    pattern: '^(?=.*\\{yy(yy)?\\}).*\\{q\\}.*$',
    examples: ['{yyyy}-Q{q}', 'FY{yy}-Q{q}', 'Q{q} {yyyy}'],
  },
  (value, written) => (typeof value === 'string' && isReadBack(written) ? written : undefined),
);

const cadence: Shape<Cadence> = scalar(
  '"weekly", "fortnightly", "monthly" or a number of days from 1 to 366',
  { anyOf: [{ enum: cadenceWords }, { type: 'integer', minimum: 1, maximum: 366 }] },
  (_, written) => cadenceOf(written) ?? undefined,
  (written) => (/^bi-?weekly$/i.test(written) ? 'fortnightly' : nearest(written, cadenceWords)),
);

const day: Shape<Day> = scalar(
  'a day such as 2027-02-01',
  { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', format: 'date' },
  (_, written) => parseDay(written) ?? undefined,
);

const titles = list(text('a title', 100), 'a list of titles', 0, 50);

const team = mapping({
  staffPlus: required(wholeNumber(0, 100), 'How many engineers of level Staff or above the team may have.'),
  justification: field(text('a text of one line', 500), 'Why the team has an exception from the usual one.', null),
  archetypes: field(
    list(text('a word', 50), 'a list of words', 0, 100),
    'What each of these engineers is mainly there for, such as `solver` or `architect`.',
    [],
  ),
  expected: field(
    mapping({
      staffPlus: required(wholeNumber(0, 100), 'How many the team is expected to have later.'),
      when: field(text('a text of one line', 200), 'When or on what condition.', null),
    }),
    'A change that is already foreseen.',
    null,
  ),
});

/** The table. `rules` are the known rule ids; without them every id is accepted. */
export function configurationKeys(rules: ReadonlySet<string> | null) {
  return mapping({
    documents: field(
      patterns,
      'Which files are 1:1 documents, as patterns of paths below the folder of this file. They replace the default; a file whose front matter or name says so is one all the same.',
      defaults.documents,
    ),
    roles: field(
      patterns,
      'Which files are role descriptions, as patterns of paths below the folder of this file. They replace the default.',
      defaults.roles,
    ),
    quarters: field(
      mapping({
        startMonth: field(
          wholeNumber(1, 12),
          'The month in which the (fiscal) year starts: 1 is January.',
          defaults.quarters.startMonth,
        ),
        named: field(
          oneOf(['start', 'end']),
          'Whether the year is named for the calendar year it starts or ends in.',
          defaults.quarters.named,
        ),
        label: field(
          label,
          'How a quarter is written: `{yyyy}` or `{yy}` is the year, `{q}` the quarter. All usual spellings are read whatever stands here.',
          defaults.quarters.label,
        ),
      }),
      'When quarters start and how they are written.',
      defaults.quarters,
    ),
    cadence: field(
      cadence,
      'How often the pairs meet. `cadence` in the front matter of a document goes before.',
      defaults.cadence,
      'weekly',
    ),
    focusAreas: field(
      mapping(
        {
          min: field(wholeNumber(1, 10), 'The fewest focus areas of a quarter.', defaults.focusAreas.min),
          max: field(wholeNumber(1, 10), 'The most focus areas of a quarter.', defaults.focusAreas.max),
        },
        ({ min, max }) =>
          min <= max ? null : `"focusAreas.min" must not be more than "focusAreas.max": ${min} is more than ${max}.`,
      ),
      'How many focus areas a quarter should have.',
      defaults.focusAreas,
    ),
    followThrough: field(
      mapping({
        meetings: field(
          wholeNumber(1, 52),
          'A focus area that so many meetings in a row do not mention is neglected.',
          defaults.followThrough.meetings,
        ),
      }),
      'When a focus area counts as neglected.',
      defaults.followThrough,
    ),
    ratings: field(
      mapping({
        scale: field(
          list(text('a word', 50), 'a list of words, lowest first', 2, 20),
          'The ratings that the cells of a worksheet may have, lowest first.',
          defaults.ratings.scale,
        ),
      }),
      'How a worksheet (EFW) rates.',
      defaults.ratings,
    ),
    feedback: field(
      mapping(
        {
          opens: required(day, 'The first day on which 360 feedback is written.'),
          closes: required(day, 'The last day on which 360 feedback is written.'),
          covers: field(wholeNumber(1, 12), 'How many complete quarters before `opens` it looks at.', 4),
        },
        ({ opens, closes }) => (opens <= closes ? null : '"feedback.closes" must not be before "feedback.opens".'),
      ),
      'The window of the 360 feedback. Without it nothing is said about the 360.',
      null,
    ),
    teams: field(
      record(team, 'a mapping from the name of a team to its settings'),
      'Staff-plus gearing by team, for the `team` of a front matter. A team that is not listed is not checked.',
      new Map(),
    ),
    headings: field(
      record(titles, 'a mapping from a kind of section to a list of titles', {
        keys: new Set(headingKeys.keys()),
        are: 'a kind of section',
      }),
      'Further titles of sections, for example in another language. They are added to the known ones.',
      new Map(),
    ),
    dates: field(
      mapping({
        numericOrder: field(
          oneOf(['mdy', 'dmy']),
          'How `11/02/2026` is read: month first or day first. Without it, the order is worked out from the other dates of the file.',
          null,
        ),
      }),
      'How dates are read.',
      defaults.dates,
    ),
    rules: field(
      record(
        oneOf(['off', 'hint', 'info', 'warning', 'error']),
        'a mapping from the id of a rule to its level',
        rules && { keys: rules, are: 'the id of a rule' },
      ),
      'How grave the findings of a rule are, or `off`.',
      new Map(),
    ),
    private: field(
      mapping({
        allowPublished: field(
          truth,
          'Say nothing about 1:1 documents that git tracks in a repository with a remote.',
          defaults.private.allowPublished,
        ),
      }),
      'What is meant to be seen by whom.',
      defaults.private,
    ),
  });
}

/** A label that is written but not recognised afterwards would be corrected for ever. */
function isReadBack(form: string): boolean {
  if (form.length > 40) return false;
  return [1, 4].every((number) => {
    const written = writeQuarterLabel({ year: 2026, number }, form);
    const found = findQuarterLabel(written);
    return found !== null && found.text === written && found.year === 2026 && found.number === number;
  });
}
