/** Every rule, in the order of the routine. Adding one: a file, and a line here. */
import { focusAreaNotOnAgenda } from './focus-area-not-on-agenda.ts';
import { focusAreaWithoutGoals } from './focus-area-without-goals.ts';
import { focusAreaWithoutIdeas } from './focus-area-without-ideas.ts';
import { focusAreaWithoutTargets } from './focus-area-without-targets.ts';
import { invalidConfiguration } from './invalid-configuration.ts';
import { missingCheckpoint } from './missing-checkpoint.ts';
import { missingSummary } from './missing-summary.ts';
import type { Rule } from './rule.ts';
import { tooFewFocusAreas } from './too-few-focus-areas.ts';
import { tooManyFocusAreas } from './too-many-focus-areas.ts';
import { unknownLevel } from './unknown-level.ts';
import { unknownResponsibility } from './unknown-responsibility.ts';
import { unknownRole } from './unknown-role.ts';

export const rules: readonly Rule[] = [
  // Front matter and references
  unknownRole,
  unknownLevel,
  // Start of the quarter
  missingCheckpoint,
  tooFewFocusAreas,
  tooManyFocusAreas,
  unknownResponsibility,
  focusAreaWithoutGoals,
  focusAreaWithoutTargets,
  focusAreaWithoutIdeas,
  focusAreaNotOnAgenda,
  // End of the quarter
  missingSummary,
  // Configuration
  invalidConfiguration,
];

/** The ids that a configuration may name. */
export const ruleIds: readonly string[] = rules.map(({ id }) => id);
