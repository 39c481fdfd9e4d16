import type {
  ConversationView,
  StartedConversation,
  StartRequest,
} from '../../appservice/contract/conversation.ts';
import type { StartAnswer } from '../../widget/frame/adapters/appservice-client.ts';
import type { FromWorker, ToWorker } from '../../widget/worker-messages.ts';

/** What a test has a caller do. */
export type CallerOrder =
  | ({
      readonly kind: 'start';
      /** The crypto worker begins only with the order `set-up-keys`: a slow phone. */
      readonly isSlow?: true;
    } & Omit<StartRequest, 'noticeVersion'>)
  | { readonly kind: 'set-up-keys' }
  | { readonly kind: 'say'; readonly id: string; readonly body: string }
  | { readonly kind: 'end' }
  /** "Liever niet" to a colleague who was announced. */
  | { readonly kind: 'refuse'; readonly userId: string }
  | Extract<ToWorker, { kind: 'typing' | 'read' | 'company' }>;

/** What a caller's process tells. */
export type CallerNews =
  | { readonly kind: 'started'; readonly session: StartedConversation }
  | Extract<StartAnswer, { kind: 'refused' }>
  | { readonly kind: 'view'; readonly view: ConversationView }
  /** The service does not answer (`lost`), or knows the conversation no more (`gone`). */
  | { readonly kind: 'lost' | 'gone' }
  /** The crypto worker speaks. */
  | { readonly kind: 'worker'; readonly message: FromWorker }
  /** A request of the crypto worker was answered. */
  | {
      readonly kind: 'request';
      readonly url: string;
      readonly method: string;
      readonly body: string;
      readonly status: number;
    };
