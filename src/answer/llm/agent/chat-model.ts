import {
  BaseChatModel,
  type BaseChatModelCallOptions,
  type BindToolsInput,
} from '@langchain/core/language_models/chat_models';
import { AIMessage, type BaseMessage, ToolMessage } from '@langchain/core/messages';
import type { ChatResult } from '@langchain/core/outputs';
import { convertToOpenAITool } from '@langchain/core/utils/function_calling';
import type OpenAI from 'openai';
import type {
  ChatCompletionMessageParam,
  ChatCompletionMessageToolCall,
  ChatCompletionTool,
} from 'openai/resources/chat/completions';
import { estimateTokens } from '../read-reply.ts';
import type { AgentLedger } from './ledger.ts';

interface CallOptions extends BaseChatModelCallOptions {
  readonly tools?: ChatCompletionTool[];
}

export interface EndpointChatModelInput {
  readonly client: OpenAI;
  readonly model: string;
  readonly ledger: AgentLedger;
}

const REPLY_TOKENS = 1_000;

/**
 * The configured endpoint as a chat model of LangChain, no more of it than an agent needs: tools, no streaming. Counts
 * every call in the ledger and stops there; nothing is retried.
 */
export class EndpointChatModel extends BaseChatModel<CallOptions> {
  readonly #input: EndpointChatModelInput;

  constructor(input: EndpointChatModelInput) {
    super({ disableStreaming: true, maxRetries: 0 });
    this.#input = input;
  }

  static override lc_name(): string {
    return 'EndpointChatModel';
  }

  override _llmType(): string {
    return 'openai-compatible';
  }

  override bindTools(tools: BindToolsInput[]) {
    return this.withConfig({ tools: tools.map((tool) => convertToOpenAITool(tool) as ChatCompletionTool) });
  }

  override async _generate(messages: BaseMessage[], options: this['ParsedCallOptions']): Promise<ChatResult> {
    const { client, model, ledger } = this.#input;
    const sent = messages.map(toEndpoint);
    const estimate = estimateTokens(JSON.stringify(sent).length);
    ledger.admitStep(estimate);
    const { tools } = options;
    const completion = await client.chat.completions.create(
      {
        model,
        messages: sent,
        max_completion_tokens: REPLY_TOKENS,
        stream: false,
        ...(tools !== undefined && tools.length > 0 && { tools }),
      },
      { maxRetries: 0, ...(options.signal && { signal: options.signal }) },
    );
    const message = completion.choices?.[0]?.message;
    const text = message?.content ?? '';
    const { usage } = completion;
    ledger.promptTokens += usage?.prompt_tokens ?? estimate;
    ledger.completionTokens +=
      usage?.completion_tokens ?? estimateTokens(JSON.stringify(message ?? '').length);
    const reply = new AIMessage({ content: text, tool_calls: (message?.tool_calls ?? []).flatMap(toolCall) });
    return { generations: [{ text, message: reply }] };
  }
}

function toEndpoint(message: BaseMessage): ChatCompletionMessageParam {
  const content = message.text;
  if (ToolMessage.isInstance(message)) return { role: 'tool', tool_call_id: message.tool_call_id, content };
  if (AIMessage.isInstance(message)) {
    const calls = (message.tool_calls ?? []).map(({ id, name, args }) => ({
      id: id ?? '',
      type: 'function' as const,
      function: { name, arguments: JSON.stringify(args) },
    }));
    return { role: 'assistant', content, ...(calls.length > 0 && { tool_calls: calls }) };
  }
  return { role: message.getType() === 'system' ? 'system' : 'user', content };
}

/** Arguments that are not JSON become none, which the tool's schema then refuses with a word to the model. */
function toolCall(call: ChatCompletionMessageToolCall) {
  if (call.type !== 'function') return [];
  let args: Record<string, unknown> = {};
  try {
    const parsed: unknown = JSON.parse(call.function.arguments);
    if (typeof parsed === 'object' && parsed !== null) args = parsed as Record<string, unknown>;
  } catch {
    // As if there were none.
  }
  return [{ id: call.id, name: call.function.name, args, type: 'tool_call' as const }];
}
