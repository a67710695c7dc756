/** The configuration: `.one-on-one.yaml`, nearest one up from the document. */
import type { Anchor, Day, Place } from './model.ts';

export type Cadence = { readonly every: 'month' } | { readonly every: 'days'; readonly days: number };

export interface QuarterSettings {
  /** The month in which the (fiscal) year starts, 1 to 12. */
  readonly startMonth: number;
  /** Whether the year is named for the calendar year it starts or ends in. */
  readonly named: 'start' | 'end';
  /** `{yyyy}` or `{yy}` is the named year, `{q}` the quarter. */
  readonly label: string;
}

export interface Team {
  readonly name: string;
  /** How many Staff-and-above engineers the team may have. */
  readonly staffPlus: number;
  readonly justification: string | null;
  readonly archetypes: readonly string[];
  readonly expected: { readonly staffPlus: number; readonly when: string | null } | null;
  readonly place: Place;
}

export interface Configuration {
  readonly documents: readonly string[];
  readonly roles: readonly string[];
  readonly quarters: QuarterSettings;
  readonly cadence: Cadence;
  readonly focusAreas: { readonly min: number; readonly max: number };
  readonly followThrough: { readonly meetings: number };
  readonly ratings: { readonly scale: readonly string[] };
  readonly feedback: { readonly opens: Day; readonly closes: Day; readonly covers: number } | null;
  readonly teams: ReadonlyMap<string, Team>;
  /** Further titles of sections, by meaning; they are added to the known names. */
  readonly headings: ReadonlyMap<string, readonly string[]>;
  readonly dates: { readonly numericOrder: 'mdy' | 'dmy' | null };
  /** Severity by rule id; values are those of `RuleLevel`. */
  readonly rules: ReadonlyMap<string, 'off' | 'hint' | 'info' | 'warning' | 'error'>;
  readonly private: { readonly allowPublished: boolean };
  /** Where this came from; null for the defaults. */
  readonly uri: string | null;
  /** The folder that path patterns count from, relative to the workspace folder, with a closing slash; or empty. */
  readonly folder: string;
}

/** The configuration file, read: valid keys are used, invalid ones keep their default and are problems. */
export interface ConfigurationFile {
  readonly uri: string;
  /** Relative to the workspace folder. */
  readonly path: string;
  readonly source: string;
  /** Places in the file are counted from its start under this one anchor. */
  readonly anchor: Anchor;
  readonly configuration: Configuration;
  readonly problems: readonly ConfigurationProblem[];
}

export interface ConfigurationProblem {
  readonly at: Place;
  readonly message: string;
  /** A key or value that was probably meant, to be written at `at`. */
  readonly suggestion: string | null;
}

export const defaultConfiguration: Configuration = {
  documents: [
    '**/{1-1,1-1s,1on1,1on1s,1-on-1,1-on-1s,one-on-one,one-on-ones}/**/*.md',
    '**/*.{1-1,1on1,one-on-one}.md',
  ],
  roles: ['roles/**/*.md', '**/job-families/**/*.md'],
  quarters: { startMonth: 1, named: 'start', label: '{yyyy}-Q{q}' },
  cadence: { every: 'days', days: 7 },
  focusAreas: { min: 2, max: 3 },
  followThrough: { meetings: 3 },
  ratings: { scale: ['learning', 'growing', 'thriving', 'expert'] },
  feedback: null,
  teams: new Map(),
  headings: new Map(),
  dates: { numericOrder: null },
  rules: new Map(),
  private: { allowPublished: false },
  uri: null,
  folder: '',
};
