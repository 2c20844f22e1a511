import { tool } from '@langchain/core/tools';
import { z } from 'zod';
import type { WorkingCalendar } from '../../../legal/calendar/calendar.ts';
import { computeDeadline } from '../../../legal/calendar/deadline.ts';
import type { UnitTable } from '../../../legal/units/table.ts';
import { findUnits } from '../../../legal/units/units.ts';
import type { PrivacyVault } from '../../privacy.ts';
import type { AgentLedger } from './ledger.ts';
import { DecisiveWithheldError, type Notebook, type Noted } from './notebook.ts';

export interface ToolDeps {
  readonly notebook: Notebook;
  readonly vault: PrivacyVault;
  readonly ledger: AgentLedger;
  readonly calendar: () => Promise<WorkingCalendar> | WorkingCalendar;
  readonly units?: UnitTable | undefined;
  /** Told of each call; arguments as the model wrote them, masked. */
  readonly onCall: (name: string, args: object, found: number) => void;
  /** Called instead of throwing: LangChain would hand the error to the model and go on. */
  readonly onWithheld: () => void;
}

const SNIPPET = 500;
const WHOLE = 6_000;
const NO_SUCH = 'Không có mã này; chỉ dùng mã U1, U2 … mà tim_kiem đã trả về.';
const USED_UP = 'Đã hết lượt dùng công cụ. Hãy dừng.';

/** The tools of an agent. Each gives text, masked; none of it is shown to anybody. */
export function agentTools(deps: ToolDeps) {
  const { notebook, vault, calendar, units } = deps;
  /** Bounded, masked, and without an error that would end the run. */
  const guarded =
    <A extends object>(name: string, run: (args: A) => Promise<unknown> | unknown) =>
    async (args: A): Promise<string> => {
      if (!deps.ledger.admitToolCall()) return USED_UP;
      let result: unknown;
      try {
        result = await run(args);
      } catch (error) {
        if (error instanceof DecisiveWithheldError) deps.onWithheld();
        result = error instanceof RangeError ? error.message : 'Không thực hiện được.';
      }
      deps.onCall(name, args, Array.isArray(result) ? result.length : 1);
      return vault.mask(typeof result === 'string' ? result : JSON.stringify(result));
    };
  return [
    tool(
      guarded('tim_kiem', async ({ query }: { query: string }) =>
        (await notebook.search(vault.unmask(query))).map(shortly),
      ),
      {
        name: 'tim_kiem',
        description: 'Tìm thủ tục, điều khoản theo từ ngữ của văn bản. Trả về các đơn vị với mã U1, U2 …',
        schema: z.object({ query: z.string().min(2).max(400) }),
      },
    ),
    tool(
      guarded('mo_van_ban', ({ id }: { id: string }) => {
        const found = notebook.open(id);
        return found === undefined ? NO_SUCH : wholly(found);
      }),
      {
        name: 'mo_van_ban',
        description: 'Đọc toàn văn một thủ tục hoặc điều đã tìm thấy; đơn vị đã mở được ưu tiên làm căn cứ.',
        schema: z.object({ id: z.string().max(8) }),
      },
    ),
    tool(
      guarded('van_ban_sua_doi', ({ id }: { id: string }) => {
        const found = notebook.find(id);
        return found === undefined ? NO_SUCH : notebook.changesOf(found).slice(0, 20);
      }),
      {
        name: 'van_ban_sua_doi',
        description: 'Liệt kê văn bản đã sửa đổi, thay thế, bãi bỏ văn bản chứa đơn vị này.',
        schema: z.object({ id: z.string().max(8) }),
      },
    ),
    tool(
      guarded('tinh_thoi_han', async (args: DeadlineArgs) => computeDeadline(args, await calendar())),
      {
        name: 'tinh_thoi_han',
        description: 'Tính ngày đến hạn từ ngày tiếp nhận (NĂM-THÁNG-NGÀY), không tính ngày nghỉ.',
        schema: DEADLINE,
      },
    ),
    tool(
      guarded('don_vi_hanh_chinh', ({ name }: { name: string }) =>
        units ? mapped(name, units) : 'Không có bảng.',
      ),
      {
        name: 'don_vi_hanh_chinh',
        description: 'Cho biết xã, phường, thị trấn cũ nay thuộc đơn vị nào.',
        schema: z.object({ name: z.string().min(2).max(120) }),
      },
    ),
  ];
}

const DEADLINE = z.object({
  receivedAt: z.string().regex(/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2})?$/),
  amount: z.number().min(0).max(3_700),
  unit: z.enum(['ngay', 'ngay_lam_viec', 'gio', 'thang']),
});
type DeadlineArgs = z.infer<typeof DEADLINE>;

function shortly({ ref, unit: { hit } }: Noted): object {
  const text = hit.text.slice(0, SNIPPET);
  return {
    id: ref,
    label: hit.label,
    document: hit.documentTitle,
    effectivity: hit.effectivity.status,
    text,
  };
}

function wholly({ unit: { hit, chunks } }: Noted): object {
  const text = chunks
    .map((chunk) => chunk.text)
    .join('\n')
    .slice(0, WHOLE);
  return { label: hit.label, document: hit.documentTitle, effectivity: hit.effectivity, text };
}

function mapped(name: string, table: UnitTable): object[] {
  return findUnits(`xã, phường: ${name}`, table).flatMap(({ candidates }) =>
    candidates.map(({ kind, name: own, district, today }) => ({
      unit: `${kind} ${own}`,
      ...(district !== undefined && { district }),
      today: `${today.kind} ${today.name}`,
    })),
  );
}
