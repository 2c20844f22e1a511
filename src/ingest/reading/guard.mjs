// A thread of the reading process (plain JavaScript: it must start at once, without a loader). It goes on while a
// reader is caught in a loop, and ends the process when that takes too much memory or when nobody waits for it any more.
import { workerData } from 'node:worker_threads';

const { rssMb, parent } = workerData;

setInterval(() => {
  if (process.ppid !== parent || process.memoryUsage.rss() > rssMb * 1024 * 1024)
    process.kill(process.pid, 'SIGKILL');
}, 50);
