/** The processor's time for some work in milliseconds, the best of some rounds: other work on the machine does not count. */
export function processorTime(work: () => unknown, rounds = 4): number {
  let best = Infinity;
  for (let round = 0; round < rounds; round++) {
    const began = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(began);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}
