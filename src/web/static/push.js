// The account page: switches notices on for this browser, or says why it cannot.
const form = document.querySelector('[data-push]');
const words = form?.querySelector('[data-push-words]');
const button = form?.querySelector('button');

const WHY = {
  insecure: 'Thông báo chỉ bật được khi trang mở qua địa chỉ https.',
  unsupported:
    'Trình duyệt này không hỗ trợ thông báo. Trên iPhone, iPad: bấm Chia sẻ, chọn Thêm vào MH chính, rồi mở trợ lý từ màn hình chính.',
  blocked:
    'Trình duyệt đang chặn thông báo của trang này. Để bật lại: bấm biểu tượng bên trái địa chỉ trang, chọn Quyền, cho phép Thông báo, rồi tải lại trang.',
  failed:
    'Chưa bật được thông báo: không kết nối được dịch vụ thông báo của trình duyệt. Anh/chị thử lại khi có mạng.',
  off: 'Thông báo đang tắt trên thiết bị này.',
  on: 'Thông báo đang bật trên thiết bị này.',
};

function show(state) {
  words.textContent = WHY[state];
  button.hidden = state !== 'off' && state !== 'failed';
}

async function digest(text) {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((one) => one.toString(16).padStart(2, '0')).join('');
}

async function isKnown(subscription) {
  return form.dataset.known.split(' ').includes((await digest(subscription.endpoint)).slice(0, 32));
}

async function state() {
  if (!window.isSecureContext) return 'insecure';
  if (!('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window))
    return 'unsupported';
  if (Notification.permission === 'denied') return 'blocked';
  const registration = await navigator.serviceWorker.ready;
  const subscription = await registration.pushManager.getSubscription();
  return subscription && (await isKnown(subscription)) ? 'on' : 'off';
}

async function subscribe() {
  if ((await Notification.requestPermission()) !== 'granted') return show(await state());
  const registration = await navigator.serviceWorker.ready;
  const old = await registration.pushManager.getSubscription();
  // Made with the keys of another installation, it could never be used.
  if (old && !(await isKnown(old))) await old.unsubscribe();
  const made = await registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: form.dataset.push,
  });
  const { endpoint, keys } = made.toJSON();
  const body = new FormData(form);
  for (const [name, value] of Object.entries({ endpoint, ...keys })) body.set(name, value);
  const response = await fetch(form.action, { method: 'POST', body, redirect: 'manual' });
  if (response.type === 'opaqueredirect') return location.reload();
  await made.unsubscribe();
  show('failed');
}

if (form) {
  state().then(show, () => show('failed'));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    button.disabled = true;
    subscribe()
      .catch(() => show('failed'))
      .finally(() => {
        button.disabled = false;
      });
  });
}
