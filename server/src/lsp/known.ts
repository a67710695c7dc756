/** What is known that a new document can name, and where role descriptions stand. */
import type { Series } from '../core/model.ts';
import type { Standing } from '../core/query.ts';
import { rangeOf } from '../features/diagnostics.ts';
import type { Request } from '../features/request.ts';
import { objectIn, textIn } from './params.ts';
import type { KnownAnswer, ViewPlace } from './protocol.ts';
import type { Session } from './session.ts';
import type { Workspace } from './workspace.ts';

export async function knownTo(session: Session, params: unknown): Promise<KnownAnswer> {
  const uri = textIn(objectIn(params)['folder']);
  await session.ready();
  const { workspace } = session;
  const all = await workspace.everySeries(namesIn);
  const { context } = workspace.folderOf(`${uri}/any.md`).explain(`${uri}/any.md`);
  const names = (list: readonly (string | null)[]): string[] =>
    [...new Set(list.filter((name) => name !== null))].sort((a, b) => a.localeCompare(b, 'en'));
  const roles = context.roles.flatMap((role) => {
    const place = rolePlace({ role, level: null }, workspace);
    const levels = [...role.levels].sort((a, b) => a.order - b.order).map(({ id, title }) => ({ id, title }));
    return place === null ? [] : [{ id: role.id, title: role.title, isBuiltIn: role.isBuiltIn, place, levels }];
  });
  return {
    reports: names(all.map(({ report }) => report)),
    managers: names(all.map(({ manager }) => manager)),
    roles: roles.sort((a, b) => a.title.localeCompare(b.title, 'en')),
  };
}

/** As the documents spell them. */
function namesIn({ series: { report, manager } }: Request): Pick<Series, 'report' | 'manager'> {
  return { report, manager };
}

/** The level where the document names one, else the role. */
export function rolePlace({ role, level }: Pick<Standing, 'role' | 'level'>, workspace: Workspace): ViewPlace | null {
  const uri = level?.uri ?? role.source.uri;
  const text = workspace.textOf(uri);
  return text && { uri, range: rangeOf(text, (level ?? role.source).span) };
}
