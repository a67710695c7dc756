/** Runs the rules so that one that throws takes none of the others down. */
import type { ConfigurationFile } from '../core/configuration.ts';
import type { Context } from '../core/context.ts';
import type { Role, Series } from '../core/model.ts';
import type { Seat } from '../core/staffing.ts';
import { rules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import { checkConfiguration, checkRole, checkSeries, checkStaffing } from '../rules/run.ts';
import type { Diagnostic } from '../rules/run.ts';

export interface Checks {
  series(series: Series, context: Context): readonly Diagnostic[];
  configuration(file: ConfigurationFile, context: Context): readonly Diagnostic[];
  role(role: Role, context: Context): readonly Diagnostic[];
  staffing(file: ConfigurationFile, seats: readonly Seat[], context: Context): readonly Diagnostic[];
}

/** `onFailure` is told the rule's id and what was thrown. */
export function checksWith(onFailure: (rule: string, error: unknown) => void, list: readonly Rule[] = rules): Checks {
  const guarded = (check: (list: readonly Rule[]) => Diagnostic[]): readonly Diagnostic[] => {
    try {
      return check(list);
    } catch {
      // Once more, one by one, to find out which one it was.
      return list.flatMap((rule) => {
        try {
          return check([rule]);
        } catch (error) {
          onFailure(rule.id, error);
          return [];
        }
      });
    }
  };
  return {
    series: (series, context) => guarded((some) => checkSeries(series, context, some)),
    configuration: (file, context) => guarded((some) => checkConfiguration(file, context, some)),
    staffing: (file, seats, context) => guarded((some) => checkStaffing(file, seats, context, some)),
    role: (role, context) => guarded((some) => checkRole(role, context, some)),
  };
}
