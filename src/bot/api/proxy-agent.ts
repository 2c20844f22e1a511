import { request } from 'node:http';
import { Agent } from 'node:https';
import type { Duplex } from 'node:stream';
import { connect } from 'node:tls';

type Connected = (error: Error | null, socket: Duplex) => void;

/**
 * Reaches `https://` servers through an HTTP proxy (CONNECT), keeping connections. Networks that block Telegram often
 * allow it through the office's proxy (`HTTPS_PROXY`).
 *
 * @param proxy `http://[user:password@]host[:port]`
 */
export function createProxyAgent(proxy: string): Agent {
  const { hostname, port, username, password } = new URL(proxy);
  const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  const headers =
    username === '' ? {} : { 'proxy-authorization': `Basic ${Buffer.from(login).toString('base64')}` };

  class ProxyAgent extends Agent {
    override createConnection(
      options: { host?: string; port?: number | string },
      callback: Connected,
    ): undefined {
      const { host = '', port: target = 443 } = options;
      const fail = (error: Error): void => callback(error, undefined as unknown as Duplex);
      const tunnel = request({
        hostname,
        port: port || 80,
        method: 'CONNECT',
        path: `${host}:${target}`,
        headers,
      });
      tunnel.once('connect', ({ statusCode }, socket) => {
        if (statusCode === 200) return callback(null, connect({ socket, servername: host }));
        socket.destroy();
        fail(new Error(`the proxy refused the connection with status ${statusCode}`));
      });
      tunnel.once('error', fail);
      tunnel.end();
    }
  }
  return new ProxyAgent({ keepAlive: true });
}
