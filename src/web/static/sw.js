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

// The message says only that something waits; what it is stays behind the sign-in.
self.addEventListener('push', (event) => {
  let message = {};
  try {
    message = event.data?.json() ?? {};
  } catch {
    // Not ours: the general words below are shown.
  }
  const shown = self.registration.showNotification('Trợ lý cấp xã', {
    body: message.body ?? 'Có thông báo mới.',
    tag: message.tag,
    icon: '__ICON192__',
    lang: 'vi',
    data: { url: message.url ?? '/thong-bao' },
  });
  event.waitUntil(shown);
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const { pathname } = new URL(event.notification.data?.url ?? '/thong-bao', self.location.origin);
  event.waitUntil(
    self.clients.matchAll({ type: 'window' }).then((open) => {
      const [page] = open;
      return page ? page.navigate(pathname).then((one) => one?.focus()) : self.clients.openWindow(pathname);
    }),
  );
});
