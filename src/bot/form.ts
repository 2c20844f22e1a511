import type { UploadField } from '../dialogue/uploads/model.ts';

/** A form that takes several messages; it survives a restart. One per person and chat. */
export type Form =
  | { readonly form: 'access'; readonly step: 'name' }
  | { readonly form: 'access'; readonly step: 'commune'; readonly name: string }
  | { readonly form: 'access'; readonly step: 'position'; readonly name: string; readonly commune: string }
  | { readonly form: 'move'; readonly person: string }
  | { readonly form: 'opinion'; readonly escalation: string }
  | { readonly form: 'delegation'; readonly step: 'matter' }
  | { readonly form: 'delegation'; readonly step: 'delegate'; readonly matter: string }
  | {
      readonly form: 'delegation';
      readonly step: 'decision';
      readonly matter: string;
      readonly delegate: string;
    }
  | {
      readonly form: 'delegation';
      readonly step: 'term';
      readonly matter: string;
      readonly delegate: string;
      readonly number: string;
      readonly date: string;
    }
  | { readonly form: 'guidance'; readonly step: 'basis'; readonly escalation: string }
  | {
      readonly form: 'guidance';
      readonly step: 'review';
      readonly escalation: string;
      readonly basis: string;
    }
  | { readonly form: 'guidance'; readonly step: 'return'; readonly guidance: string }
  | { readonly form: 'upload'; readonly upload: string; readonly field: UploadField | 'reason' };
