import { Hono } from 'hono';
import { html } from 'hono/html';
import { may } from '../dialogue/access.ts';
import { type Delegation, type DelegationId, termOn } from '../dialogue/delegations/model.ts';
import { DELEGATION_WORDS, decisionText, TERM_WORDS, termText } from '../dialogue/delegations/words.ts';
import type { QuestionId } from '../dialogue/model.ts';
import { PAPER_KINDS } from '../dialogue/papers/model.ts';
import { PAPER_WORDS } from '../dialogue/papers/words.ts';
import { dayInVietnam } from '../legal/calendar/today.ts';
import { field } from './chat/input.ts';
import { type WebContext, type WebEnv, WebError } from './context.ts';
import type { CommuneDialogue, WebDeps } from './deps.ts';
import { allow, formOf } from './session.ts';
import { csrfField, type Html, page, type Viewer } from './view/layout.ts';
import { textField } from './view/table.ts';

const PATH = '/uy-quyen';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The register of delegations of the person's commune, and the papers of the counter. */
export function communeRoutes(deps: Pick<WebDeps, 'now'>, dialogue: CommuneDialogue): Hono<WebEnv> {
  const app = new Hono<WebEnv>();

  app.get(PATH, allow('ask'), async (c) => {
    const viewer = { person: c.get('person'), session: c.get('session') };
    const commune = communeOf(c);
    const all =
      commune === undefined
        ? undefined
        : await dialogue.delegations({ by: viewer.person.id, ...(commune !== '' && { commune }) });
    return c.html(registerPage(viewer, dialogue, commune, all, dayInVietnam(deps.now())));
  });

  app.post(PATH, allow('keep_delegations'), async (c) => {
    const form = await formOf(c);
    const input = {
      matter: field(form, 'matter'),
      delegate: field(form, 'delegate'),
      decisionNumber: field(form, 'decisionNumber'),
      decisionDate: field(form, 'decisionDate'),
      from: field(form, 'from'),
      to: field(form, 'to'),
    };
    const commune = field(form, 'commune').trim();
    await dialogue.addDelegation({ by: c.get('person').id, input, ...(commune && { commune }) });
    return c.redirect(commune ? `${PATH}?xa=${encodeURIComponent(commune)}` : PATH, 303);
  });

  app.post(`${PATH}/:id/thu-hoi`, allow('keep_delegations'), async (c) => {
    const id = c.req.param('id') as DelegationId;
    const { commune } = await dialogue.withdrawDelegation({ by: c.get('person').id, id });
    return c.redirect(`${PATH}?xa=${encodeURIComponent(commune)}`, 303);
  });

  app.get('/cau-hoi/:id/phieu/:paper', allow('ask'), async (c) => {
    const paper = PAPER_KINDS.find((kind) => kind === c.req.param('paper'));
    const question = c.req.param('id') as QuestionId;
    const request = paper && { by: c.get('person').id, question, paper, channel: 'web' as const };
    const file = request && (await dialogue.paper(request));
    if (file === undefined)
      throw new WebError(404, 'Câu trả lời này không gắn với một thủ tục nên chưa lập được phiếu.');
    return c.body(file.bytes, 200, {
      'Content-Type': DOCX,
      'Content-Disposition': `attachment; filename="${file.fileName}"`,
      'X-Content-Type-Options': 'nosniff',
    });
  });
  return app;
}

/** Links to the three papers, under an answer about a procedure. */
export function paperLinks(question: string): Html {
  return html`<details class="wrong"><summary class="quiet button">Phiếu tại quầy</summary><p class="papers">${PAPER_KINDS.map(
    (kind) =>
      html`<a class="quiet button" href="/cau-hoi/${question}/phieu/${kind}" download>${PAPER_WORDS[kind].button}<span class="sr"> (tệp DOCX)</span></a> `,
  )}</p></details>`;
}

/** The own commune; an administrator may name another in the address. Undefined when there is none. */
function communeOf(c: WebContext): string | undefined {
  const { roles, commune } = c.get('person');
  const named = c.req.query('xa');
  return roles.includes('admin') ? (named ?? commune) : commune;
}

function registerPage(
  viewer: Viewer,
  dialogue: CommuneDialogue,
  commune: string | undefined,
  all: readonly Delegation[] | undefined,
  day: string,
): Html {
  const keeps = may(viewer.person, 'keep_delegations');
  const isAdmin = viewer.person.roles.includes('admin');
  const title = commune ? DELEGATION_WORDS.title(dialogue.communeName(commune)) : 'Ủy quyền ký';
  return page(
    { title, at: PATH, viewer },
    html`<h1>${title}</h1>
${isAdmin ? communeChoice(dialogue, commune) : ''}
${all === undefined ? html`<p class="card">${isAdmin ? DELEGATION_WORDS.chooseCommune : DELEGATION_WORDS.noCommune}</p>` : ''}
${all?.length === 0 ? html`<p class="card">${DELEGATION_WORDS.none}</p>` : ''}
<ul class="rows">${(all ?? []).map((one) => row(viewer, one, keeps, day))}</ul>
${keeps && commune ? form(viewer, isAdmin ? commune : '') : ''}`,
  );
}

function communeChoice(dialogue: CommuneDialogue, chosen: string | undefined): Html {
  return html`<form class="card" method="get" action="${PATH}"><div class="fld"><label for="xa">Xã, phường</label>
<select id="xa" name="xa">${dialogue.communes.map(
    ({ slug, name }) =>
      html`<option value="${slug}"${slug === chosen ? html` selected` : ''}>${name}</option>`,
  )}</select></div><button class="quiet">Mở sổ</button></form>`;
}

function row(viewer: Viewer, one: Delegation, keeps: boolean, day: string): Html {
  const state = termOn(one, day);
  return html`<li class="card"><p class="row-title">${one.matter}</p><p>${one.delegate}</p>
<p class="note"><span class="badge ${state === 'current' ? 'ok' : 'warn'}">${TERM_WORDS[state]}</span> ${decisionText(one)}, ${termText(one)}.</p>
${keeps ? html`<form method="post" action="${PATH}/${one.id}/thu-hoi">${csrfField(viewer)}<button class="danger">Thu hồi</button></form>` : ''}</li>`;
}

function form(viewer: Viewer, commune: string): Html {
  const required = { required: true } as const;
  const day = { ...required, type: 'date' } as const;
  return html`<h2>Thêm ủy quyền</h2><form class="card stack" method="post" action="${PATH}">${csrfField(viewer)}
<input type="hidden" name="commune" value="${commune}">
${textField('matter', DELEGATION_WORDS.matter, undefined, { ...required, maxlength: 300 })}
${textField('delegate', DELEGATION_WORDS.delegate, undefined, required)}
${textField('decisionNumber', DELEGATION_WORDS.decisionNumber, undefined, required)}
${textField('decisionDate', DELEGATION_WORDS.decisionDate, undefined, day)}
${textField('from', DELEGATION_WORDS.from, undefined, day)}
${textField('to', DELEGATION_WORDS.to, undefined, { type: 'date' })}
<button>Ghi vào sổ</button></form>`;
}
