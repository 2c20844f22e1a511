import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { WebContext, WebEnv } from './context.ts';
import { WebError } from './context.ts';

/** 10,000 Vietnamese characters of a question, percent-encoded, with room for the other fields. */
const FORM_LIMIT_BYTES = 256 * 1024;

const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Security headers on every response. No inline script or style exists, so the policy needs no nonce.
 * `Referrer-Policy: same-origin`, not `no-referrer`: the latter would blank the Origin of our own forms. */
export function securityHeaders(secure: boolean): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    await next();
    const h = c.res.headers;
    h.set('Content-Security-Policy', CSP);
    h.set('X-Content-Type-Options', 'nosniff');
    h.set('X-Frame-Options', 'DENY');
    h.set('Referrer-Policy', 'same-origin');
    h.set('Cross-Origin-Opener-Policy', 'same-origin');
    h.set('Cross-Origin-Resource-Policy', 'same-origin');
    h.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()');
    if (secure) h.set('Strict-Transport-Security', 'max-age=31536000');
    if (!h.has('Cache-Control')) h.set('Cache-Control', 'no-store');
  };
}

export function formLimit(
  maxSize: number = FORM_LIMIT_BYTES,
  words = 'Nội dung gửi lên quá lớn. Anh/chị rút gọn rồi gửi lại.',
): MiddlewareHandler {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new WebError(413, words);
    },
  });
}

/**
 * Refuses a state-changing request that another site made. Browsers send Origin and Sec-Fetch-Site with
 * every POST; what sends neither is not a browser and carries nobody's cookies unasked.
 */
export function sameOriginOnly(publicUrl: URL | undefined): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD' && !isSameOrigin(c, publicUrl)) {
      throw new WebError(403, 'Yêu cầu này không đến từ trang của trợ lý nên bị từ chối.');
    }
    await next();
  };
}

function isSameOrigin(c: WebContext, publicUrl: URL | undefined): boolean {
  const site = c.req.header('Sec-Fetch-Site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const origin = c.req.header('Origin');
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const host = new URL(origin).host;
  return host === publicUrl?.host || host === c.req.header('Host');
}

/**
 * Address of the client for rate limits. Behind one trusted proxy it is the last entry of X-Forwarded-For,
 * the one our proxy wrote; entries before it are whatever the client claimed.
 */
export function clientAddress(c: WebContext, trustProxy: boolean): string {
  const socket = c.env?.incoming?.socket?.remoteAddress ?? 'unknown';
  if (!trustProxy) return socket;
  return c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim() || socket;
}

/** Compares two secrets without telling by its duration where they differ. */
export function sameSecret(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest();
  return timingSafeEqual(digest(a), digest(b));
}
