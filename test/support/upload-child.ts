import { openDatabase } from '../../src/store/database.ts';
import { PEOPLE } from './people.ts';
import { letter, uploadsOver } from './uploads.ts';

/** Uploads and confirms one document after another until it is killed: `upload-child.ts DATABASE_FILE`. */
const one = uploadsOver(await openDatabase(process.argv[2] ?? ''));
await one.addPeople();
const body = Array.from(
  { length: 60 },
  (_, i) => `Điều ${i + 1}. Nội dung thử\nĐiều này quy định việc thử ${i}.`,
);
for (let i = 0; ; i++) {
  const number = `${(process.pid % 1000) * 90 + i + 10}/STP-HCTP`;
  const { upload } = await one.begin(letter({ number, body: body.join('\n') }), PEOPLE.staff.id, `${i}.txt`);
  await one.uploads.confirm({ by: PEOPLE.staff.id, id: upload.id });
  process.stdout.write('published\n');
}
