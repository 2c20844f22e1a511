/** Sizes in characters unless said. */
export const DIALOGUE_LIMITS = {
  excerpt: 3000,
  neighbour: 600,
  shownPaper: 1200,
} as const;

/** Telegram's limit for the words under a picture or file, in characters. */
export const CAPTION_LIMIT = 1024;
/** What a bot may send through Telegram's own server. */
export const SEND_FILE_BYTES = 50 * 1024 * 1024;

/** Times in milliseconds. */
export const TIMES = {
  /** Below this an answer arrives before an indicator would be seen. */
  beforeTyping: 120,
  /** Telegram shows "typing" for five seconds. */
  typingEvery: 4_500,
  /** An answer that is there before is not streamed. */
  beforeLive: 1_000,
  /** Without drafts, a message that only asks for patience is sent this late. */
  beforePlaceholder: 10_000,
  liveTick: 250,
  betweenDrafts: 400,
  /** Telegram takes about one change a second in a chat, twenty a minute in a group. */
  betweenEdits: 1_200,
  betweenEditsInGroups: 4_000,
  /** Between two tellings of how many pages of a file are read. */
  betweenPages: 4_000,
  draftFades: 20_000,
  liveCall: 5_000,
  noticesEvery: 1_000,
  redeliverEvery: 30_000,
  purgeEvery: 3_600_000,
  keepDone: 3 * 86_400_000,
  stopWithin: 15_000,
  beforeSecondTry: 500,
  /** Before a refused or cut call is made again; twice as long each time after. */
  beforeRetry: 500,
} as const;

/** What of {@link TIMES} paces people's waiting; tests go faster. */
export type Pace = Readonly<
  Record<
    | 'beforeLive'
    | 'beforePlaceholder'
    | 'liveTick'
    | 'betweenDrafts'
    | 'betweenEdits'
    | 'betweenEditsInGroups'
    | 'betweenPages'
    | 'draftFades'
    | 'liveCall'
    | 'noticesEvery'
    | 'beforeRetry',
    number
  >
>;
