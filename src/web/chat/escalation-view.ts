import { html } from 'hono/html';
import type { Escalation } from '../../dialogue/model.ts';
import { ESCALATION_WORDS } from '../../dialogue/words.ts';
import { formatDue, formatInstant } from '../text.ts';
import type { Html } from '../view/layout.ts';

/** What a specialist wrote stands before the machine's answer, which it replaces for the reader. */
export function specialistReply(escalation: Escalation | undefined): Html | '' {
  if (escalation?.state !== 'da_tra_loi' || !escalation.reply) return '';
  return html`<div class="esc-reply" role="group" aria-label="Chuyên viên trả lời">
<p class="sec-head">Chuyên viên trả lời</p>
${standing(escalation)}
<p class="pre">${escalation.reply}</p>
${escalation.replyBasis ? html`<p>Căn cứ: ${escalation.replyBasis}</p>` : ''}
</div>
<p class="sec-head">Câu trả lời của máy</p>`;
}

/** Where a question sent to a specialist stands as long as there is no reply. */
export function escalationPending(escalation: Escalation | undefined): Html | '' {
  if (!escalation || specialistReply(escalation) !== '') return '';
  return html`<div class="esc" role="group" aria-label="Chuyên viên">
<p class="sec-head">Gửi chuyên viên</p>
${standing(escalation)}
</div>`;
}

function standing(escalation: Escalation): Html {
  return html`<p><span class="badge esc-${escalation.state}">${ESCALATION_WORDS[escalation.state]}</span> <span class="note">${
    escalation.answeredAt
      ? `trả lời lúc ${formatInstant(escalation.answeredAt)}`
      : `hạn trả lời ${formatDue(escalation.dueAt)}`
  }</span></p>`;
}
