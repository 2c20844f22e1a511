import { openApp } from '../app.ts';
import { EXIT, parseOptions, runCommand } from './run.ts';

const USAGE = 'npm run -s signin-link';

await runCommand(async (context) => {
  parseOptions(USAGE, {});
  const app = await openApp(context.config, { tell: context.tell });
  try {
    context.print(await app.adminSigninLink());
    return EXIT.done;
  } finally {
    await app.close();
  }
});
