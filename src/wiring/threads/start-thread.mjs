// A thread is not reached by the `--import tsx` of its process (Node 20): it registers tsx itself before it loads TypeScript.
import { workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
await import(workerData.script);
