/** A third client, in Emacs: eglot, which asks for little and shows diagnostics by the sentence. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isOnPath } from '../../scripts/install.mjs';
import { checks, playIn } from './other-editor.mjs';

export const title = 'the language server in Emacs';
export const editor = 'Emacs';
export const workspace = 'examples';

const parts = "(progn (package-initialize) (require 'eglot) (require 'markdown-mode))";

/** Not installed by itself, as Neovim is: it takes 160 MB. */
export function skip() {
  if (!isOnPath('emacs')) return 'emacs is not installed (Debian: emacs-nox elpa-eglot elpa-markdown-mode)';
  const { status } = spawnSync('emacs', ['-q', '--batch', '--eval', parts]);
  return status === 0 ? null : 'Emacs has no eglot or no markdown-mode (Debian: elpa-eglot elpa-markdown-mode)';
}

export function prepare(context) {
  // Not `-Q`, with which Debian's packages are not found.
  return sentencesApart(
    playIn(['emacs', '-q', '--batch', '-l', fileURLToPath(new URL('emacs.el', import.meta.url))], context),
  );
}

export const steps = checks;

/** Eglot shows `1:1 [rule]: message` in one. */
function sentencesApart({ seen, ...rest }) {
  const apart = ({ line, text }) => {
    const [, rule, message] = /^1:1 \[([\w-]+)\]: (.*)$/s.exec(text) ?? [null, '', text];
    return { line, rule, message };
  };
  return { ...rest, seen: { ...seen, diagnostics: seen.diagnostics.map(apart), after: seen.after.map(apart) } };
}
