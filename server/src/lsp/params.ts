/** Parameters of requests, looked at before they are used. Wrong ones end in the one fixed error. */
import { ErrorCodes, ResponseError } from 'vscode-jsonrpc';
import type { Position, Text } from '../core/text.ts';
import type { Span } from '../core/model.ts';

export function invalidParams(): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidParams, 'The parameters of this request are not valid.');
}

export function objectIn(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalidParams();
  return value as Record<string, unknown>;
}

export function listIn(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw invalidParams();
  return value;
}

export function textIn(value: unknown): string {
  if (typeof value !== 'string') throw invalidParams();
  return value;
}

export function wholeNumberIn(value: unknown): number {
  if (!Number.isInteger(value)) throw invalidParams();
  return value as number;
}

/** `params.textDocument.uri`. */
export function documentUri(params: unknown): string {
  return textIn(objectIn(objectIn(params)['textDocument'])['uri']);
}

/** The same where there is one; null where the request is about something else, or wrong. */
export function uriAskedAbout(params: unknown): string | null {
  const uri = (params as { textDocument?: { uri?: unknown } | null } | null | undefined)?.textDocument?.uri;
  return typeof uri === 'string' ? uri : null;
}

/** Negative numbers count as 0. */
export function positionIn(value: unknown): Position {
  const { line, character } = objectIn(value);
  return { line: Math.max(0, wholeNumberIn(line)), character: Math.max(0, wholeNumberIn(character)) };
}

/** Inside the text, whatever the positions say; one that is written backwards is turned round. */
export function spanIn(value: unknown, text: Text): Span {
  const { start, end } = objectIn(value);
  const [one, other] = [text.offsetAt(positionIn(start)), text.offsetAt(positionIn(end))];
  return { start: Math.min(one, other), end: Math.max(one, other) };
}
