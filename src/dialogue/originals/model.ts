/** The file a document was read from. */
export interface OriginalFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** A passage to be marked on a page: the quotation, and the text around it that tells equal sentences apart. */
export interface CitedPassage {
  readonly quote: string;
  readonly context?: string;
}

export interface PagePicture {
  /** JPEG. */
  readonly picture: Uint8Array;
  /** From 1; the page after the one asked for when the passage stands there. */
  readonly page: number;
  /** The passage was found on the page and is marked. */
  readonly marked: boolean;
}

/** Draws pages of PDF files and pictures; other formats have no pages of their own. */
export interface PagePictures {
  /** How many pages can be drawn: 0 for other formats and files that do not open; undefined while a file is still being
   * opened for the first time: no page of ours waits for that. */
  pages(original: OriginalFile): Promise<number | undefined>;
  /** Pages count from 1. Undefined: no such page; `busy`: too many wait already. */
  page(
    original: OriginalFile,
    number: number,
    cited?: CitedPassage,
  ): Promise<PagePicture | 'busy' | undefined>;
}
