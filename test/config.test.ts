import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ConfigError, parseConfig, SETTING_NAMES } from '../src/config.ts';

const wrong = (env: Record<string, string>) => {
  try {
    parseConfig(env);
  } catch (error) {
    return (error as ConfigError).forPeople;
  }
  return 'accepted';
};

describe('configuration', () => {
  it('needs nothing', () => {
    const config = parseConfig({});
    expect(config).toMatchObject({ port: 8080, host: '127.0.0.1', adminTelegramIds: [], territory: 'hue' });
    expect(config.dataDir.endsWith('/data')).toBe(true);
    expect(config.telegram).toBeUndefined();
    expect(config.openai).toBeUndefined();
  });

  it('takes an empty variable as absent', () => {
    expect(parseConfig({ TELEGRAM_BOT_TOKEN: '', ADMIN_TELEGRAM_IDS: ' ' }).adminTelegramIds).toEqual([]);
  });

  it.each([
    ['PORT', '99999', '"99999"'],
    ['PORT', '-1', '"-1"'],
    ['LLM_SCOPE', 'everyone', '"everyone"'],
    ['ADMIN_TELEGRAM_IDS', '12, abc', '"12, abc"'],
    ['PUBLIC_URL', 'tro-ly.vn', '"tro-ly.vn"'],
    ['LOG_LEVEL', 'loud', '"loud"'],
    ['TRUST_PROXY', 'maybe', '"maybe"'],
  ])('names %s, what was expected and what came (%s)', (name, value, shown) => {
    const said = wrong({ [name]: value });
    expect(said).toContain(`${name} phải là`);
    expect(said).toContain(shown);
  });

  it('names every wrong variable at once and never repeats a secret', () => {
    const said = wrong({ PORT: 'x', TELEGRAM_BOT_TOKEN: 'not-a-token' });
    expect(said).toContain('PORT');
    expect(said).toContain('TELEGRAM_BOT_TOKEN');
    expect(said).not.toContain('not-a-token');
  });

  it('wants a model beside an endpoint, and an address beside a webhook', () => {
    expect(wrong({ OPENAI_BASE_URL: 'http://localhost:11434/v1' })).toContain('CHAT_MODEL');
    expect(wrong({ TELEGRAM_WEBHOOK_SECRET: 'abc' })).toContain('PUBLIC_URL');
  });

  it('has vectors off until a model and an endpoint are named, or the embedded ones are asked for', () => {
    const endpoint = { OPENAI_BASE_URL: 'http://localhost:8000/v1', EMBEDDING_MODEL: 'bge-m3' };
    expect(parseConfig({}).embeddings).toBe('off');
    expect(parseConfig(endpoint).embeddings).toBe('endpoint');
    expect(parseConfig({ ...endpoint, EMBEDDINGS: 'off' }).embeddings).toBe('off');
    expect(parseConfig({ EMBEDDINGS: 'embedded' }).embeddings).toBe('embedded');
    expect(wrong({ EMBEDDING_MODEL: 'bge-m3' })).toContain('OPENAI_BASE_URL');
    expect(wrong({ EMBEDDINGS: 'endpoint' })).toContain('EMBEDDING_MODEL');
  });

  it('drops the closing slashes of addresses', () => {
    expect(parseConfig({ PUBLIC_URL: 'https://tro-ly.vn//' }).publicUrl).toBe('https://tro-ly.vn');
  });

  it('has every variable in .env.example, and nothing else there', () => {
    const example = readFileSync(join(import.meta.dirname, '../.env.example'), 'utf8');
    const named = [...example.matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map((match) => match[1]);
    expect(new Set(named)).toEqual(new Set(SETTING_NAMES));
  });
});
