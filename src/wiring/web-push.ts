import webPush from 'web-push';
import type { SettingsStore } from '../dialogue/model.ts';
import type { PushSender } from '../dialogue/push/model.ts';

const KEY = 'push.vapid';
const TIMEOUT_MS = 10_000;
/** How long a push service keeps a message for a browser that is not there. */
const KEPT_SECONDS = 2 * 24 * 3600;

export interface WebPushOptions {
  readonly settings: SettingsStore;
  /** Whom a push service may turn to: https: or mailto: (RFC 8292). */
  readonly contact: string;
  readonly onFault: (error: unknown) => void;
}

/**
 * The sender with the keys of this installation. They are made at the first start and kept in the database of DATA_DIR,
 * beside the subscriptions that hang on them: a backup restores both or neither. The library encrypts and signs; the
 * request goes through fetch, so that HTTPS_PROXY, a timeout and no redirects hold for it as for everything else.
 */
export async function createWebPush({ settings, contact, onFault }: WebPushOptions): Promise<PushSender> {
  const keys = await vapidKeys(settings);
  return {
    publicKey: keys.publicKey,
    async send({ endpoint, p256dh, auth }, message) {
      try {
        const { headers, body } = webPush.generateRequestDetails(
          { endpoint, keys: { p256dh, auth } },
          message,
          {
            vapidDetails: { subject: contact, ...keys },
            TTL: KEPT_SECONDS,
            urgency: 'normal',
          },
        );
        const sendable = Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'content-length');
        const response = await fetch(endpoint, {
          method: 'POST',
          headers: sendable.map(([name, value]) => [name, String(value)] as [string, string]),
          body: new Uint8Array(body),
          redirect: 'error',
          signal: AbortSignal.timeout(TIMEOUT_MS),
        });
        await response.body?.cancel();
        if (response.ok) return 'sent';
        // 404 and 410: the subscription is over (RFC 8030, 7.3). 400, 401, 403: made with other keys.
        if ([400, 401, 403, 404, 410].includes(response.status)) return 'gone';
        onFault(new Error(`push service answered ${response.status}`));
        return 'later';
      } catch (error) {
        onFault(error);
        return 'later';
      }
    },
  };
}

async function vapidKeys(settings: SettingsStore): Promise<webPush.VapidKeys> {
  const stored = await settings.get(KEY);
  if (isKeys(stored)) return { publicKey: stored.publicKey, privateKey: stored.privateKey };
  const made = webPush.generateVAPIDKeys();
  await settings.set(KEY, made, 'system');
  return made;
}

function isKeys(value: unknown): value is webPush.VapidKeys {
  const keys = value as Partial<webPush.VapidKeys> | undefined | null;
  return typeof keys?.publicKey === 'string' && typeof keys.privateKey === 'string';
}
