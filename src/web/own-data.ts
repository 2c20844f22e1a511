import { Hono } from 'hono';
import type { LoggedQuestion, Person } from '../dialogue/model.ts';
import type { WebEnv } from './context.ts';
import type { WebDeps } from './deps.ts';

const BATCH = 200;

/** Everything stored about the person who asks, at once (Decree 356/2025/NĐ-CP allows two working days). */
export function ownDataRoutes(deps: WebDeps): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get('/tai-khoan/du-lieu.json', async (c) => {
    const person = c.get('person');
    await deps.audit.write({
      at: deps.now().toISOString(),
      by: person.id,
      action: 'own_data_exported',
      subject: person.id,
    });
    return c.body(jsonStream(pieces(deps, person)), 200, {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="du-lieu-cua-toi.json"',
    });
  });
  return app;
}

async function* pieces(deps: WebDeps, person: Person): AsyncGenerator<string> {
  const sessions = (await deps.signin.sessions(person.id)).map(({ createdAt, expiresAt, userAgent }) => ({
    createdAt,
    expiresAt,
    userAgent,
  }));
  const notices = await deps.notices.of(person.id, 1000);
  const following = (await deps.digest?.subscriptions.of(person.id)) ?? [];
  yield `{"person":${JSON.stringify(person)},"sessions":${JSON.stringify(sessions)},"notices":${JSON.stringify(notices)},"following":${JSON.stringify(following)},"questions":[`;
  let last: LoggedQuestion | undefined;
  for (;;) {
    const rows = await deps.questions.list(
      { person: person.id },
      { limit: BATCH, ...(last && { before: last.id }) },
    );
    for (const row of rows) {
      yield `${last ? ',' : ''}\n${JSON.stringify(row)}`;
      last = row;
    }
    if (rows.length < BATCH) break;
  }
  yield ']}\n';
}

function jsonStream(source: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const next = await source.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    async cancel() {
      await source.return(undefined);
    },
  });
}
