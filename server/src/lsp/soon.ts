/** Somebody who goes on and on is not waited for longer than this many times the quiet moment. */
const patience = 20;

/** Runs once things have been quiet for a moment, but does not wait for ever; never twice at the same time. */
export function soon(quiet: number, run: () => Promise<void>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since = 0;
  let running = false;
  const start = async (): Promise<void> => {
    timer = undefined;
    if (running) return again();
    running = true;
    await run().catch(() => {});
    running = false;
  };
  const again = (): void => {
    const now = performance.now();
    if (timer === undefined) since = now;
    clearTimeout(timer);
    timer = setTimeout(() => void start(), Math.max(0, Math.min(quiet, since + patience * quiet - now)));
  };
  return again;
}
