/** Answers as a whole: told as complete when they are not, or with signs that a message cannot carry. */
import { text } from '../../../support/fake-openai.ts';
import { ask, BIRTH, DECREE, evidenceOf, GOOD, reply, statement, T } from '../fixture.ts';
import type { AdversarialClass, Case } from './classes.ts';
import { Q4 } from './statements.ts';

const only = (s: unknown) => text(reply({ conclusion: [s] }));
/** What is asked is known to the program, so that it need not believe the model's verdict. */
const BOTH = evidenceOf([BIRTH, DECREE], ['thoi_han', 'le_phi']);

export const WHOLES = {
  'partial that sounds complete': [
    {
      name: 'one of two things asked, told as full',
      request: ask('Khai sinh phải xác minh thì mấy ngày, lệ phí bao nhiêu?'),
      evidence: BOTH,
      script: text(reply({ conclusion: [GOOD] })),
      status: 'partial',
      shows: ['Chưa có căn cứ về: phí, lệ phí.'],
    },
    {
      name: 'full, and something missing all the same',
      script: text(reply({ conclusion: [GOOD] }, { missing: ['fee'] })),
      status: 'partial',
      shows: ['Chưa có căn cứ về: phí, lệ phí.'],
    },
    {
      name: 'full, without a conclusion',
      script: text(reply({ dossier: [statement('Giấy chứng sinh.', T.dossier, 'Giấy chứng sinh')] })),
      status: 'partial',
    },
    {
      name: 'full, with nothing in it',
      script: text(reply({})),
      reason: 'nothing_verified',
    },
  ],
  'raw markup breaking the message': [
    {
      name: 'HTML and Markdown',
      script: only(
        statement(
          '<b>**Trường hợp** phải xác minh</b> thì thời hạn `không quá` 4 ngày làm việc <script>.',
          T.manner,
          Q4,
        ),
      ),
      never: ['<', '**', '`'],
    },
    {
      name: 'tokens in the text',
      script: only(
        statement('Trường hợp phải xác minh thì thời hạn không quá 4 ngày làm việc [E2] [7].', T.manner, Q4),
      ),
      never: ['[E2]', '[7]'],
    },
    {
      name: 'control and direction characters',
      script: only(
        statement(
          'Trường hợp\u202E phải\u0000 xác minh thì thời hạn không quá 4 ngày làm việc.',
          T.manner,
          Q4,
        ),
      ),
      never: ['\u202E', '\u0000'],
    },
    {
      name: 'a fence around the JSON',
      script: text(`\`\`\`json\n${JSON.stringify(reply({ conclusion: [GOOD] }))}\n\`\`\``),
    },
    {
      name: 'white space and Unicode form of the quote',
      script: only(
        statement(
          'Trường hợp phải xác minh thì thời hạn không quá 4 ngày làm việc.',
          T.manner,
          '"Trường  hợp phải\nxác minh thì thời hạn không quá 04 ngày làm việc"'.normalize('NFD'),
        ),
      ),
    },
    {
      name: 'half tags and a link',
      script: only(
        statement(
          'Trường hợp phải xác minh <a href="tg://user?id=1">thì</a> thời hạn < không quá 4 ngày làm việc </b>.',
          T.manner,
          Q4,
        ),
      ),
      never: ['<', 'href', 'tg://'],
    },
  ].map((c) => ({ status: 'answered' as const, shows: ['không quá'], ...c })),
} satisfies Partial<Record<AdversarialClass, readonly Case[]>>;
