import { createDecipheriv, createECDH, createHmac, randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PushSender } from '../../src/dialogue/push/model.ts';
import { deliverPushes, isPushService } from '../../src/dialogue/push/push.ts';
import { createWebPush } from '../../src/wiring/web-push.ts';
import { type Desk, openDesk, PEOPLE } from '../support/desk.ts';
import { get, post, type SignedIn } from '../support/web.ts';

/** A push service as RFC 8030 has it: takes messages, or says that the browser is gone. */
function pushService() {
  const taken: { path: string; headers: Record<string, unknown>; body: Buffer }[] = [];
  const state = { status: 201 };
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      taken.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts) });
      response.writeHead(state.status).end();
    });
  });
  return { server, taken, state };
}

/** The keys of a browser, and what it reads of a message: RFC 8291 and 8188, written from the papers. */
function browser() {
  const ecdh = createECDH('prime256v1');
  const publicKey = ecdh.generateKeys();
  const auth = randomBytes(16);
  const hmac = (key: Buffer, data: Buffer) => createHmac('sha256', key).update(data).digest();
  return {
    p256dh: publicKey.toString('base64url'),
    auth: auth.toString('base64url'),
    read(body: Buffer): string {
      const salt = body.subarray(0, 16);
      const length = body[20]!;
      const sender = body.subarray(21, 21 + length);
      const sealed = body.subarray(21 + length);
      const secret = ecdh.computeSecret(sender);
      const info = Buffer.concat([Buffer.from('WebPush: info\0'), publicKey, sender, Buffer.from([1])]);
      const ikm = hmac(hmac(auth, secret), info);
      const prk = hmac(salt, ikm);
      const key = hmac(prk, Buffer.from('Content-Encoding: aes128gcm\0\x01', 'latin1')).subarray(0, 16);
      const nonce = hmac(prk, Buffer.from('Content-Encoding: nonce\0\x01', 'latin1')).subarray(0, 12);
      const open = createDecipheriv('aes-128-gcm', key, nonce);
      open.setAuthTag(sealed.subarray(-16));
      const plain = Buffer.concat([open.update(sealed.subarray(0, -16)), open.final()]);
      return plain.subarray(0, plain.lastIndexOf(2)).toString('utf8');
    },
  };
}

/** One browser's story: each step begins where the one before it ended. */
describe('notices pushed to browsers', { shuffle: false }, () => {
  const service = pushService();
  let desk: Desk;
  let sender: PushSender;
  let official: SignedIn;
  let endpoint: string;
  const faults: unknown[] = [];
  const phone = browser();
  beforeAll(async () => {
    desk = await openDesk();
    official = await desk.signIn(PEOPLE.official);
    await new Promise<void>((resolve) => service.server.listen(0, '127.0.0.1', resolve));
    endpoint = `http://127.0.0.1:${(service.server.address() as AddressInfo).port}/send/secret-id`;
    const contact = 'https://tro-ly.example.vn';
    sender = await createWebPush({
      settings: desk.stores.settings,
      contact,
      onFault: (error) => void faults.push(error),
    });
  });
  afterAll(async () => {
    service.server.close();
    await desk.close();
  });
  const deliver = () => deliverPushes({ ...desk.stores, sender, now: () => desk.clock.now });
  const notify = (id: string) =>
    desk.stores.notices.add([
      {
        id,
        to: PEOPLE.official.id,
        kind: 'escalation_answered',
        subject: 'e-q1',
        text: 'Câu hỏi về ông Nguyễn Văn Bình: trả lời của chuyên viên.',
        createdAt: desk.clock.now.toISOString(),
      },
    ]);

  it('keeps its keys from one start to the next', async () => {
    const again = await createWebPush({
      settings: desk.stores.settings,
      contact: 'mailto:a@b.vn',
      onFault() {},
    });
    expect(again.publicKey).toBe(sender.publicKey);
    expect(Buffer.from(sender.publicKey, 'base64url')).toHaveLength(65);
  });

  it('subscribes with sound keys alone, and shows the device', async () => {
    const form = { endpoint, p256dh: phone.p256dh, auth: phone.auth };
    for (const bad of [
      { ...form, p256dh: 'ngắn' },
      { ...form, auth: '' },
    ])
      expect((await desk.app.request('/thong-bao-day', post(official, bad))).status).toBe(422);
    const headers = { 'User-Agent': 'Thu <b>' };
    expect((await desk.app.request('/thong-bao-day', post(official, form, headers))).status).toBe(303);
    const page = await (await desk.app.request('/tai-khoan', get(official))).text();
    expect(page).toContain('Thu &lt;b&gt;');
    expect(page).not.toContain('secret-id');
  });

  it('sends what only that browser can read, without a word of the notice', async () => {
    await notify('n1');
    expect(await deliver()).toBe(1);
    expect(await deliver()).toBe(0);
    const [message] = service.taken;
    expect(message?.headers['authorization']).toMatch(/^vapid t=.+, ?k=/);
    expect(message?.headers['content-encoding']).toBe('aes128gcm');
    const read = JSON.parse(phone.read(message!.body)) as Record<string, string>;
    expect(read).toEqual({
      body: 'Câu hỏi của anh/chị đã có trả lời của chuyên viên.',
      url: '/thong-bao',
      tag: 'escalation_answered',
    });
  });

  it('tries again when the service is away, later each time', async () => {
    service.state.status = 503;
    await notify('n2');
    expect(await deliver()).toBe(0);
    expect(faults).toHaveLength(1);
    service.state.status = 201;
    expect(await deliver()).toBe(0);
    desk.clock.now = new Date(desk.clock.now.getTime() + 61_000);
    expect(await deliver()).toBe(1);
  });

  it('forgets a browser that is gone, and tells nobody who is blocked', async () => {
    service.state.status = 410;
    await notify('n3');
    await deliver();
    expect(await desk.stores.push.of(PEOPLE.official.id)).toEqual([]);
    service.state.status = 201;
    await desk.app.request(
      '/thong-bao-day',
      post(official, { endpoint, p256dh: phone.p256dh, auth: phone.auth }),
    );
    await notify('n4');
    await desk.stores.people.changeStatus(PEOPLE.official.id, 'active', 'blocked');
    const before = service.taken.length;
    await deliver();
    expect(service.taken).toHaveLength(before);
    expect(await desk.stores.push.of(PEOPLE.official.id)).toEqual([]);
    await desk.stores.people.changeStatus(PEOPLE.official.id, 'blocked', 'active');
  });

  it('is switched off by a form, by its owner alone', async () => {
    const again = await desk.signIn(PEOPLE.official);
    await desk.app.request(
      '/thong-bao-day',
      post(again, { endpoint, p256dh: phone.p256dh, auth: phone.auth }),
    );
    const page = await (await desk.app.request('/tai-khoan', get(again))).text();
    const path = /action="(\/thong-bao-day\/tat\/[0-9a-f]+)"/.exec(page)![1]!;
    const other = await desk.signIn(PEOPLE.staff);
    await desk.app.request(path, post(other, {}));
    expect(await desk.stores.push.of(PEOPLE.official.id)).toHaveLength(1);
    await desk.app.request(path, post(again, {}));
    expect(await desk.stores.push.of(PEOPLE.official.id)).toEqual([]);
  });

  it('calls services of browsers and nothing else', () => {
    expect(isPushService('https://fcm.googleapis.com/fcm/send/abc')).toBe(true);
    expect(isPushService('https://updates.push.services.mozilla.com/wpush/v2/x')).toBe(true);
    for (const bad of [
      'http://fcm.googleapis.com/x',
      'https://127.0.0.1/x',
      'https://fcm.googleapis.com.evil.example/x',
      'https://fcm.googleapis.com:8443/x',
      'https://evil.example/?fcm.googleapis.com',
      'https://a@fcm.googleapis.com/x',
      'file:///etc/passwd',
      'x',
    ])
      expect(isPushService(bad), bad).toBe(false);
  });
});
