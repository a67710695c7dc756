/** The sample document: two invented people, three meetings, a quarter that has begun. Something is left to be found in it. */

/** With dates around the day it is asked for. */
export function sampleText(today: Date): string {
  const ago = (days: number): string => {
    // By the calendar: where clocks change, a day has not always 24 hours.
    const date = new Date(today.getFullYear(), today.getMonth(), today.getDate() - days, 12);
    return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
      .map((part) => String(part).padStart(2, '0'))
      .join('-');
  };
  return `---
report: Amal Haddad
manager: Robin Falk
role: site-reliability-engineer
level: intermediate
---

# 1:1 Amal Haddad / Robin Falk

## Standing agenda

- How are you?
- Focus area: Alerting

## ${ago(0)}

- Nothing urgent. The new dashboards are liked.

## ${ago(7)}

- Alerting: half of the pages of last week needed nobody.
- [ ] @amal lists the pages that can go (by ${ago(2)})
- [ ] @robin asks the other teams what they would miss

## ${ago(14)}

### Checkpoint

#### Focus area: Alerting

**Goals**

- Nobody is woken for what can wait

**Targets**

- [ ] Ten pages a week at most by ${ago(-45)}

**Ideas**

- Read last month's pages together

#### Focus area: Runbooks

**Goals**

- A new colleague finds the way alone
`;
}
