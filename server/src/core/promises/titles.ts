/** Titles above promises: what they say of the items below, and whose they are. */
import type { Meaning } from '../model.ts';
import { fold } from '../names.ts';

export type TitleKind = 'actions' | 'agenda' | 'closed' | 'other';

const action =
  "(?:action(?: item| point)?s?|next steps?|to[- ]?do['\u2019]?s?|follow[- ]?ups?|commitments|promises|aufgaben|ma\u00DFnahmen|n\u00E4chste schritte|prochaines \u00E9tapes|t\u00E2ches|pr\u00F3ximos pasos|tareas|prossimi passi|azioni|pr\u00F3ximos passos|tarefas|a\u00E7\u00F5es)";
const around =
  /^(?:my|our|your|open|new|agreed|old|previous|carried over|meine|offene|neue|mes|nos|mis|i miei|minhas)\s+/u;
const trail =
  /\s*(?:from|since|of|until|before|after|vom|aus|de|du|desde)\s+(?:the )?(?:last|previous|letzten?|derni\u00E8re?|today|this)(?:\s.*)?$/u;
const actions = new RegExp(`^${action}$`, 'u');
const actionWords = new RegExp(`(?<![\\p{L}\\p{N}])${action}(?![\\p{L}\\p{N}])`, 'u');
const agendaWords =
  /(?<![\p{L}\p{N}])(?:agenda|topics?|talking points|discussion (?:points|topics|items)|(?:to|for) discuss(?:ion)?|questions?|parking lot|check-?lists?|prep|preparation|ideas|next (?:time|meeting|1[:-]1|one-on-one|sync)|n\u00E4chstes mal|la prochaine fois|tagesordnung|themen|fragen|vorbereitung|checkliste|ordre du jour|sujets|pr\u00E9paration|temas|orden del d\u00EDa|preguntas|preparaci\u00F3n|argomenti|ordine del giorno|domande|preparazione|pauta|t\u00F3picos|perguntas|prepara\u00E7\u00E3o)(?![\p{L}\p{N}])/u;

/** What stands under a title. Checkpoints, summaries and the like are closed: what they hold is no promise. */
export function kindOfTitle(title: string, meaning: Meaning | null): TitleKind {
  switch (meaning) {
    case 'promises':
      return 'actions';
    case 'agenda':
    case 'ideas':
      return 'agenda';
    case 'focus-area':
    case 'responsibility':
    case 'goals':
    case 'targets':
      return 'other';
    case 'checkpoint':
    case 'focus-areas':
    case 'summary':
    case 'efw':
    case 'standing-agenda':
      return 'closed';
    default:
      break;
  }
  if (title.length > 80) return 'other';
  const core = coreOf(title);
  if (core.split(/ ?[/&+,] ?| (?:and|und|et|e|y) /u).every(isActions)) return 'actions';
  if (splitOwner(title) !== null) return 'actions';
  return agendaWords.test(core) ? 'agenda' : 'other';
}

/** `Action items`, `our open actions`, `follow-ups from last week`. */
function isActions(name: string): boolean {
  return actions.test(name.replace(trail, '').replace(around, ''));
}

/**
 * The part of a title that may name the owners of what stands below: all of `Dana`, and the name in `Dana's actions`,
 * `Action items for Dana`, `Next steps (Dana)`. Whether it is a name is for the cast to say.
 */
export function ownerInTitle(title: string): string | null {
  if (title.length > 80) return null;
  const text = withoutOrnament(title);
  const beside = splitOwner(title);
  if (beside !== null) return beside;
  if (actions.test(coreOf(title))) return null;
  if (/^(?:my|meine|mes|mis|minhas|i miei)\s/iu.test(text) && actionWords.test(fold(text))) return 'me';
  return possessiveOf(text);
}

/** The name beside words for actions; null where there are no such words, or nothing beside them. */
function splitOwner(title: string): string | null {
  const text = withoutOrnament(title);
  const match = actionWords.exec(text.toLowerCase());
  if (match === null || match[0].length === text.length) return null;
  const before = text.slice(0, match.index).replace(/[\s\u2013\u2014:|-]+$/u, '');
  const after = text.slice(match.index + match[0].length).trim();
  if (after === '') {
    const owner = /^(?<name>.+)['\u2019]s?$/u.exec(before)?.groups?.name;
    if (owner !== undefined) return owner;
    return /\s[\u2013\u2014:|-]$/u.test(text.slice(0, match.index).trimEnd()) ? before : null;
  }
  if (before !== '') return null;
  return (
    /^(?:for|f\u00FCr|von|pour|para|per|of) (?<name>.+)$/iu.exec(after)?.groups?.name ??
    /^[([](?<name>[^()[\]]+)[)\]]$/u.exec(after)?.groups?.name ??
    /^[\u2013\u2014:|-] ?(?<name>\S.*)$/u.exec(after)?.groups?.name ??
    null
  );
}

function possessiveOf(text: string): string {
  return text.replace(/^for\s+/iu, '').replace(/['\u2019]s$/u, '');
}

function withoutOrnament(title: string): string {
  return title
    .replace(/^[^\p{L}\p{N}@]+/u, '')
    .replace(/[:\s]+$/u, '')
    .trim();
}

function coreOf(title: string): string {
  return fold(withoutOrnament(title).replace(/\([^()]*\)/g, ' '))
    .replace(/^\d{1,2}[.)] /, '')
    .replace(/[^\p{L}\p{N}]+$/u, '');
}
