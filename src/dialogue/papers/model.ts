import type { IsoDate } from '../../legal/model.ts';

/** Papers of the one-stop counter that an official fills in and signs. */
export const PAPER_KINDS = ['bo_sung', 'tu_choi', 'xin_loi'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** What an answer about a procedure knows; everything else on the paper is a blank for the official. */
export interface PaperContent {
  readonly kind: PaperKind;
  readonly procedure: { readonly name: string; readonly code: string };
  /** "phường Mỹ Thượng"; empty when the official's commune is not known. */
  readonly commune: string;
  /** Citations of the answer, each as it is printed, with what the source says. */
  readonly basis: readonly { readonly label: string; readonly quote: string }[];
  /** The day on which the basis was looked up. */
  readonly checked: IsoDate;
}

/** A file ready to be sent or downloaded. */
export interface PaperFile {
  readonly fileName: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}
