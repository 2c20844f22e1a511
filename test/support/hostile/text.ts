/** Text files made to hurt their reader; each is small on the disk. Sizes in MB are what they unfold to. */

export const htmlAttributes = (count: number) =>
  Buffer.from(
    `<!DOCTYPE html><html><body><p ${Array.from({ length: count }, (_, i) => `a${i}`).join(' ')}>Điều 1. Phạm vi</p></body></html>`,
  );
export const htmlOpen = (count: number, tag: string) =>
  Buffer.from(
    `<!DOCTYPE html><html><body>${`<${tag}>`.repeat(count)}Điều 1. Phạm vi điều chỉnh</body></html>`,
  );
export const rtfGroups = (count: number) => Buffer.from(`{\\rtf1 ${'{'.repeat(count)}a${'}'.repeat(count)}}`);
