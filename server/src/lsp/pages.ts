/** Pages that are made for reading: the 360 record, the hand-over pack, the configuration explained. */
import { explainConfiguration } from '../core/explain-configuration.ts';
import { slug } from '../core/slug.ts';
import { handOverText } from '../core/write/hand-over.ts';
import { recordText, usualPeriod } from '../core/write/record.ts';
import { objectIn, textIn } from './params.ts';
import type { PageAnswer } from './protocol.ts';
import type { Session } from './session.ts';
import { below } from './uris.ts';

export async function pageOf(session: Session, params: unknown): Promise<PageAnswer | null> {
  const { kind, uri } = objectIn(params);
  const file = textIn(uri);
  await session.ready();
  if (kind === 'configuration') return configurationPage(session, file);
  const request = session.workspace.request(file);
  if (request === null) return null;
  const { series, context } = request;
  const person = slug(series.report ?? '') || 'report';
  const folder = session.workspace.folderOf(file).uri;
  // Beside no notes: a page of them must not be taken for one.
  const path = kind === 'record' ? `360-record-${person}.md` : `hand-over-${person}.md`;
  const text =
    kind === 'record' ? recordText(series, usualPeriod(context), path, context) : handOverText(series, path, context);
  return { text, uri: folder === null ? null : below(folder, path) };
}

// ---------------------------------------------------------------------------------------------------------------

function configurationPage({ workspace }: Session, file: string): PageAnswer {
  const { path, file: configuration, context, recognition } = workspace.folderOf(file).explain(file);
  const values = explainConfiguration(context.configuration, configuration);
  const lines = values.map(
    ({ key, value, source, line }) =>
      `- \`${key}\`: ${shown(value)} (${source === 'default' ? 'the default' : `line ${line! + 1} of the file`})`,
  );
  const problems = configuration?.problems.length ?? 0;
  const text = [
    `# How ${path} is read`,
    recognition === null
      ? 'It is no 1:1 document.'
      : `It is ${recognition.recognised ? 'a' : 'no'} 1:1 document. ${recognition.why}`,
    configuration === null
      ? 'No `.one-on-one.yaml` stands in its folder or above it, so the defaults apply.'
      : `\`${configuration.path}\` applies: it is the nearest one upwards.`,
    ...(problems > 0 ? [`${problems} of its values are not valid and do not count; they are marked in the file.`] : []),
    lines.join('\n'),
  ].join('\n\n');
  return { text: `${text}\n`, uri: null };
}

function shown(value: unknown): string {
  if (value === null || JSON.stringify(value) === '{}') return 'nothing';
  const list = Array.isArray(value) ? value : [value];
  return list.map((one) => `\`${typeof one === 'string' ? one : JSON.stringify(one)}\``).join(', ');
}
