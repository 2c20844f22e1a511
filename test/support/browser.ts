import { existsSync, mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { serve } from '@hono/node-server';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The browser to test with: CHROMIUM_PATH, else the first known name on PATH. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (env['CHROMIUM_PATH']) return existsSync(env['CHROMIUM_PATH']) ? env['CHROMIUM_PATH'] : undefined;
  return (env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((dir) => NAMES.map((name) => join(dir, name)))
    .find((file) => existsSync(file));
}

export const NO_CHROMIUM =
  'no Chromium found: install it (Debian: apt-get install -y chromium) or set CHROMIUM_PATH';

export function launch(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** Violations of WCAG 2.1 A and AA, as short lines; empty when there are none. */
export async function violations(page: Page): Promise<string[]> {
  const result = await new AxeBuilder({ page }).analyze();
  return result.violations.map(
    (v) => `${v.id}: ${v.help} — ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`,
  );
}

/** True when something sticks out to the side, which a phone would have to scroll to. */
export async function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
}

export async function newPage(
  browser: Browser,
  width: number,
  more: { javaScriptEnabled?: boolean } = {},
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'vi-VN', ...more });
  return { context, page: await context.newPage() };
}

export interface Served {
  readonly base: string;
  close(): Promise<void>;
}

/** Serves an app on a free local port. */
export async function served(app: {
  fetch: (request: Request) => Response | Promise<Response>;
}): Promise<Served> {
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const started = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(started));
  });
  const { port } = server.address() as AddressInfo;
  return {
    base: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** `UPDATE_SCREENS=1` renews the pictures in docs/screens; other runs leave the working tree alone. */
const SCREENS = process.env['UPDATE_SCREENS']
  ? new URL('../../docs/screens/', import.meta.url).pathname
  : join(tmpdir(), 'tlcx-screens/');
const MOST_HEIGHT = 1500;

/** What is wrong with the page as it stands (accessibility, sideways scrolling), after taking its picture. */
export async function inspected(page: Page, name: string): Promise<string[]> {
  mkdirSync(SCREENS, { recursive: true });
  const found = await violations(page);
  if (await scrollsSideways(page)) found.push('scrolls sideways');
  // As high as the page, so that sticky parts stand where they belong instead of in the middle.
  const size = page.viewportSize()!;
  const height = Number(await page.evaluate('document.documentElement.scrollHeight'));
  await page.setViewportSize({ width: size.width, height: Math.min(height, MOST_HEIGHT) });
  await page.screenshot({ path: `${SCREENS}${name}.png` });
  await page.setViewportSize(size);
  return found;
}
