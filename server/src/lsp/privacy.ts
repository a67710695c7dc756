/** What is found about privacy over all folders, asked for at once. */
import { rangeOf } from '../features/diagnostics.ts';
import type { PrivacyAnswer } from './protocol.ts';
import type { Session } from './session.ts';
import { pause } from './slices.ts';

const rules: readonly string[] = ['published-notes', 'pay-figure'];

export async function privacyOf(session: Session): Promise<PrivacyAnswer> {
  await session.ready();
  const { workspace } = session;
  const uris = workspace.folders().flatMap((folder) => folder.uris());
  const findings: PrivacyAnswer['findings'][number][] = [];
  for (const uri of uris) {
    await workspace.readAhead(uri);
    const text = workspace.textOf(uri);
    if (text === null) continue;
    for (const { rule, message, span } of workspace.findings(uri)) {
      if (rules.includes(rule)) findings.push({ rule, message, place: { uri, range: rangeOf(text, span) } });
    }
    await pause();
  }
  return { documents: uris.filter(workspace.isDocument).length, findings };
}
