/** A second client, which shares no code with VS Code: no pull diagnostics, no snippets, no configuration requests. */
import { fileURLToPath } from 'node:url';
import { isOnPath } from '../../scripts/install.mjs';
import { checks, playIn } from './other-editor.mjs';

export const title = 'the language server in Neovim';
export const editor = 'Neovim';
export const workspace = 'examples';

export function skip() {
  return isOnPath('nvim') ? null : 'nvim is not installed';
}

export function prepare(context) {
  return playIn(
    ['nvim', '--headless', '--clean', '-S', fileURLToPath(new URL('neovim.lua', import.meta.url))],
    context,
  );
}

export const steps = checks;
