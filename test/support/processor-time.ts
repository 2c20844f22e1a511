/** Milliseconds of processor time that the work took: unlike the clock's, no more on a machine that others use too. */
export function processorMs(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
