// What a process and all its children have used of the machine. Linux tells; elsewhere the figures are null.
import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds that all threads were on a processor, and that they waited for one. */
export function processorTime(pid) {
  let ran = 0;
  let waited = 0;
  for (const id of tree(pid)) {
    for (const thread of listed(`/proc/${id}/task`)) {
      const [on = 0, waiting = 0] = read(`/proc/${id}/task/${thread}/schedstat`).split(' ').map(Number);
      ran += on;
      waited += waiting;
    }
  }
  return { ran: ran / 1e6, waited: waited / 1e6 };
}

/** By number of a thread, the milliseconds that it was on a processor, and that it waited for one. */
export function threadTimes(pid) {
  return new Map(
    listed(`/proc/${pid}/task`).flatMap((thread) => {
      const [ran = 0, waited = 0] = read(`/proc/${pid}/task/${thread}/schedstat`).split(' ').map(Number);
      return ran > 0 ? [[thread, { ran: ran / 1e6, waited: waited / 1e6 }]] : [];
    }),
  );
}

/** Milliseconds that the main thread was on a processor: while it is, nothing else is answered. */
export function mainThreadTime(pid) {
  return Number(read(`/proc/${pid}/task/${pid}/schedstat`).split(' ')[0] ?? 0) / 1e6;
}

/** Resident megabytes: now, and the most there were. */
export function memory(pid) {
  const sum = (field) =>
    tree(pid)
      .map((id) => Number(new RegExp(`${field}:\\s+(\\d+)`).exec(read(`/proc/${id}/status`))?.[1] ?? 0) / 1024)
      .reduce((total, one) => total + one, 0) || null;
  return { now: sum('VmRSS'), peak: sum('VmHWM') };
}

/**
 * Waits until a process has nothing more to do. Gives the milliseconds from now to the end of its last work: a process
 * that waits for a processor on a busy machine is not idle.
 */
export async function idle(pid, { quiet = 600, longest = 300_000 } = {}) {
  const begin = performance.now();
  let lastWork = begin;
  let before = processorTime(pid);
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 25));
    const used = processorTime(pid);
    const now = performance.now();
    if (used.ran + used.waited - before.ran - before.waited > 2) lastWork = now;
    before = used;
    if (now - lastWork > quiet || now - begin > longest) return lastWork - begin;
  }
}

function tree(pid) {
  const children = listed(`/proc/${pid}/task`).flatMap((thread) =>
    read(`/proc/${pid}/task/${thread}/children`).split(' ').filter(Boolean),
  );
  return [pid, ...children.flatMap((child) => tree(Number(child)))];
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function listed(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
