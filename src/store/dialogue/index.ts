import type { DelegationStore } from '../../dialogue/delegations/model.ts';
import type { ChatStates, Inbox } from '../../dialogue/inbox.ts';
import type {
  AuditLog,
  EscalationStore,
  NoticeStore,
  PeopleStore,
  QuestionLog,
  SettingsStore,
  SigninStore,
} from '../../dialogue/model.ts';
import type { PushStore } from '../../dialogue/push/model.ts';
import type { Db } from '../database.ts';
import { createDelegationStore } from '../delegations/delegation-store.ts';
import { createPushStore } from '../push/push-store.ts';
import { createAuditLog } from './audit-log.ts';
import { createEscalationStore } from './escalation-store.ts';
import { createChatStates, createInboxStore } from './inbox-store.ts';
import { createNoticeStore } from './notice-store.ts';
import { createPeopleStore } from './people-store.ts';
import { createQuestionLog } from './question-log.ts';
import { createSettingsStore } from './settings-store.ts';
import { createSigninStore } from './signin-store.ts';

export interface DialogueStores {
  /** For transports that must not lose an update. */
  readonly inbox: Inbox;
  readonly chatStates: ChatStates;
  readonly people: PeopleStore;
  readonly questions: QuestionLog;
  readonly escalations: EscalationStore;
  readonly audit: AuditLog;
  readonly signin: SigninStore;
  readonly settings: SettingsStore;
  readonly notices: NoticeStore;
  readonly delegations: DelegationStore;
  readonly push: PushStore;
}

/** Every store of the dialogue over one database. */
export function createDialogueStores(db: Db, now: () => Date): DialogueStores {
  return {
    people: createPeopleStore(db),
    questions: createQuestionLog(db),
    escalations: createEscalationStore(db),
    audit: createAuditLog(db),
    signin: createSigninStore(db),
    settings: createSettingsStore(db, now),
    notices: createNoticeStore(db),
    delegations: createDelegationStore(db),
    push: createPushStore(db),
    inbox: createInboxStore(db),
    chatStates: createChatStates(db),
  };
}
