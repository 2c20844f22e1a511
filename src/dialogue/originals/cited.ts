import type { DocumentId } from '../../legal/model.ts';
import type { Dialogue } from '../dialogue.ts';
import type { Audience, Channel, PersonId, SourceView } from '../model.ts';
import type { OriginalFile, PagePicture, PagePictures } from './model.ts';

export type SourceRequest = Parameters<Dialogue['source']>[0];

export interface CitedOriginals {
  /** What of the original behind a source can be shown to this person; undefined when nothing can. */
  has(request: SourceRequest): Promise<{ readonly pages: number | undefined } | undefined>;
  file(request: SourceRequest): Promise<OriginalFile | undefined>;
  /** The page the source stands on, the cited lines marked. Undefined: the format has no pages, or no original is kept. */
  picture(
    request: SourceRequest,
  ): Promise<{ readonly picture: PagePicture; readonly source: SourceView } | 'busy' | undefined>;
}

/** The papers behind the sources of logged answers; the rights to question and document are checked at every call. */
export function createCitedOriginals(deps: {
  readonly source: Dialogue['source'];
  /** The file, when this person may have it there. */
  readonly original: (
    by: PersonId,
    document: DocumentId,
    channel: Channel,
    audience?: Audience,
  ) => Promise<OriginalFile | undefined>;
  readonly pictures: PagePictures;
}): CitedOriginals {
  async function found(request: SourceRequest) {
    const source = await deps.source(request);
    if (source === undefined) return undefined;
    const { person, channel, audience } = request;
    const file = await deps.original(person, source.documentId as DocumentId, channel, audience);
    return file && { source, file };
  }
  return {
    async has(request) {
      const both = await found(request);
      return both && { pages: await deps.pictures.pages(both.file) };
    },
    async file(request) {
      return (await found(request))?.file;
    },
    async picture(request) {
      const both = await found(request);
      if (both === undefined) return undefined;
      const { source, file } = both;
      const cited = { quote: source.quote, context: source.text };
      const picture = await deps.pictures.page(file, source.page ?? 1, cited);
      return picture === undefined || picture === 'busy' ? picture : { picture, source };
    },
  };
}
