import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import mammoth from 'mammoth';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, openApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import type { Person } from '../../src/dialogue/model.ts';
import { groupNewQuestions } from '../../src/dialogue/review/gaps.ts';
import { createLogger } from '../../src/log.ts';
import { type RunningServer, startServer } from '../../src/server.ts';
import { CAN_DRAW, drawnPage } from '../ingest/readers/drawn-page.ts';
import { findChromium, inspected, launch, newPage } from '../support/browser.ts';
import { person } from '../support/web.ts';

const executable = findChromium();

const WHO = {
  official: person('an', ['official'], { name: 'Trần Thị An', commune: 'my-thuong' }),
  colleague: person('binh', ['official'], { name: 'Lê Văn Bình', commune: 'a-luoi-4' }),
  admin: person('quan-tri-web', ['admin'], { name: 'Đỗ Quản Trị' }),
  approver: person('duyet', ['approver'], { name: 'Hồ Người Duyệt' }),
} satisfies Record<string, Person>;

const UNKNOWN = 'Phần mềm hộ tịch mất kết nối thì đăng ký khai sinh lưu động thế nào?';
const OPINION = 'Ghi biểu mẫu giấy tại chỗ, nhập lại vào phần mềm trong ngày làm việc kế tiếp.';

/** The program as `npm start` runs it, with its own corpus; only the browser is driven. */
describe.skipIf(!executable)('the whole program in a browser', () => {
  let folder: string;
  let app: App;
  let server: RunningServer;
  let browser: Browser;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tlcx-whole-'));
    const config = parseConfig({ DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent' });
    app = await openApp(config, { tell: () => {} });
    await app.loadCorpus();
    for (const one of Object.values(WHO)) await app.stores.people.save(one);
    server = await startServer(app, createLogger('silent'));
    browser = await launch(executable!);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await app?.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function signedIn(who: Person, width = 1280): Promise<Page> {
    const { page } = await newPage(browser, width);
    await page.goto(server.address + (await app.dialogue.signinLink(who.id)));
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.getByRole('heading', { name: 'Hỏi đáp thủ tục' }).waitFor();
    return page;
  }

  async function asked(page: Page, question: string): Promise<void> {
    const before = await page.locator('article.turn').count();
    await page.getByLabel('Câu hỏi của anh/chị').fill(question);
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.locator('article.turn .reply-end').count(), { timeout: 60_000 })
      .toBe(before + 1);
  }

  async function downloaded(page: Page, name: string): Promise<Buffer> {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name }).last().click(),
    ]);
    return readFile(await file.path());
  }

  it.each([1280, 360])(
    'what Telegram does, the web does too, at %i px',
    async (width) => {
      const page = await signedIn(WHO.official, width);
      await asked(page, 'đăng ký khai sinh mất bao lâu?');
      expect(await page.locator('article.turn .sources li').count()).toBeGreaterThan(0);
      expect(await inspected(page, `tro-chuyen-can-cu-${width}`)).toEqual([]);
      await page.getByText('Phiếu tại quầy').last().click();
      const paper = await downloaded(page, 'Phiếu bổ sung');
      const { value } = await mammoth.extractRawText({ buffer: paper });
      expect(value).toContain('PHIẾU YÊU CẦU BỔ SUNG');
      await asked(page, 'còn lệ phí thì sao?');
      await page.getByText(/Hiểu câu hỏi là/).waitFor();
      await asked(page, 'nhận hồ sơ ngày 04/05/2026, hạn 5 ngày làm việc thì trả ngày nào?');
      await page.getByText('11/05/2026').first().waitFor();
      expect(await inspected(page, `tro-chuyen-hoi-tiep-${width}`)).toEqual([]);
      await page.goto(`${server.address}/`);
      await asked(page, 'đăng ký kết hôn');
      expect(await inspected(page, `tro-chuyen-lam-ro-${width}`)).toEqual([]);
      await page.context().close();
    },
    180_000,
  );

  it('answers what was escalated, makes it the standard answer, and serves it in chat', async () => {
    const official = await signedIn(WHO.official);
    await asked(official, UNKNOWN);
    await official.getByRole('button', { name: 'Gửi chuyên viên' }).click();
    await official.locator('.reply .notice').waitFor();

    const admin = await signedIn(WHO.admin);
    await admin.goto(`${server.address}/quan-tri/chuyen-vien`);
    await admin.getByRole('button', { name: /^Tiếp nhận/ }).click();
    await admin.getByLabel('Nội dung trả lời').fill(OPINION);
    await admin.getByRole('textbox', { name: 'Căn cứ' }).fill('Công văn số 45/STP-HCTP');
    await admin.getByRole('button', { name: /^Gửi trả lời/ }).click();
    await admin.getByRole('heading', { name: 'Đã trả lời gần đây' }).waitFor();
    await official.goto(`${server.address}/lich-su`);
    await official.getByRole('link', { name: UNKNOWN }).first().click();
    await official.getByText(OPINION).first().waitFor();
    expect(await inspected(official, 'tro-chuyen-chuyen-vien-tra-loi-1280')).toEqual([]);
    await official.context().close();

    const [question] = await app.review.desk.list({ text: 'luu dong' }, { limit: 1 });
    await admin.goto(`${server.address}/quan-tri/tra-loi-chuan/moi?cau-hoi=${question!.id}`);
    await admin.getByLabel('Câu trả lời đúng, ý chính trước').fill(OPINION);
    await admin.getByLabel('Căn cứ: điều, khoản, số văn bản').fill('Công văn số 45/STP-HCTP');
    await admin.getByRole('button', { name: 'Gửi duyệt' }).click();
    await admin.context().close();
    const approver = await signedIn(WHO.approver);
    await approver.goto(`${server.address}/quan-tri/tra-loi-chuan`);
    await approver.getByRole('button', { name: /^Duyệt/ }).click();
    await approver.getByText('Đã duyệt', { exact: true }).waitFor();
    await approver.context().close();

    const colleague = await signedIn(WHO.colleague, 360);
    await expect
      .poll(
        async () => {
          await colleague.goto(`${server.address}/`);
          await asked(colleague, UNKNOWN);
          return colleague.locator('article.turn').last().textContent();
        },
        { timeout: 60_000, interval: 2_000 },
      )
      .toContain('nhập lại vào phần mềm');
    expect(await inspected(colleague, 'tro-chuyen-tra-loi-chuan-360')).toEqual([]);
    await colleague.context().close();
  }, 240_000);

  it('exports both reports, which other programs read', async () => {
    await groupNewQuestions({ gaps: app.review.gaps, now: app.now });
    const page = await signedIn(WHO.admin);
    await page.goto(`${server.address}/quan-tri/vuong-mac`);
    const docx = await downloaded(page, 'Dự thảo báo cáo (DOCX)');
    const { value } = await mammoth.extractRawText({ buffer: docx });
    expect(value).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(value).toContain('mất kết nối');
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await downloaded(page, 'Bảng số liệu (XLSX)')) as never);
    const cells = workbook.worksheets.flatMap((sheet) => sheet.getSheetValues()).flat();
    expect(cells.join(' ')).toContain('mất kết nối');
    await page.context().close();
  }, 120_000);

  it.skipIf(!CAN_DRAW)(
    'takes in a scan: upload, preview, correction, approval',
    async () => {
      const page = await signedIn(WHO.admin);
      await page.goto(`${server.address}/tai-lieu/nap`);
      await page.getByLabel(/Tệp văn bản/).setInputFiles({
        name: 'cong-van-quet.png',
        mimeType: 'image/png',
        buffer: drawnPage().toBuffer('image/png'),
      });
      await page.getByRole('button', { name: 'Gửi và đọc tệp' }).click();
      await page.getByRole('button', { name: /^Xác nhận/ }).waitFor({ timeout: 120_000 });
      expect(await inspected(page, 'nap-tai-lieu-xem-lai-1280')).toEqual([]);
      await page.getByLabel('Trích yếu').fill('Về việc báo cáo kết quả giải quyết thủ tục hành chính');
      await page.getByRole('button', { name: /^Xác nhận/ }).click();
      await page
        .getByText(/Đã nạp|chờ duyệt/)
        .first()
        .waitFor();
      const [upload] = await app.uploads.uploads.mine(WHO.admin.id);
      if (upload!.state === 'cho_duyet') {
        const approver = await signedIn(WHO.approver);
        await approver.goto(`${server.address}/tai-lieu/nap/${upload!.id}`);
        expect(await inspected(approver, 'nap-tai-lieu-duyet-1280')).toEqual([]);
        await approver.getByRole('button', { name: /^Duyệt/ }).click();
        await approver.getByText('Đã nạp').first().waitFor();
        await approver.context().close();
      }
      await page.goto(`${server.address}/quan-tri/van-ban?text=cong-van-quet`);
      await page.locator('.badge', { hasText: 'Đang phục vụ' }).first().waitFor();
      await page.context().close();
    },
    240_000,
  );
});
