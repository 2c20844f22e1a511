// A thread of the reading process (plain JavaScript: it must start at once, without a loader). It goes on while a
// reader is caught in a loop, and ends the process when that takes too much memory (SIGKILL), when it neither finishes a
// page nor comes back to its event loop for too much processor time (SIGXCPU: timers of its own cannot fire then), or
// when nobody waits for it any more.
import { workerData } from 'node:worker_threads';

const { rssMb, stuckCpuMs, parent, beats } = workerData;

const end = (signal) => process.kill(process.pid, signal);
let seen = -1;
let since = process.cpuUsage();

setInterval(() => {
  if (process.ppid !== parent || process.memoryUsage.rss() > rssMb * 1024 * 1024) end('SIGKILL');
  const beat = Atomics.load(beats, 0);
  const { user, system } = process.cpuUsage(since);
  if ((user + system) / 1000 > stuckCpuMs) end('SIGXCPU');
  if (beat === seen) return;
  seen = beat;
  since = process.cpuUsage();
}, 50);
