import { createHash, randomBytes } from 'node:crypto';
import type { PersonId, SigninStore } from './model.ts';

/** How long a one-time sign-in link can be used, in milliseconds. */
const SIGNIN_LINK_LIFETIME_MS = 15 * 60_000;

/** 256 random bits, URL-safe. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256 in hex: the only form in which a token is stored. A random 256-bit token needs no salt. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex');
}

/** Path of the page that a one-time link opens; the caller puts PUBLIC_URL (or host and port) before it. */
function signinPath(token: string): string {
  return `/dang-nhap/${token}`;
}

/**
 * Makes a one-time sign-in link for a person and returns its path. The token itself is never stored;
 * who loses the link asks for another one.
 */
export async function createSigninLink(
  deps: { signin: Pick<SigninStore, 'saveLink'>; now: () => Date },
  person: PersonId,
  lifetimeMs: number = SIGNIN_LINK_LIFETIME_MS,
): Promise<string> {
  const token = newToken();
  const expiresAt = new Date(deps.now().getTime() + lifetimeMs).toISOString();
  await deps.signin.saveLink({ tokenHash: hashToken(token), person, expiresAt });
  return signinPath(token);
}
