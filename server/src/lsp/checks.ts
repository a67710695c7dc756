/** Runs the rules so that one that throws takes none of the others down. */
import type { ConfigurationFile } from '../core/configuration.ts';
import type { Context } from '../core/context.ts';
import type { Role, Series } from '../core/model.ts';
import type { Seat } from '../core/staffing.ts';
import { firstRules } from '../rules/first-look.ts';
import { rules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import { checkConfiguration, checkingSeries, checkRole, checkSeries, checkStaffing } from '../rules/run.ts';
import type { Diagnostic } from '../rules/run.ts';

export interface Checks {
  series(series: Series, context: Context): readonly Diagnostic[];
  /** The same, with a pause after each rule. */
  seriesInSteps(series: Series, context: Context): Generator<void, readonly Diagnostic[]>;
  /** By the rules that need no history. */
  firstLook(series: Series, context: Context): readonly Diagnostic[];
  configuration(file: ConfigurationFile, context: Context): readonly Diagnostic[];
  role(role: Role, context: Context): readonly Diagnostic[];
  staffing(file: ConfigurationFile, seats: readonly Seat[], context: Context): readonly Diagnostic[];
}

/** `onFailure` is told the rule's id and what was thrown. */
export function checksWith(onFailure: (rule: string, error: unknown) => void, list: readonly Rule[] = rules): Checks {
  const first = firstRules(list);
  const guarded = (check: (list: readonly Rule[]) => Diagnostic[], own = list): readonly Diagnostic[] => {
    try {
      return check(own);
    } catch {
      // Once more, one by one, to find out which one it was.
      return own.flatMap((rule) => {
        try {
          return check([rule]);
        } catch (error) {
          onFailure(rule.id, error);
          return [];
        }
      });
    }
  };
  const allOf = (series: Series, context: Context): readonly Diagnostic[] =>
    guarded((some) => checkSeries(series, context, some));
  return {
    series: allOf,
    *seriesInSteps(series, context) {
      try {
        return (yield* checkingSeries(series, context, list)).shown;
      } catch {
        return allOf(series, context);
      }
    },
    firstLook: (series, context) => guarded((some) => checkSeries(series, context, some), first),
    configuration: (file, context) => guarded((some) => checkConfiguration(file, context, some)),
    staffing: (file, seats, context) => guarded((some) => checkStaffing(file, seats, context, some)),
    role: (role, context) => guarded((some) => checkRole(role, context, some)),
  };
}
