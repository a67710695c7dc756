/** The identity of a finding from one run to the next. */
import { createHash } from 'node:crypto';
import type { FileReport, LocatedDiagnostic, SuppressedDiagnostic } from './reporter.ts';

/**
 * Every finding of a file with its fingerprint. Without line numbers in it, a finding that only moved stays the same
 * one; equal findings of a file are told apart by counting them.
 */
export function fingerprinted(
  file: FileReport,
): { diagnostic: LocatedDiagnostic | SuppressedDiagnostic; fingerprint: string }[] {
  const seen = new Map<string, number>();
  return [...file.diagnostics, ...file.suppressed].map((diagnostic) => {
    const identity = JSON.stringify([file.path, diagnostic.rule, diagnostic.message]);
    const copies = seen.get(identity) ?? 0;
    seen.set(identity, copies + 1);
    return { diagnostic, fingerprint: createHash('sha256').update(`${copies} ${identity}`).digest('hex') };
  });
}
