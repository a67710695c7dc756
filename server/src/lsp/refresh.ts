/** Has a client ask again for what it shows besides findings: views, lenses, hints. */
import type { Announcer } from './announce.ts';
import { viewsChangedMethod } from './protocol.ts';
import type { Session } from './session.ts';
import { soon } from './soon.ts';

const quietMilliseconds = 300;

/** Views are told only to a client that has asked for one: others do not know the notification. */
export function alsoRefreshing(announcer: Announcer, { connection, client, asked }: Session): Announcer {
  const views = soon(quietMilliseconds, async () => {
    if (asked.views) await connection.sendNotification(viewsChangedMethod).catch(() => {});
  });
  const lenses = soon(quietMilliseconds, async () => {
    if (client.refreshesLenses) await connection.sendRequest('workspace/codeLens/refresh').catch(() => {});
    if (client.refreshesHints) await connection.sendRequest('workspace/inlayHint/refresh').catch(() => {});
  });
  return {
    ...announcer,
    edited(uri) {
      announcer.edited(uri);
      views();
    },
    changed(uris) {
      announcer.changed(uris);
      views();
    },
    all() {
      announcer.all();
      views();
      lenses();
    },
  };
}
