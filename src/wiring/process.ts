import { config as loadDotenv } from 'dotenv';
import { type Config, parseConfig } from '../config.ts';
import { useProxyForFetch } from './proxy.ts';

/**
 * What a process of this program begins with: the configuration of its environment and `.env`, the proxy for what it
 * calls, and files that only its user may read (questions, papers, backups).
 *
 * @throws ConfigError
 */
export function beginProcess(): Config {
  loadDotenv({ quiet: true });
  process.umask(0o077);
  const config = parseConfig(process.env);
  if (config.httpsProxy !== undefined) useProxyForFetch(config.httpsProxy);
  return config;
}
