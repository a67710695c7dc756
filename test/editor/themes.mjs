/** The looks that a person may have chosen. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** By a short name: the theme's own name, and the class of a window that shows it. */
const themes = {
  light: { name: 'Default Light Modern', shown: '.vs' },
  dark: { name: 'Default Dark Modern', shown: '.vs-dark' },
  'high-contrast': { name: 'Default High Contrast', shown: '.hc-black' },
  'high-contrast-light': { name: 'Default High Contrast Light', shown: '.hc-light' },
};

export const allThemes = Object.keys(themes);

/** Settings of a folder in place of those that it had. VS Code follows them at once, unlike those of the user here. */
export function useSettings(folder, settings) {
  mkdirSync(path.join(folder, '.vscode'), { recursive: true });
  writeFileSync(path.join(folder, '.vscode/settings.json'), JSON.stringify(settings));
}

/** Gives the window another theme, by a setting of its folder. */
export async function useTheme({ page }, folder, theme) {
  const { name, shown } = themes[theme];
  useSettings(folder, { 'workbench.colorTheme': name });
  await page.locator(`.monaco-workbench${shown}`).waitFor();
}

/** Takes a picture in each theme, and goes back to the first. */
export async function inEachTheme(workbench, folder, name) {
  for (const theme of allThemes) {
    await useTheme(workbench, folder, theme);
    await workbench.screenshot(`${name}-${theme}`);
  }
  await useTheme(workbench, folder, allThemes[0]);
}
