/** Links from a file that is written to what it rests on. Paths are relative to the workspace folder. */
import { formatDay } from '../calendar.ts';
import type { DatedMeeting, Words } from '../model.ts';
import { slug } from '../slug.ts';
import { sourceOf } from './habits.ts';

/** The meeting's date as its heading has it, linked to that heading; a meeting in another file by its name. */
export function meetingLink(meeting: DatedMeeting, from: string): string {
  const { heading } = meeting.meeting;
  const text = heading === null ? formatDay(meeting.day) : dateText(meeting);
  return headingLink(text, meeting.document.path, heading, from);
}

/** A link to a heading of the file at `to`, or to the file, from the file at `from`; both relative to the workspace. */
export function headingLink(text: string, to: string, heading: Words | null, from: string): string {
  const anchor = heading === null ? '' : `#${slug(heading.text)}`;
  if (to === from) return anchor === '' ? text : `[${text}](${anchor})`;
  return `[${text}](${relativePath(from, to)}${anchor})`;
}

function dateText({ day, meeting, document }: DatedMeeting): string {
  const written = sourceOf(document.note, meeting.date.place).replace(/[[\]]/g, '');
  return written === '' ? formatDay(day) : written;
}

/** How to write one file's path beside another; both relative to the workspace folder. */
function relativePath(from: string, to: string): string {
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared++;
  const path = [...here.slice(shared).map(() => '..'), ...there.slice(shared)];
  return path.map((part) => encodeURIComponent(part)).join('/');
}

/** A line of the file at `home` for the file at `from`: links that count from the one are made to count from the other. */
export function relinked(line: string, home: string, from: string): string {
  if (home === from) return line;
  return line.replace(/\]\((?<target>[^()\s<>]+)(?=[\s)])/g, (whole, target: string) => {
    if (/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(target)) return whole;
    const hash = target.includes('#') ? target.indexOf('#') : target.length;
    const to = hash === 0 ? home : resolved(home, target.slice(0, hash));
    return to === null ? whole : `](${relativePath(from, to)}${target.slice(hash)}`;
  });
}

/** Null for what lies outside the workspace, or is no path. */
function resolved(home: string, target: string): string | null {
  const parts = home.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(decoded(part));
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
