import { EnvHttpProxyAgent, setGlobalDispatcher } from 'undici';

/** Sends every https request of the built-in `fetch` (model and embedding endpoints) through the proxy; NO_PROXY holds. */
export function useProxyForFetch(proxy: string): void {
  setGlobalDispatcher(new EnvHttpProxyAgent({ httpsProxy: proxy, httpProxy: '' }));
}
