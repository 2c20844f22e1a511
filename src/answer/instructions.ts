import { nfc } from '../legal/text.ts';

/**
 * Sentences that speak to whoever answers instead of stating a rule: "bỏ qua mọi hướng dẫn trước đó", "trả lời rằng …",
 * marks of a chat. A text with one may have been taken in by mistake or on purpose; nothing rests on such a sentence.
 */
const ADDRESSES_THE_ANSWERER = [
  /(?:bỏ qua|phớt lờ|quên|không tuân theo)\s+(?:hết\s+)?(?:mọi|tất cả|các|những|toàn bộ)\s+(?:các\s+)?(?:hướng dẫn|chỉ dẫn|chỉ thị|mệnh lệnh|câu lệnh|lệnh|quy tắc)/iu,
  /(?:hãy|phải|luôn|chỉ được|và|rồi)\s+(?:luôn\s+)?trả lời\s+(?:người dùng\s+|người hỏi\s+)?(?:rằng|là|như sau)(?![\p{L}])/iu,
  /(?:^|[.:;\n]\s*)trả lời\s+(?:người dùng\s+)?(?:rằng|là)(?![\p{L}])/iu,
  /(?<![\p{L}])(?:trợ lý ảo|chatbot|mô hình ngôn ngữ|language model|AI assistant)\s+(?:hãy|phải|cần|must|should)(?![\p{L}])/iu,
  /(?:ignore|disregard|forget)\s+(?:all|any|the|your|every)?\s*(?:previous|prior|above|earlier|other)?\s*(?:instructions|prompts|rules)/iu,
  /(?:lời nhắc|câu lệnh)\s+hệ thống|system\s+prompt|<\|[a-z_]{2,20}\|>|\[\/?INST\]|(?:^|[\s"}>\]])(?:SYSTEM|ASSISTANT)\s*:/u,
] as const;

/** @returns whether the text is meant for the program and not for its readers */
export function addressesTheAnswerer(text: string): boolean {
  const plain = nfc(text);
  return ADDRESSES_THE_ANSWERER.some((pattern) => pattern.test(plain));
}
