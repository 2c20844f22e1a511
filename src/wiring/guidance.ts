import { join } from 'node:path';
import type { App } from '../app.ts';
import { createGuidanceFiles } from '../dialogue/review/guidance-files.ts';
import type { GuidanceDeps } from '../dialogue/review/guidance-notices.ts';
import type { GuidancePublisher } from '../dialogue/review/model.ts';

/** The one way by which approved answers and opinions come to serve: files in DATA_DIR, read like every other
 * document under the writer's lock, into the change feed. */
export function guidanceFiles(app: App): GuidancePublisher {
  return createGuidanceFiles({
    folder: join(app.config.dataDir, 'guidance'),
    async ingest(file) {
      const { files } = await app.ingest([file], { own: true });
      const [read] = files;
      return read?.status === 'added' || read?.status === 'updated'
        ? undefined
        : (read?.reason ?? read?.status);
    },
    documents: app.review.documents,
    now: app.now,
  });
}

export function wireGuidance(app: App): GuidanceDeps {
  return {
    ...app.stores,
    ...app.review,
    chunks: app.documents,
    guidance: guidanceFiles(app),
    now: app.now,
  };
}
