/** What a rule is. One rule a file; the list is `index.ts`. */
import type { Context } from '../core/context.ts';
import type { ConfigurationFile } from '../core/configuration.ts';
import type { Document, Place, Role, Series, Span } from '../core/model.ts';
import type { Seat } from '../core/staffing.ts';
import type { Suppression } from '../core/suppressions.ts';

/** Error, warning, information, hint: the words of the JSON contract. */
export type Severity = 'error' | 'warning' | 'info' | 'hint';
export type RuleLevel = Severity | 'off';

/** The step of the routine that a rule serves. */
export type Step =
  | 'start of the quarter'
  | 'every week'
  | 'end of the quarter'
  | 'next level'
  | 'communication'
  | '360 feedback'
  | 'reading the notes'
  | 'role descriptions'
  | 'internship'
  | 'privacy'
  | 'configuration';

/** Replace what stands at `at` by `newText`, which may hold tab stops (`tab-stops.ts`); an empty place inserts. */
export interface Edit {
  readonly at: Place;
  readonly newText: string;
}

export interface Fix {
  /** An imperative: `Insert a checkpoint for 2026-Q4`. */
  readonly title: string;
  readonly edits: readonly Edit[];
  /** What is written to other files of the workspace, beside notes. */
  readonly elsewhere?: readonly { readonly uri: string; readonly span: Span; readonly newText: string }[];
  /** Files that are not there yet. Such a fix is for somebody who looks at it: it is never safe. */
  readonly creates?: readonly NewFile[];
  /** Part of `source.fixAll.oneOnOne` and `check --fix`. */
  readonly safe?: boolean;
}

export interface NewFile {
  readonly uri: string;
  readonly text: string;
}

/** What a rule found. The runner adds id, severity and address. */
export interface Finding {
  readonly at: Place;
  /** What is wrong, then what to do, naming the thing. */
  readonly message: string;
  /** A function where they cost something: most findings are never asked for their fixes. */
  readonly fixes?: readonly Fix[] | (() => readonly Fix[]);
  readonly related?: readonly { readonly at: Place; readonly message: string }[];
  /** Where circumstances make it graver or lighter than the rule's level. */
  readonly severity?: Severity;
}

/**
 * A document or several in marked text (`test/fixture.ts`): `^^^ message` under a line marks the finding expected
 * there, `//- path` starts a file. `fixed` is the first document after the first fix of the first finding.
 */
export interface Example {
  readonly title: string;
  readonly note: string;
  readonly fixed?: string;
  /** Default 2026-11-24. */
  readonly today?: string;
}

interface RuleWords {
  /** Names the problem. Never reused, never renamed. */
  readonly id: string;
  readonly level: RuleLevel;
  /** One sentence: what it finds. */
  readonly summary: string;
  /** Why it matters, in a few sentences of markdown. */
  readonly why: string;
  readonly step: Step;
  /**
   * `history`: what it finds, or how it says it, may hang on what was written before the quarter before the last one. Such a rule
   * waits until long documents are read whole; all others speak first, of the recent part: see `first-look.ts`.
   */
  readonly needs?: 'history';
  /** At least one bad and one good one: a good one marks no finding. */
  readonly examples: readonly Example[];
}

export interface SeriesRule extends RuleWords {
  readonly about: 'series';
  /** Absent: those of the routine. An internship has terms of its own, and neither role nor quarters are asked of it. */
  readonly documents?: 'all' | 'internship';
  check(series: Series, context: Context): Iterable<Finding>;
}

export interface ConfigurationRule extends RuleWords {
  readonly about: 'configuration';
  check(file: ConfigurationFile, context: Context): Iterable<Finding>;
}

export interface RoleRule extends RuleWords {
  readonly about: 'role';
  check(role: Role, context: Context): Iterable<Omit<Finding, 'at'> & { readonly at: Span }>;
}

/** A suppression, and what became of it in a run. */
export interface SuppressionUse {
  readonly suppression: Suppression;
  readonly isKnown: boolean;
  /** The rule that was probably meant, where it names none. */
  readonly likely: string | null;
  /** The rule was switched on and had what it needs, so that hiding nothing says something. */
  readonly hasRun: boolean;
  readonly isUsed: boolean;
  readonly document: Document;
}

export interface SuppressionRule extends RuleWords {
  readonly about: 'suppressions';
  check(uses: readonly SuppressionUse[], context: Context): Iterable<Finding>;
}

/** About all series that a configuration file is in force for, seen together. */
export interface StaffingRule extends RuleWords {
  readonly about: 'staffing';
  check(file: ConfigurationFile, seats: readonly Seat[], context: Context): Iterable<StaffingFinding>;
}

/** In the configuration file, or where a seat says that the level is written. */
export interface StaffingFinding {
  readonly at: { readonly uri: string; readonly span: Span };
  readonly message: string;
}

export type Rule = SeriesRule | ConfigurationRule | RoleRule | SuppressionRule | StaffingRule;
