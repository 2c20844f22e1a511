import type { ClientRequest } from 'node:http';
import { HttpsProxyAgent } from 'https-proxy-agent';

/**
 * Reaches `https://` servers through an HTTP proxy (CONNECT), keeping connections. Networks that block Telegram often
 * allow it through the office's proxy (`HTTPS_PROXY`).
 *
 * @param proxy `http://[user:password@]host[:port]`
 */
export function createProxyAgent(proxy: string): HttpsProxyAgent<string> {
  const agent = new HttpsProxyAgent(proxy, { keepAlive: true });
  // The package replays the proxy's refusal as if the server had answered; it is an error of the way there.
  agent.on('proxyConnect', ({ statusCode }: { statusCode: number }, request: ClientRequest) => {
    if (statusCode !== 200)
      request.destroy(new Error(`the proxy refused the connection with status ${statusCode}`));
  });
  return agent;
}
