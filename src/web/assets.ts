import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import type { WebEnv } from './context.ts';
import { APP_NAME } from './text.ts';

const TYPES = {
  'app.css': 'text/css; charset=utf-8',
  'app.js': 'text/javascript; charset=utf-8',
  'push.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
  'icon-192.png': 'image/png',
  'icon-512.png': 'image/png',
} as const;
type AssetName = keyof typeof TYPES;

interface Asset {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly version: string;
}

const cache = new Map<string, Asset>();

/** Reads a static file once; its name is one of ours, never a part of a request. */
function asset(name: string): Asset {
  let found = cache.get(name);
  if (!found) {
    const body = new Uint8Array(readFileSync(new URL(`./static/${name}`, import.meta.url)));
    found = { body, version: createHash('sha256').update(body).digest('hex').slice(0, 10) };
    cache.set(name, found);
  }
  return found;
}

/** Path with a version, so that browsers may keep the file for a year. */
export function assetPath(name: AssetName): string {
  return `/tinh/${name}?v=${asset(name).version}`;
}

const MANIFEST = {
  name: APP_NAME,
  short_name: APP_NAME,
  lang: 'vi',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  background_color: '#f4f6f8',
  theme_color: '#0b3c5d',
  description: 'Hỏi đáp thủ tục cho cán bộ, công chức cấp xã, có căn cứ từng câu.',
} as const;

/** Style, script, icons, manifest, service worker: public, without personal data. */
export function assetRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  for (const [name, type] of Object.entries(TYPES)) {
    app.get(`/tinh/${name}`, (c) =>
      c.body(asset(name).body, 200, {
        'Content-Type': type,
        'Cache-Control': 'public, max-age=31536000, immutable',
      }),
    );
  }
  app.get('/manifest.webmanifest', (c) => {
    const icons = [
      { src: assetPath('icon.svg'), sizes: 'any', type: 'image/svg+xml' },
      { src: assetPath('icon-192.png'), sizes: '192x192', type: 'image/png' },
      { src: assetPath('icon-512.png'), sizes: '512x512', type: 'image/png', purpose: 'any' },
    ];
    return c.body(JSON.stringify({ ...MANIFEST, icons }), 200, {
      'Content-Type': 'application/manifest+json',
      'Cache-Control': 'public, max-age=3600',
    });
  });
  app.get('/sw.js', (c) =>
    c.body(serviceWorker(), 200, {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'no-cache',
    }),
  );
  return app;
}

/** The worker keeps the offline notice and its style; the cache's name changes with the style. */
function serviceWorker(): string {
  const source = new TextDecoder().decode(asset('sw.js').body);
  return source
    .replace('__VERSION__', asset('app.css').version)
    .replace('__STYLE__', assetPath('app.css'))
    .replace('__ICON__', assetPath('icon.svg'))
    .replace('__ICON192__', assetPath('icon-192.png'));
}
