// Progressive enhancement only: every form and link here works without this file.
const status = document.getElementById('trang-thai');
const turns = document.getElementById('luot');

function say(text) {
  if (status) status.textContent = text;
}

/** Server-rendered, already escaped HTML of our own origin. */
function fragment(html) {
  return [...document.importNode(new DOMParser().parseFromString(html, 'text/html').body, true).children];
}

async function send(form) {
  const response = await fetch(form.action, {
    method: 'POST',
    body: new FormData(form),
    headers: { 'X-Requested-With': 'fetch' },
  });
  return { ok: response.ok, nodes: fragment(await response.text()) };
}

function pending(form, on) {
  for (const button of form.querySelectorAll('button')) button.disabled = on;
  form.setAttribute('aria-busy', String(on));
}

async function ask(form) {
  const question = form.elements.q.value.trim();
  if (!question) return;
  const placeholder = document.createElement('p');
  placeholder.className = 'asked waiting';
  placeholder.textContent = question;
  turns.querySelector('.welcome')?.remove();
  turns.append(placeholder);
  placeholder.scrollIntoView({ block: 'start' });
  say('Đang tìm trong văn bản…');
  const { ok, nodes } = await send(form);
  placeholder.replaceWith(...nodes);
  const [node] = nodes;
  say(ok ? 'Đã có câu trả lời.' : '');
  if (!ok) return;
  if ('main' in form.dataset) form.elements.q.value = '';
  history.replaceState(null, '', `/?c=${form.elements.c.value}`);
  node.focus({ preventScroll: true });
  node.scrollIntoView({ block: 'start' });
}

async function replaceTurn(form) {
  const { ok, nodes } = await send(form);
  const [node] = nodes;
  const turn = form.closest('.turn');
  if (ok) {
    turn.replaceWith(node);
    node.focus({ preventScroll: true });
  } else {
    form.append(node);
  }
}

document.addEventListener('submit', async (event) => {
  const form = event.target;
  const kind = form.dataset.enhance;
  if (!kind || (kind === 'ask' && !turns)) return;
  event.preventDefault();
  const work = kind === 'ask' ? ask(form) : replaceTurn(form);
  pending(form, true);
  try {
    await work;
  } catch {
    // Without a network the ordinary POST shows the browser's or the worker's own message.
    form.submit();
  } finally {
    pending(form, false);
  }
});

// On a phone the bar of sections scrolls: the open one must be in sight.
for (const open of document.querySelectorAll('nav [aria-current]')) {
  const bar = open.closest('ul');
  bar.scrollLeft = open.offsetLeft - bar.offsetLeft - (bar.clientWidth - open.offsetWidth) / 2;
}

// Enter sends, Shift+Enter starts a new line; not while a Vietnamese input method is composing.
document.getElementById('q')?.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    event.target.form.requestSubmit();
  }
});

document.addEventListener('click', async (event) => {
  const link = event.target.closest('[data-copy]');
  if (!link || !navigator.clipboard) return;
  event.preventDefault();
  try {
    const response = await fetch(link.dataset.copy);
    if (!response.ok) throw new Error(String(response.status));
    await navigator.clipboard.writeText(await response.text());
    link.textContent = 'Đã chép';
    say('Đã chép câu trả lời và căn cứ.');
  } catch {
    location.assign(link.href);
  }
});

// The review desk by keyboard: j and k walk a list, 1 to 3 choose a verdict. Never while somebody is typing.
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.matches('input:not([type=radio], [type=checkbox]), textarea, select')) return;
  const links = [...document.querySelectorAll('[data-keys="list"] .row-title')];
  if (links.length > 0 && (event.key === 'j' || event.key === 'k')) {
    const at = links.indexOf(document.activeElement) + (event.key === 'j' ? 1 : -1);
    links[Math.min(Math.max(at, 0), links.length - 1)].focus();
  }
  document.querySelector(`[data-key="${CSS.escape(event.key)}"]`)?.click();
});

if ('serviceWorker' in navigator) navigator.serviceWorker.register('/sw.js').catch(() => {});
