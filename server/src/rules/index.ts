/** Every rule, in the order of the routine. Adding one: a file, and a line here. */
import { feedbackUnprepared } from './360-unprepared.ts';
import { adHocCareerTalk } from './ad-hoc-career-talk.ts';
import { ambiguousDate } from './ambiguous-date.ts';
import { ambiguousResponsibility } from './ambiguous-responsibility.ts';
import { assumedYear } from './assumed-year.ts';
import { communicationUnattended } from './communication-unattended.ts';
import { conflictingDates } from './conflicting-dates.ts';
import { dueAgendaItem } from './due-agenda-item.ts';
import { duplicateCheckpoint } from './duplicate-checkpoint.ts';
import { duplicateFocusArea } from './duplicate-focus-area.ts';
import { duplicateMeeting } from './duplicate-meeting.ts';
import { efwNotUpdated } from './efw-not-updated.ts';
import { focusAreaNotOnAgenda } from './focus-area-not-on-agenda.ts';
import { focusAreaWithoutGoals } from './focus-area-without-goals.ts';
import { focusAreaWithoutIdeas } from './focus-area-without-ideas.ts';
import { focusAreaWithoutTargets } from './focus-area-without-targets.ts';
import { forgottenPromise } from './forgotten-promise.ts';
import { gearingExceeded } from './gearing-exceeded.ts';
import { gearingWithoutJustification } from './gearing-without-justification.ts';
import { impossibleDate } from './impossible-date.ts';
import { internshipPreparation } from './internship-preparation.ts';
import { internshipTerms } from './internship-terms.ts';
import { internshipWaysOfWorking } from './internship-ways-of-working.ts';
import { invalidConfiguration } from './invalid-configuration.ts';
import { invalidFrontMatter } from './invalid-front-matter.ts';
import { itemWithoutName } from './item-without-name.ts';
import { lateCheckpoint } from './late-checkpoint.ts';
import { managerHeavyAgenda } from './manager-heavy-agenda.ts';
import { meetingOutOfOrder } from './meeting-out-of-order.ts';
import { mislabelledCheckpoint } from './mislabelled-checkpoint.ts';
import { missingCheckpoint } from './missing-checkpoint.ts';
import { missingEfwRow } from './missing-efw-row.ts';
import { missingParticipant } from './missing-participant.ts';
import { missingRole } from './missing-role.ts';
import { missingStandingAgenda } from './missing-standing-agenda.ts';
import { missingSummary } from './missing-summary.ts';
import { misspeltKey } from './misspelt-key.ts';
import { mixedDateForms } from './mixed-date-forms.ts';
import { neglectedFocusArea } from './neglected-focus-area.ts';
import { noNextLevelTarget } from './no-next-level-target.ts';
import { otherLevelResponsibility } from './other-level-responsibility.ts';
import { overduePromise } from './overdue-promise.ts';
import { payFigure } from './pay-figure.ts';
import { promiseWithoutOwner } from './promise-without-owner.ts';
import { publishedNotes } from './published-notes.ts';
import { repeatedFocusArea } from './repeated-focus-area.ts';
import { roleWithoutResponsibilities } from './role-without-responsibilities.ts';
import type { Rule } from './rule.ts';
import { skippedCadence } from './skipped-cadence.ts';
import { staleAgendaItem } from './stale-agenda-item.ts';
import { summaryWithoutFocusArea } from './summary-without-focus-area.ts';
import { targetOutsideQuarter } from './target-outside-quarter.ts';
import { tooComplex } from './too-complex.ts';
import { tooFewFocusAreas } from './too-few-focus-areas.ts';
import { tooManyFocusAreas } from './too-many-focus-areas.ts';
import { ungivenFeedback } from './ungiven-feedback.ts';
import { unknownEfwRow } from './unknown-efw-row.ts';
import { unknownLevel } from './unknown-level.ts';
import { unknownRating } from './unknown-rating.ts';
import { unknownResponsibility } from './unknown-responsibility.ts';
import { unknownRole } from './unknown-role.ts';
import { unknownSpecialty } from './unknown-specialty.ts';
import { unknownSuppression } from './unknown-suppression.ts';
import { unknownTeam } from './unknown-team.ts';
import { unresolvedInheritance } from './unresolved-inheritance.ts';
import { untaggedItem } from './untagged-item.ts';
import { unusedSuppression } from './unused-suppression.ts';
import { vagueTarget } from './vague-target.ts';
import { wrongWeekday } from './wrong-weekday.ts';
import { yearSlip } from './year-slip.ts';

export const rules: readonly Rule[] = [
  // Front matter and references
  invalidFrontMatter,
  missingParticipant,
  missingRole,
  misspeltKey,
  unknownRole,
  unknownLevel,
  unknownSpecialty,
  unknownTeam,
  // Dates and meetings
  impossibleDate,
  ambiguousDate,
  wrongWeekday,
  conflictingDates,
  duplicateMeeting,
  meetingOutOfOrder,
  yearSlip,
  assumedYear,
  mixedDateForms,
  skippedCadence,
  // Start of the quarter
  missingCheckpoint,
  tooFewFocusAreas,
  tooManyFocusAreas,
  unknownResponsibility,
  focusAreaWithoutGoals,
  focusAreaWithoutTargets,
  focusAreaWithoutIdeas,
  focusAreaNotOnAgenda,
  lateCheckpoint,
  duplicateCheckpoint,
  mislabelledCheckpoint,
  duplicateFocusArea,
  targetOutsideQuarter,
  vagueTarget,
  ambiguousResponsibility,
  otherLevelResponsibility,
  noNextLevelTarget,
  repeatedFocusArea,
  communicationUnattended,
  missingStandingAgenda,
  staleAgendaItem,
  untaggedItem,
  itemWithoutName,
  dueAgendaItem,
  // During the quarter
  neglectedFocusArea,
  adHocCareerTalk,
  managerHeavyAgenda,
  overduePromise,
  promiseWithoutOwner,
  forgottenPromise,
  ungivenFeedback,
  // End of the quarter
  missingSummary,
  summaryWithoutFocusArea,
  efwNotUpdated,
  unknownRating,
  unknownEfwRow,
  missingEfwRow,
  feedbackUnprepared,
  // Privacy
  payFigure,
  publishedNotes,
  // Internship
  internshipTerms,
  internshipPreparation,
  internshipWaysOfWorking,
  // Configuration, roles, suppressions
  invalidConfiguration,
  unknownSuppression,
  unusedSuppression,
  tooComplex,
  unresolvedInheritance,
  roleWithoutResponsibilities,
  gearingWithoutJustification,
  gearingExceeded,
];

/** The ids that a configuration may name. */
export const ruleIds: readonly string[] = rules.map(({ id }) => id);
