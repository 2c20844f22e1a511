// Keeps one page for when there is no network. Pages with people's questions are never stored.
const CACHE = 'tlcx-__VERSION__';
const OFFLINE = '/ngoai-tuyen';

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll([OFFLINE, '__STYLE__', '__ICON__']))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((n) => n !== CACHE).map((n) => caches.delete(n))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate') {
    event.respondWith(fetch(request).catch(() => caches.match(OFFLINE)));
  } else if (new URL(request.url).pathname.startsWith('/tinh/')) {
    event.respondWith(caches.match(request).then((hit) => hit ?? fetch(request)));
  }
});
