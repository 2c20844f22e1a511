import pino, { type Logger } from 'pino';
import type { Config } from './config.ts';

/** JSON lines on standard error, so that standard output stays for people. Nothing that a person wrote is logged. */
export function createLogger(level: Config['logLevel']): Logger {
  return pino(
    {
      level,
      base: null,
      redact: {
        paths: ['token', '*.token', 'apiKey', '*.apiKey', 'authorization', '*.authorization'],
        censor: '…',
      },
      serializers: { err: pino.stdSerializers.err },
    },
    pino.destination({ dest: 2, sync: true }),
  );
}
