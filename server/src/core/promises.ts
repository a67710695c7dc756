/** The promises of a series: who gave them, and how each was carried from meeting to meeting. */
import type { DatedMeeting, Document, PromiseCopy, PromiseThread, Region, WrittenPromise } from './model.ts';
import { castOf, type Cast } from './promises/cast.ts';
import { namesIn } from './promises/owners.ts';
import { threadsOf, type Sitting } from './promises/threads.ts';

/** `meetings` are the dated ones, earliest first. Never throws. */
export function promisesOf(documents: readonly Document[], meetings: readonly DatedMeeting[]): PromiseThread[] {
  const regions = documents.flatMap((document) => document.note.regions.map((region) => ({ region, document })));
  const all = regions.filter(({ region }) => region.promises.length > 0);
  if (all.length === 0) return [];
  const cast = castOf(
    documents,
    all.flatMap(({ region }) => region.promises),
  );
  const dated: Sitting[] = meetings.map(({ meeting, document, day }) =>
    sittingOf(meeting.promises, { meeting, document, day }, cast),
  );
  const isDated = new Set(meetings.map(({ meeting }) => meeting));
  const undated: Sitting[] = all
    .filter(({ region: { meeting } }) => meeting === null || !isDated.has(meeting))
    .map(({ region, document }) => sittingOf(region.promises, { ...placeOf(region), document }, cast));
  return threadsOf([...dated, ...undated]);
}

/** The people that a series knows: its report and manager, and whoever else its promises show. */
export function castOfSeries(documents: readonly Document[]): Cast {
  return castOf(
    documents,
    documents.flatMap(({ note }) => note.regions.flatMap(({ promises }) => promises)),
  );
}

// ---------------------------------------------------------------------------------------------------------------

type Stand = Pick<Sitting, 'meeting' | 'document' | 'day'>;

function placeOf({ meeting }: Region): Pick<Stand, 'meeting' | 'day'> {
  return { meeting, day: null };
}

function sittingOf(promises: readonly WrittenPromise[], stand: Stand, cast: Cast): Sitting {
  return { ...stand, copies: promises.map((written) => copyOf(written, stand, cast)) };
}

/** The first reading whose words are names; else the names of a title above. */
function copyOf(written: WrittenPromise, stand: Stand, cast: Cast): PromiseCopy {
  for (const { form, names, text, key } of written.owners) {
    const owners = cast.owners({ form, names });
    if (owners !== null) return copy(written, { text, key, owners, ownerForm: form }, stand);
  }
  const { text, key } = written;
  for (const title of written.titles) {
    const names = namesIn(title);
    const owners = names === null ? null : cast.owners({ form: 'title', names });
    if (owners !== null) return copy(written, { text, key, owners, ownerForm: 'title' }, stand);
  }
  return copy(written, { text, key, owners: [], ownerForm: null }, stand);
}

function copy(
  written: WrittenPromise,
  { text, key, owners, ownerForm }: Pick<PromiseCopy, 'text' | 'key' | 'owners' | 'ownerForm'>,
  { document, meeting, day }: Stand,
): PromiseCopy {
  return { written, text, key, owners, ownerForm, document, meeting, day };
}
