import { html } from 'hono/html';
import type { Escalation } from '../../dialogue/model.ts';
import { ESCALATION_WORDS } from '../../dialogue/words.ts';
import { formatInstant } from '../text.ts';
import type { Html } from '../view/layout.ts';

/** Where a question sent to a specialist stands, and the reply once there is one. */
export function escalationView(escalation: Escalation | undefined): Html | undefined {
  if (!escalation) return undefined;
  return html`<div class="esc" role="group" aria-label="Chuyên viên">
<p class="sec-head">Gửi chuyên viên</p>
<p><span class="badge esc-${escalation.state}">${ESCALATION_WORDS[escalation.state]}</span> <span class="note">${
    escalation.answeredAt
      ? `trả lời lúc ${formatInstant(escalation.answeredAt)}`
      : `hạn trả lời ${formatInstant(escalation.dueAt)}`
  }</span></p>
${escalation.state === 'da_tra_loi' && escalation.reply ? html`<blockquote class="pre">${escalation.reply}</blockquote>` : ''}
${escalation.state === 'da_tra_loi' && escalation.replyBasis ? html`<p>Căn cứ: ${escalation.replyBasis}</p>` : ''}
</div>`;
}
