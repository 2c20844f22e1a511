import type { Reader } from '../../retrieval/model.ts';
import type { Channel } from './ids.ts';
import type { Person } from './people.ts';

/** Who hears the answer: in a group everybody does, so only public documents may support it. */
export type Audience = 'person' | 'group';

/** `readerOf` is the only place where a person's rights to read are decided. */
export type ReaderOf = (person: Person, channel: Channel, audience?: Audience) => Reader;
