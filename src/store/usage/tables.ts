export interface UsageTables {
  token_usage: { day: string; key: string; tokens: number };
}
