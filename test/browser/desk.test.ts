import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Person } from '../../src/dialogue/model.ts';
import { createSigninLink } from '../../src/dialogue/signin.ts';
import { findChromium, inspected, launch, newPage, type Served, served } from '../support/browser.ts';
import { type Desk, openDesk, PEOPLE } from '../support/desk.ts';
import { seedDesk } from '../support/desk-seed.ts';
import { letter } from '../support/uploads.ts';

const executable = findChromium();

/** Every page of the desk, its name in docs/screens, and a text that must be on it. */
const PAGES: readonly [path: string, name: string, text: string][] = [
  ['/thong-bao', 'thong-bao', 'Thông báo'],
  ['/theo-doi', 'theo-doi', 'Theo dõi'],
  ['/tai-khoan', 'tai-khoan-quan-tri', 'Thông báo trên thiết bị'],
  ['/uy-quyen?xa=my-thuong', 'uy-quyen', 'Sổ ủy quyền'],
  ['/tai-lieu/nap', 'nap-tai-lieu', 'Gửi và đọc tệp'],
  ['/quan-tri', 'quan-tri-tong-quan', 'Câu hỏi theo ngày'],
  ['/quan-tri/cau-hoi', 'quan-tri-cau-hoi', 'Tải CSV'],
  ['/quan-tri/cau-hoi?status=not_found', 'quan-tri-cau-hoi-loc', 'Lưu bộ lọc này'],
  ['/quan-tri/cau-hoi/q004', 'quan-tri-cau-hoi-chi-tiet', 'Đã tìm thấy những gì'],
  ['/quan-tri/cau-hoi/q000/nguon/1', 'quan-tri-nguon', 'Trong kho hiện nay'],
  ['/quan-tri/ra-soat', 'quan-tri-ra-soat', 'đã gửi chuyên viên'],
  ['/quan-tri/tra-loi-chuan/moi?cau-hoi=q004', 'quan-tri-viet-tra-loi-chuan', 'Gửi duyệt'],
  ['/quan-tri/vuong-mac', 'quan-tri-vuong-mac', 'Phần mềm hộ tịch báo lỗi'],
  ['/quan-tri/chuyen-vien', 'quan-tri-chuyen-vien', 'Tiếp nhận'],
  ['/quan-tri/van-ban', 'quan-tri-van-ban', 'Đang phục vụ'],
  ['/quan-tri/van-ban/xem?id=901/2025/NĐ-CP', 'quan-tri-van-ban-chi-tiet', 'Thu hồi khỏi trợ lý'],
  ['/quan-tri/van-ban/so-sanh?id=901/2025/NĐ-CP&ban=1', 'quan-tri-van-ban-so-sanh', '05 ngày'],
  ['/quan-tri/nguoi-dung', 'quan-tri-nguoi-dung', 'Hồ Văn Chờ'],
  ['/quan-tri/nguoi-dung/an', 'quan-tri-nguoi-dung-chi-tiet', 'Lưu thay đổi'],
  ['/quan-tri/loi-moi', 'quan-tri-loi-moi', 'Tạo lời mời'],
  ['/quan-tri/cai-dat', 'quan-tri-cai-dat', 'Lưu cài đặt'],
  ['/quan-tri/cai-dat/linh-vuc', 'quan-tri-linh-vuc', 'Bảo trợ xã hội'],
  ['/quan-tri/cai-dat/lich-nghi', 'quan-tri-lich-nghi', 'Ngày Văn hóa Việt Nam'],
  ['/quan-tri/cai-dat/yeu-cau-du-lieu', 'quan-tri-yeu-cau-du-lieu', 'hai ngày làm việc'],
  ['/quan-tri/nhat-ky', 'quan-tri-nhat-ky', 'Đăng nhập'],
  ['/quan-tri/danh-gia', 'quan-tri-danh-gia', 'Đúng nguồn ở vị trí đầu'],
  ['/quan-tri/danh-gia/lan/r2', 'quan-tri-danh-gia-mot-lan', 'Lệ phí chứng thực chữ ký'],
  ['/quan-tri/danh-gia/so-sanh?truoc=r1&sau=r2', 'quan-tri-danh-gia-so-sanh', 'Kém đi (1)'],
];

describe.skipIf(!executable)('the review desk in a browser', () => {
  let desk: Desk;
  let browser: Browser;
  let server: Served;

  beforeAll(async () => {
    desk = await openDesk();
    await seedDesk(desk);
    browser = await launch(executable!);
    server = await served(desk.app);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await desk?.close();
  });

  async function signedIn(who: Person, width = 1280): Promise<{ context: BrowserContext; page: Page }> {
    const opened = await newPage(browser, width);
    const path = await createSigninLink({ signin: desk.stores.signin, now: desk.deps.now }, who.id);
    await opened.page.goto(server.base + path);
    await opened.page.getByRole('button', { name: 'Đăng nhập' }).click();
    await opened.page.getByRole('heading', { name: 'Hỏi đáp thủ tục' }).waitFor();
    return opened;
  }

  it.each([360, 1280])(
    'every page is accessible and fits at %i px',
    async (width) => {
      const { context, page } = await signedIn(PEOPLE.admin, width);
      const found: string[] = [];
      for (const [path, name, text] of PAGES) {
        const response = await page.goto(server.base + path);
        expect(response?.status(), path).toBe(200);
        expect(await page.content(), path).toContain(text);
        found.push(...(await inspected(page, `${name}-${width}`)).map((what) => `${name}: ${what}`));
      }
      await page.goto(`${server.base}/quan-tri/vuong-mac`);
      await page.locator('.grid .title a').first().click();
      await page.getByRole('heading', { name: 'Các câu trong nhóm' }).waitFor();
      found.push(...(await inspected(page, `quan-tri-vuong-mac-nhom-${width}`)));
      expect((await page.goto(`${server.base}/quan-tri/khong-co`))?.status()).toBe(404);
      found.push(...(await inspected(page, `khong-tim-thay-${width}`)));
      expect(found).toEqual([]);
      await context.close();
    },
    240_000,
  );

  it.each([360, 1280])('department staff review what was asked in their fields at %i px', async (width) => {
    const { context, page } = await signedIn(PEOPLE.staff, width);
    await page.goto(`${server.base}/quan-tri/cau-hoi`);
    await page.getByText('Anh/chị xem các câu hỏi lĩnh vực Hộ tịch').waitFor();
    expect(await page.getByText('Mức hỗ trợ hộ nghèo').count()).toBe(0);
    const found = await inspected(page, `chuyen-vien-cau-hoi-${width}`);
    await page.goto(`${server.base}/quan-tri/cau-hoi/q005`);
    await page.getByRole('radio', { name: 'Thiếu' }).check();
    await page.getByLabel('Lý do').fill('Thiếu cách làm khi phần mềm lỗi.');
    await page.getByLabel('Ở lại trang này').check();
    await page.getByRole('button', { name: 'Lưu rà soát' }).click();
    await page.getByText(`${PEOPLE.staff.name},`).waitFor();
    found.push(...(await inspected(page, `chuyen-vien-ra-soat-${width}`)));
    expect(found).toEqual([]);
    await context.close();
  });

  it('a form that is refused keeps what was typed', async () => {
    const { context, page } = await signedIn(PEOPLE.admin);
    await page.goto(`${server.base}/quan-tri/cai-dat`);
    await page.getByLabel('Thời gian lưu câu hỏi (ngày)').fill('5');
    await page.getByLabel('Thông báo cho mọi người').fill('Bảo trì tối nay');
    await page.getByRole('button', { name: 'Lưu cài đặt' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('Thời gian lưu câu hỏi (ngày)').inputValue()).toBe('5');
    expect(await page.getByLabel('Thông báo cho mọi người').inputValue()).toBe('Bảo trì tối nay');
    expect(await inspected(page, 'quan-tri-cai-dat-chua-luu-1280')).toEqual([]);
    await context.close();
  });

  it('reviews by keyboard: queue, verdict, next', async () => {
    const { context, page } = await signedIn(PEOPLE.admin);
    await page.goto(`${server.base}/quan-tri/ra-soat`);
    const first = await page.locator('.queue .row-title').first().textContent();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Chi tiết câu hỏi' }).waitFor();
    const id = new URL(page.url()).pathname.split('/').at(-1)!;
    await page.keyboard.press('2');
    await page.getByLabel('Lý do').fill('Thiếu trường hợp đăng ký lưu động.');
    await page.getByRole('button', { name: 'Lưu rà soát' }).click();
    // Straight to the next one of the queue.
    await page.waitForURL((url) => !url.pathname.endsWith(`/${id}`));
    await page.getByRole('heading', { name: 'Chi tiết câu hỏi' }).waitFor();
    expect(await desk.review.desk.review(id as never)).toMatchObject({
      verdict: 'wrong',
      by: PEOPLE.admin.id,
    });
    expect(first).toBeTruthy();
    await context.close();
  });

  it('writes a standard answer, which another person approves', async () => {
    const admin = await signedIn(PEOPLE.admin);
    await admin.page.goto(`${server.base}/quan-tri/tra-loi-chuan/moi?cau-hoi=q004`);
    await admin.page
      .getByLabel('Câu trả lời đúng, ý chính trước')
      .fill('Ghi tay vào sổ, nhập lại khi phần mềm chạy.');
    await admin.page
      .getByLabel('Căn cứ: điều, khoản, số văn bản')
      .fill('khoản 1 Điều 5 Nghị định số 901/2025/NĐ-CP');
    await admin.page.getByRole('button', { name: 'Gửi duyệt' }).click();
    expect(await admin.page.getByRole('button', { name: /^Duyệt\s*: / }).count()).toBe(0);
    await admin.context.close();
    const approver = await signedIn(PEOPLE.approver);
    await approver.page.goto(`${server.base}/quan-tri/tra-loi-chuan`);
    expect(await inspected(approver.page, 'quan-tri-tra-loi-chuan-1280')).toEqual([]);
    await approver.page.setViewportSize({ width: 360, height: 780 });
    expect(await inspected(approver.page, 'quan-tri-tra-loi-chuan-360')).toEqual([]);
    await approver.page.setViewportSize({ width: 1280, height: 900 });
    await approver.page.locator('summary', { hasText: 'Trả lại' }).click();
    await approver.page.getByLabel('Lý do trả lại').fill('Thiếu thời hạn nhập lại.');
    await approver.page.getByRole('button', { name: 'Gửi trả lại' }).click();
    await approver.page.getByText('Lý do: Thiếu thời hạn nhập lại.').waitFor();

    const again = await signedIn(PEOPLE.admin);
    await again.page.goto(`${server.base}/quan-tri/tra-loi-chuan`);
    await again.page.getByRole('link', { name: /^Sửa và gửi lại/ }).click();
    const text = again.page.getByLabel('Câu trả lời đúng, ý chính trước');
    expect(await text.inputValue()).toContain('Ghi tay vào sổ');
    expect(await inspected(again.page, 'quan-tri-sua-huong-dan-1280')).toEqual([]);
    await again.page.setViewportSize({ width: 360, height: 780 });
    expect(await inspected(again.page, 'quan-tri-sua-huong-dan-360')).toEqual([]);
    await text.fill('Ghi tay vào sổ, nhập lại trong ngày làm việc kế tiếp.');
    await again.page.getByRole('button', { name: 'Gửi duyệt' }).click();
    await again.context.close();

    await approver.page.goto(`${server.base}/quan-tri/tra-loi-chuan`);
    await approver.page.getByRole('button', { name: /^Duyệt/ }).click();
    await approver.page.getByText('Đã duyệt', { exact: true }).waitFor();
    await approver.context.close();
  });

  it.each([360, 1280])('says how far reading is while a file is read at %i px', async (width) => {
    const { context, page } = await signedIn(PEOPLE.admin, width);
    // As a long scan: the reader waits at its second page until the page was looked at.
    const { reader } = desk.uploads.deps;
    let looked = () => {};
    const held = new Promise<void>((resolve) => {
      looked = resolve;
    });
    const read = reader.read;
    const waiting = vi.spyOn(reader, 'read').mockImplementation(async (bytes, fileName, options) => {
      options?.onProgress?.(2, 9);
      await held;
      return read(bytes, fileName, options);
    });
    // Held still for the picture: it would come again in the middle of the check.
    const waitingPage = '**/dang-doc/*';
    await page.route(waitingPage, async (route) => {
      const response = await route.fetch();
      const { refresh, ...headers } = response.headers();
      expect(Number(refresh)).toBeGreaterThan(0);
      await route.fulfill({ response, headers });
    });
    await page.goto(`${server.base}/tai-lieu/nap`);
    await page.getByLabel(/Tệp văn bản/).setInputFiles({
      name: `cong-van-${width}.txt`,
      mimeType: 'text/plain',
      buffer: Buffer.from(letter({ number: `${width}/STP-HCTP` })),
    });
    await page.getByRole('button', { name: 'Gửi và đọc tệp' }).click();
    await page.getByText('Đang đọc trang 2/9.').waitFor();
    expect(await inspected(page, `nap-tai-lieu-dang-doc-${width}`)).toEqual([]);
    await page.unroute(waitingPage);
    looked();
    waiting.mockRestore();
    await page.reload();
    await page.getByRole('button', { name: /^Xác nhận/ }).waitFor();
    await context.close();
  });

  it('approves a waiting person and compares an answer with today', async () => {
    const { context, page } = await signedIn(PEOPLE.admin);
    await page.goto(`${server.base}/quan-tri/nguoi-dung/cho-duyet`);
    await page.getByRole('button', { name: 'Duyệt', exact: true }).click();
    await page.getByRole('heading', { name: 'Người dùng' }).waitFor();
    expect((await desk.stores.people.person('cho-duyet' as never))?.status).toBe('active');
    await page.goto(`${server.base}/quan-tri/cau-hoi/q000`);
    await page.getByRole('button', { name: 'Hỏi lại và so sánh' }).click();
    await page.getByText('Bây giờ, với quyền của').waitFor();
    expect(await inspected(page, 'quan-tri-hoi-lai-1280')).toEqual([]);
    await context.close();
  });

  it('invites somebody who joins on the web and asks', async () => {
    const { context, page } = await signedIn(PEOPLE.focal);
    await page.goto(`${server.base}/quan-tri/loi-moi`);
    await page.getByRole('button', { name: 'Tạo lời mời' }).click();
    const link = await page.locator('.code').textContent();
    await context.close();
    const guest = await newPage(browser, 360);
    await guest.page.goto(server.base + link);
    expect(await inspected(guest.page, 'nhan-loi-moi-360')).toEqual([]);
    await guest.page.getByLabel('Họ và tên').fill('Nguyễn Thị Mới');
    await guest.page.getByRole('button', { name: 'Bắt đầu dùng' }).click();
    await guest.page.getByText('Chào anh/chị Nguyễn Thị Mới').waitFor();
    await guest.context.close();
  });
});
