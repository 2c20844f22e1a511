import { html } from 'hono/html';
import type { Person } from '../../dialogue/model.ts';
import { isSteward } from '../../dialogue/uploads/rules.ts';
import type { DocumentScope } from '../../retrieval/model.ts';
import type { Html } from '../view/layout.ts';

/** Who may read a document, as a form shows it; `postedScope` reads it. */
export function scopeFields(
  person: Person,
  scope: DocumentScope,
  departmentName: (slug: string) => string,
): Html {
  const radio = (value: string, words: string) =>
    html`<label class="radio"><input type="radio" name="scope" value="${value}"${scope.kind === value ? html` checked` : ''}> ${words}</label>`;
  return html`<fieldset><legend>Phạm vi đọc</legend>
${radio('internal', 'Mọi cán bộ, công chức đã đăng nhập')}
${radio('public', 'Công khai')}
${isSteward(person) || person.department !== undefined ? radio('departments', isSteward(person) ? 'Chỉ các cơ quan sau' : `Chỉ cơ quan tôi (${departmentName(person.department ?? '')})`) : ''}
${
  isSteward(person)
    ? html`<div class="fld"><label for="departments">Tên cơ quan, cách nhau bằng dấu chấm phẩy (ví dụ: Sở Tư pháp; Sở Y tế)</label><input id="departments" name="departments" maxlength="500" value="${scope.kind === 'departments' ? scope.departments.map(departmentName).join('; ') : ''}"></div>`
    : ''
}
<label class="radio"><input type="checkbox" name="webOnly" value="yes"${scope.webOnly ? html` checked` : ''}> Chỉ xem trên trang web, không gửi qua Telegram</label></fieldset>`;
}
