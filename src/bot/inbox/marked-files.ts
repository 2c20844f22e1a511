import type { Message, Update } from 'grammy/types';
import { levelInWords } from '../../ingest/safety/marked-words.ts';
import type { SecretLevel } from '../../ingest/safety/stamp-words.ts';

/** The level that the sender of a file gives it, in its name or in the words beside it. */
export function levelOfFile({ document, photo, caption = '' }: Message): SecretLevel | undefined {
  if (document === undefined && photo === undefined) return undefined;
  const stem = (document?.file_name ?? '').replace(/\.\p{L}{1,5}$/u, '');
  return levelInWords(caption) ?? levelInWords(stem);
}

/** Updates are stored before they are handled; of a file that its sender calls secret neither name nor words are: the
 * level alone stays, as its caption. */
export function withoutMarkedWords(update: Update): Update {
  const bare = (message: Message | undefined) => {
    const level = message && levelOfFile(message);
    if (message === undefined || level === undefined) return undefined;
    const { caption: _, caption_entities: __, ...rest } = message;
    const { file_name: ___, ...file } = rest.document ?? {};
    return { ...rest, caption: level, ...(rest.document !== undefined && { document: file }) } as Message;
  };
  const message = bare(update.message);
  const edited = bare(update.edited_message);
  return {
    ...update,
    ...(message !== undefined && { message: message as NonNullable<Update['message']> }),
    ...(edited !== undefined && { edited_message: edited as NonNullable<Update['edited_message']> }),
  };
}
