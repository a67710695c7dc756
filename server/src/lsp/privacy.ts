/** What is found about privacy over all folders, asked for at once. */
import { rangeOf } from '../features/diagnostics.ts';
import type { PrivacyAnswer } from './protocol.ts';
import type { Session } from './session.ts';

const rules: readonly string[] = ['published-notes', 'pay-figure'];

export async function privacyOf(session: Session): Promise<PrivacyAnswer> {
  await session.ready();
  const { workspace } = session;
  const uris = workspace.folders().flatMap((folder) => folder.uris());
  const findings = uris.flatMap((uri) => {
    const text = workspace.textOf(uri);
    if (text === null) return [];
    return workspace
      .findings(uri)
      .filter(({ rule }) => rules.includes(rule))
      .map(({ rule, message, span }) => ({ rule, message, place: { uri, range: rangeOf(text, span) } }));
  });
  return { documents: uris.filter((uri) => workspace.request(uri) !== null).length, findings };
}
