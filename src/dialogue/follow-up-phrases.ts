/** Vietnamese phrases by which follow-ups are recognised; folded: no diacritics, lower case. */

/** What a person asks about a procedure, folded. Longer phrases first within a line. */
export const FIELD_PHRASES: readonly string[] = phrases(`
  le phi | muc phi | phi | bao nhieu tien | mat tien | het bao nhieu | bao nhieu | mien phi |
  thoi han giai quyet | thoi han | thoi gian giai quyet | thoi gian | bao lau | may ngay |
  may hom | khi nao xong | lau khong | thanh phan ho so | ho so | giay to | gom nhung gi |
  gom gi | can nhung gi | can gi | nhung gi | may bo | tham quyen giai quyet | tham quyen |
  co quan nao | ai giai quyet | ai ky | ai cap | nop o dau | o dau | nop truc tuyen | nop |
  trinh tu thuc hien | trinh tu | cac buoc | quy trinh | lam the nao | cach thuc | cach lam |
  yeu cau | dieu kien | ket qua | can cu phap ly | can cu | co so phap ly | van ban nao |
  quy dinh nao | quy dinh o dau | mau don | to khai | bieu mau | mau nao | doi tuong | ai duoc
`);

/** Words that carry no subject of their own. */
export const FILLERS: readonly string[] = phrases(`
  thu tuc nay | viec nay | truong hop nay | cai nay | cai do | thu tuc do | viec do |
  thu tuc tren | ho so nay | cho em hoi | cho toi hoi | cho hoi | xin hoi | em hoi | the con |
  vay con | con ve | the thi | vay thi | thi sao | thi the nao | nhu the nao | the nao |
  ra sao | nhu nao | co phai | phai khong | duoc khong | con | the | vay | thi | la | a | nhi |
  nua | khong | ko | k | co | phai | gi | sao | va | cua | cho | no | can | mat | ntn | bn |
  em | anh | chi | ban | oi | nhe | nha | ha | u | da | vang | day | do | voi | giup | gium | xin
`);

/** A later part of the same message may say no more than what to do with the matter: "Làm lại ở đâu?" */
export const SAME_MATTER: readonly string[] = phrases(`
  lam | lai | xin | di | den | lay | nhan | duoc | ai | nao | khi | luon | ho | minh
`);

function phrases(text: string): readonly string[] {
  return text.split('|').map((phrase) => phrase.trim());
}
