import type { AskRequest, Composer, Draft, Evidence } from '../model.ts';
import type { FallbackReason, LlmLogger } from './model.ts';

/** Reasons that say something is wrong with the endpoint or its configuration, not with this one question. */
const TROUBLE: ReadonlySet<FallbackReason> = new Set([
  'timeout',
  'rate_limited',
  'server_error',
  'unauthorised',
  'unreachable',
  'bad_request',
  'truncated',
  'too_long',
  'empty',
  'broken_reply',
  'internal_error',
]);
/** Of these, the ones that open the circuit: asking again soon will not help. */
const BREAKS: ReadonlySet<FallbackReason> = new Set([
  'timeout',
  'rate_limited',
  'server_error',
  'unauthorised',
  'unreachable',
  'bad_request',
  'truncated',
  'too_long',
  'empty',
]);

/** For whoever reads the log: what happened and what to do. The embedded composer answers in every case. */
const FALLBACK_WORDS: Record<FallbackReason, string> = {
  no_evidence: 'Bộ soạn có sẵn trả lời: không có đoạn trích nào để gửi mô hình.',
  lookup: 'Bộ soạn có sẵn trả lời: văn bản hoặc điều khoản được hỏi không có, hoặc trùng số.',
  scope: 'Bộ soạn có sẵn trả lời: căn cứ chính nằm ngoài LLM_SCOPE nên không được gửi đi.',
  budget:
    'Bộ soạn có sẵn trả lời: đã hết lượng token trong ngày (LLM_DAILY_TOKENS, LLM_PERSON_DAILY_TOKENS).',
  circuit_open: 'Bộ soạn có sẵn trả lời: mô hình vừa lỗi liên tiếp, sẽ được thử lại sau.',
  timeout: 'Mô hình không trả lời kịp (LLM_TIMEOUT_MS); bộ soạn có sẵn trả lời thay.',
  rate_limited: 'Mô hình từ chối vì quá nhiều yêu cầu (429); bộ soạn có sẵn trả lời thay.',
  server_error: 'Máy chủ mô hình báo lỗi (5xx); bộ soạn có sẵn trả lời thay.',
  unauthorised:
    'Máy chủ mô hình không nhận khóa: kiểm tra OPENAI_API_KEY và quyền dùng CHAT_MODEL; bộ soạn có sẵn trả lời thay.',
  unreachable:
    'Không kết nối được máy chủ mô hình: kiểm tra OPENAI_BASE_URL, mạng và HTTPS_PROXY; bộ soạn có sẵn trả lời thay.',
  bad_request:
    'Máy chủ mô hình không nhận yêu cầu: kiểm tra CHAT_MODEL có đúng tên, OPENAI_BASE_URL có kết thúc bằng /v1; bộ soạn có sẵn trả lời thay.',
  truncated: 'Mô hình trả lời dở dang; bộ soạn có sẵn trả lời thay.',
  too_long: 'Mô hình trả lời quá dài; bộ soạn có sẵn trả lời thay.',
  empty:
    'Mô hình trả lời rỗng hoặc không đúng giao thức: kiểm tra OPENAI_BASE_URL; bộ soạn có sẵn trả lời thay.',
  refusal: 'Bộ soạn có sẵn trả lời: mô hình từ chối trả lời câu này.',
  broken_reply: 'Mô hình trả lời không đúng khuôn JSON sau một lần sửa; bộ soạn có sẵn trả lời thay.',
  nothing_verified: 'Bộ soạn có sẵn trả lời: không ý nào của mô hình đối chiếu được với nguồn.',
  internal_error: 'Lỗi của chương trình khi dùng mô hình; bộ soạn có sẵn trả lời thay.',
};

export const opensCircuit = (reason: FallbackReason): boolean => BREAKS.has(reason);

/** The embedded composer answers instead, and the log says why. */
export async function fallBack(
  reason: FallbackReason,
  detail: object,
  fallback: Composer,
  logger: LlmLogger,
  request: AskRequest,
  evidence: Evidence,
): Promise<Draft> {
  const fields = { event: 'llm_fallback', reason, ...detail };
  if (TROUBLE.has(reason)) logger.warn(fields, FALLBACK_WORDS[reason]);
  else logger.info(fields, FALLBACK_WORDS[reason]);
  const draft = await fallback.compose(request, evidence);
  return { ...draft, composer: fallback.name };
}
