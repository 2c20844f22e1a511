import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSigninLink } from '../../src/dialogue/signin.ts';
import {
  findChromium,
  inspected,
  launch,
  NO_CHROMIUM,
  newPage,
  type Served,
  served,
} from '../support/browser.ts';
import { answer, person, testWeb } from '../support/web.ts';

const executable = findChromium();
if (!executable) process.stderr.write(`browser tests skipped: ${NO_CHROMIUM}\n`);

describe.skipIf(!executable)('web chat in a browser', () => {
  const web = testWeb();
  let browser: Browser;
  let server: Served;
  let base: string;

  beforeAll(async () => {
    browser = await launch(executable!);
    server = await served(web.app);
    base = server.base;
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function signedIn(page: Page, id: string): Promise<void> {
    await web.deps.people.save(person(id));
    await page.goto(
      base + (await createSigninLink({ signin: web.deps.signin, now: web.deps.now }, person(id).id)),
    );
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.getByRole('heading', { name: 'Hỏi đáp thủ tục' }).waitFor();
  }

  async function checked(page: Page, name: string): Promise<void> {
    expect(await inspected(page, name), name).toEqual([]);
  }

  it.each([360, 1280])('sign in, ask, read the source, judge, hand on at %i px', async (width) => {
    const { context, page } = await newPage(browser, width);
    await page.goto(`${base}/`);
    await checked(page, `dang-nhap-${width}`);
    await signedIn(page, `nguoi-${width}`);
    await checked(page, `chao-${width}`);

    await page.getByLabel('Câu hỏi của anh/chị').fill('thoi han dang ky khai sinh');
    await page.keyboard.press('Enter');
    await page.getByText('Đã có câu trả lời.').waitFor({ state: 'attached' });
    expect(page.url()).toContain('/?c=');
    await page.getByText('Xem chi tiết').click();
    await checked(page, `tra-loi-${width}`);

    await page.getByRole('button', { name: 'Hữu ích' }).click();
    await page.getByText('Anh/chị đã đánh giá').waitFor();
    await page.getByRole('button', { name: 'Gửi chuyên viên' }).click();
    await page.getByText('Đã gửi Sở Tư pháp').waitFor();

    await page.getByRole('link', { name: 'Xem căn cứ số 1' }).click();
    await page.locator('mark').waitFor();
    await checked(page, `nguon-${width}`);
    await page.goto(`${base}/lich-su`);
    await page.locator('.row-title').first().click();
    await page.getByRole('link', { name: 'Chép căn cứ' }).waitFor();
    await checked(page, `cau-hoi-${width}`);
    await page.goto(`${page.url()}/can-cu`);
    await page.getByText('Câu hỏi:').waitFor();
    await checked(page, `chep-can-cu-${width}`);
    for (const [path, name] of [
      ['/lich-su', 'lich-su'],
      ['/tai-khoan', 'tai-khoan'],
    ] as const) {
      await page.goto(base + path);
      await checked(page, `${name}-${width}`);
    }
    await context.close();
  });

  it('works without JavaScript', async () => {
    const { context, page } = await newPage(browser, 360, { javaScriptEnabled: false });
    await signedIn(page, 'khong-js');
    await page.getByLabel('Câu hỏi của anh/chị').fill('hồ sơ gồm gì');
    await page.getByRole('button', { name: 'Hỏi', exact: true }).click();
    await page.getByText('Thời hạn giải quyết là 03 ngày làm việc').first().waitFor();
    await page.getByText('Chưa đúng', { exact: true }).click();
    await page.getByLabel('Sai cơ quan, thẩm quyền').check();
    await page.getByRole('button', { name: 'Gửi đánh giá' }).click();
    await page.getByText('Anh/chị đã đánh giá').waitFor();
    await page.getByRole('link', { name: 'Chép căn cứ' }).click();
    await page.getByText('Căn cứ:').waitFor();
    await context.close();
  });

  it('asks the offered choice by keyboard, and keeps the question when there is no network', async () => {
    const { context, page } = await newPage(browser, 1280);
    await signedIn(page, 'ban-phim');
    web.state.nextAnswer = answer({
      status: 'clarify',
      citations: [],
      sections: [{ role: 'conclusion', lines: ['Anh/chị hỏi thủ tục nào?'] }],
      choices: [{ label: 'Đăng ký khai sinh', question: 'hồ sơ đăng ký khai sinh' }],
    });
    await page.getByLabel('Câu hỏi của anh/chị').fill('hồ sơ đăng ký');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Đăng ký khai sinh' }).focus();
    web.state.nextAnswer = answer();
    await page.keyboard.press('Enter');
    await expect.poll(() => web.state.asked.at(-1)).toBe('hồ sơ đăng ký khai sinh');
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    await context.setOffline(true);
    await page.goto(`${base}/lich-su`);
    await page.getByRole('heading', { name: 'Không có mạng' }).waitFor();
    await checked(page, 'ngoai-tuyen-1280');
    await context.close();
  });
});
