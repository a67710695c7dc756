/** The panel of Show Quarter: one, beside the document, about the document that it was asked for or that came in front. */
import { env, l10n, Uri, ViewColumn, window } from 'vscode';
import type { Disposable, Webview, WebviewPanel } from 'vscode';
import { quarterMethod } from '../../../server/src/lsp/protocol.ts';
import type { QuarterAnswer, QuarterQuestion } from '../../../server/src/lsp/protocol.ts';
import type { App } from '../app.ts';
import { openPlace } from '../open.ts';
import { placeOf, quarterContent, quarterPage } from './page.ts';

export interface QuarterPanel extends Disposable {
  show(question: QuarterQuestion): Promise<void>;
}

export function quarterPanelOf({ server, front, media }: Pick<App, 'server' | 'front'> & { media: Uri }): QuarterPanel {
  let panel: WebviewPanel | undefined;
  let question: QuarterQuestion | undefined;
  let answer: QuarterAnswer | null = null;
  let shown = '';
  let asked = 0;

  /** Gives false where another question came meanwhile. */
  const ask = async (next: QuarterQuestion): Promise<boolean> => {
    question = next;
    const own = ++asked;
    const given = await server.ask<QuarterAnswer>(quarterMethod, next);
    // Quarters may be called otherwise by now: then the current one.
    const isUnknown = given === null && next.label !== undefined && own === asked;
    if (isUnknown) return ask({ uri: next.uri });
    if (own !== asked) return false;
    answer = given;
    return true;
  };
  const update = async (next: QuarterQuestion): Promise<void> => {
    if (!(await ask(next)) || panel === undefined) return;
    panel.title = titleOf(answer);
    const content = quarterContent(answer, l10n.t);
    if (content === shown) return;
    shown = content;
    await panel.webview.postMessage({ content });
  };
  const again = (): void => {
    // A hidden page is made anew when it is shown, and asks by itself.
    if (panel?.visible && question !== undefined) void update(question);
  };
  const heard = async (message: unknown): Promise<void> => {
    const { ready, show, open } = Object(message) as { ready?: unknown; show?: unknown; open?: unknown };
    if (question === undefined) return;
    if (ready === true) {
      shown = '';
      return update(question);
    }
    if (typeof show === 'string') return update({ uri: question.uri, label: show });
    const place = answer && placeOf(open, answer);
    if (place) await openPlace(place, ViewColumn.One);
  };
  const made = (): WebviewPanel => {
    const created = window.createWebviewPanel('oneOnOne.quarter', '1:1', ViewColumn.Beside, {
      enableScripts: true,
      localResourceRoots: [media],
    });
    created.webview.onDidReceiveMessage(heard);
    created.onDidDispose(() => (panel = undefined));
    return created;
  };
  const watching = [
    server.onDidChangeViews(again),
    server.onDidChangeState(again),
    front.onDidChange(() => {
      const uri = window.activeTextEditor?.document.uri.toString();
      const isOther = uri !== undefined && front.document !== null && uri !== question?.uri;
      if (panel?.visible && isOther) void update({ uri });
    }),
  ];
  return {
    async show(next) {
      if (!(await ask(next))) return;
      if (panel === undefined) {
        panel = made();
        shown = quarterContent(answer, l10n.t);
        panel.webview.html = pageIn(panel.webview, media, shown);
      } else {
        panel.reveal();
        await update(next);
      }
      panel.title = titleOf(answer);
    },
    dispose() {
      panel?.dispose();
      for (const one of watching) one.dispose();
    },
  };
}

function pageIn(webview: Webview, media: Uri, content: string): string {
  const address = (name: string): string => webview.asWebviewUri(Uri.joinPath(media, name)).toString();
  // Without a bundle for it, our words are English whatever the editor speaks.
  const language = l10n.bundle === undefined ? 'en' : env.language;
  return quarterPage({
    ...{ language, nonce: nonce(), content },
    ...{ script: address('quarter.js'), style: address('quarter.css') },
  });
}

function titleOf(answer: QuarterAnswer | null): string {
  return answer === null ? '1:1 Quarter' : `${answer.name}: ${answer.label}`;
}

/** 128 bits that nobody can guess. */
function nonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
