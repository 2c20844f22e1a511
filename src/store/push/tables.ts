export interface PushTables {
  push_subscriptions: {
    endpoint: string;
    person: string;
    p256dh: string;
    auth: string;
    user_agent: string | null;
    created_at: string;
  };
  /** Filled by a trigger on `notices`, emptied with its subscription. */
  push_queue: { notice_id: string; endpoint: string; attempts: number; next_at: string };
}
