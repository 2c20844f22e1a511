import type { MiddlewareHandler } from 'hono';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { dayInVietnam } from '../legal/calendar/today.ts';
import { routeOf, type WebEnv } from './context.ts';
import type { WebDeps } from './deps.ts';

export interface Metrics {
  /** Counts and times every request under its route's pattern: never a path, which holds ids and tokens. */
  readonly measured: MiddlewareHandler<WebEnv>;
  /** Prometheus text. */
  scrape(): Promise<{ body: string; contentType: string }>;
}

/** Own registry, so that two apps in one process (tests) do not clash. Labels hold no personal data. */
export function createMetrics(deps: WebDeps): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const labelNames = ['method', 'route', 'status'];
  const requests = new Counter({
    name: 'tlcx_http_requests_total',
    help: 'HTTP requests.',
    labelNames,
    registers,
  });
  const seconds = new Histogram({
    name: 'tlcx_http_request_duration_seconds',
    help: 'Time until the response, in seconds.',
    labelNames,
    buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10],
    registers,
  });
  const { admin } = deps;
  if (admin) {
    new Gauge({
      name: 'tlcx_questions_today',
      help: 'Questions of this day in Vietnam, by status.',
      labelNames: ['status'],
      registers,
      async collect() {
        const today = dayInVietnam(deps.now());
        this.reset();
        for (const row of await admin.desk.days(today, today))
          this.inc({ status: row.status }, row.questions);
      },
    });
    new Gauge({
      name: 'tlcx_documents',
      help: 'Stored documents, by state.',
      labelNames: ['state'],
      registers,
      async collect() {
        const { serving, withdrawn } = await admin.documents.counts();
        this.set({ state: 'serving' }, serving);
        this.set({ state: 'withdrawn' }, withdrawn);
      },
    });
    const { vectors } = admin;
    if (vectors) {
      new Gauge({
        name: 'tlcx_vectors_lacking',
        help: 'Serving documents, and chunks of them, without vectors.',
        labelNames: ['of'],
        registers,
        async collect() {
          const { documents, chunks } = await vectors();
          this.set({ of: 'documents' }, documents.lacking);
          this.set({ of: 'chunks' }, chunks.lacking);
        },
      });
      new Gauge({
        name: 'tlcx_embedding_endpoint_down',
        help: '1 while the last call of the embedding endpoint failed.',
        registers,
        async collect() {
          this.set((await vectors()).endpoint === 'down' ? 1 : 0);
        },
      });
    }
    new Gauge({
      name: 'tlcx_review_queue',
      help: 'Questions waiting for review, counted to 10000.',
      registers,
      async collect() {
        this.set(await admin.desk.queueLength(10_000));
      },
    });
  }
  return {
    measured: async (c, next) => {
      const started = performance.now();
      await next();
      const labels = { method: c.req.method, route: routeOf(c), status: String(c.res.status) };
      requests.inc(labels);
      seconds.observe(labels, (performance.now() - started) / 1000);
    },
    scrape: async () => ({ body: await registry.metrics(), contentType: registry.contentType }),
  };
}
