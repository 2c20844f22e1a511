import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { get as httpGet, type IncomingMessage } from 'node:http';
import { type Agent, get as httpsGet } from 'node:https';
import { isAbsolute } from 'node:path';
import { type Api, GrammyError, HttpError } from 'grammy';

/** Bots of Telegram's own server fetch files up to this size; a local Bot API server has no such limit. */
export const CLOUD_FILE_BYTES = 20 * 1024 * 1024;
const SILENT_FOR_MS = 60_000;

export interface TelegramFiles {
  /** True when files over 20 MB can be had. */
  readonly large: boolean;
  /**
   * The bytes of a file, kept in memory only: a file that turns out to be secret must leave nothing behind.
   * @throws FileTooLarge, FileGone, HttpError (try again later), GrammyError (Telegram says no)
   */
  download(api: Api, fileId: string, maxBytes: number): Promise<Uint8Array>;
  /** Removes the copy that a Bot API server on this machine keeps. Best effort. */
  forget(api: Api, fileId: string): Promise<void>;
}

export class FileTooLarge extends Error {
  constructor() {
    super('file over the limit');
    this.name = 'FileTooLarge';
  }
}

/** Telegram no longer has the file, or will not give it. */
export class FileGone extends Error {
  constructor() {
    super('file not available');
    this.name = 'FileGone';
  }
}

/** Own download, because @grammyjs/files knows https without a proxy only, checks no status and has no limit. */
export function createTelegramFiles(options: {
  readonly token: string;
  readonly apiRoot?: string;
  readonly agent?: Agent;
}): TelegramFiles {
  const root = options.apiRoot ?? 'https://api.telegram.org';
  // A server of one's own may answer with a path on this machine; Telegram's never may.
  const local = options.apiRoot !== undefined;
  return {
    large: local,
    async download(api, fileId, maxBytes) {
      const path = await pathOf(api, fileId);
      if (isAbsolute(path) && local) return readLocal(path, maxBytes);
      return fetchBytes(new URL(`${root}/file/bot${options.token}/${path}`), maxBytes, options.agent);
    },
    async forget(api, fileId) {
      if (!local) return;
      const path = await pathOf(api, fileId).catch(() => '');
      if (isAbsolute(path)) await rm(path, { force: true }).catch(() => {});
    },
  };
}

async function pathOf(api: Api, fileId: string): Promise<string> {
  try {
    return (await api.getFile(fileId)).file_path ?? '';
  } catch (error) {
    if (error instanceof GrammyError && /file is too big/i.test(error.description)) throw new FileTooLarge();
    if (error instanceof GrammyError && error.error_code === 400) throw new FileGone();
    throw error;
  }
}

async function readLocal(path: string, maxBytes: number): Promise<Uint8Array> {
  if ((await stat(path)).size > maxBytes) throw new FileTooLarge();
  return collect(createReadStream(path), maxBytes);
}

/** The address carries the token: it must not get into an error's words. */
async function fetchBytes(url: URL, maxBytes: number, agent: Agent | undefined): Promise<Uint8Array> {
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const request =
        url.protocol === 'http:'
          ? httpGet(url, resolve)
          : httpsGet(url, { ...(agent !== undefined && { agent }) }, resolve);
      request.setTimeout(SILENT_FOR_MS, () => request.destroy(new Error('no answer')));
      request.once('error', reject);
    });
    if (response.statusCode !== 200) {
      response.destroy();
      const { statusCode = 0 } = response;
      if (statusCode >= 400 && statusCode < 500 && statusCode !== 429) throw new FileGone();
      throw new Error(`status ${response.statusCode}`);
    }
    return await collect(response, maxBytes);
  } catch (error) {
    if (error instanceof FileTooLarge || error instanceof FileGone) throw error;
    const why = error instanceof Error ? error.message.replaceAll(url.pathname, '') : '';
    throw new HttpError(`file download failed: ${why}`, undefined);
  }
}

async function collect(stream: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of stream) {
    size += part.length;
    if (size > maxBytes) throw new FileTooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts, size);
}
