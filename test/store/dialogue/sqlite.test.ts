import { describe } from 'vitest';
import { openDatabase } from '../../../src/store/database.ts';
import { createDialogueStores } from '../../../src/store/dialogue/index.ts';
import { escalationContract } from './contracts/escalations.ts';
import { inboxContract } from './contracts/inbox.ts';
import { peopleContract } from './contracts/people.ts';
import { questionContract } from './contracts/questions.ts';
import { auditContract, noticeContract, settingsContract, signinContract } from './contracts/records.ts';

const stores = async () => createDialogueStores(await openDatabase(':memory:'), () => new Date());

describe('SQLite', () => {
  peopleContract(async () => (await stores()).people);
  questionContract(async () => (await stores()).questions);
  escalationContract(async () => (await stores()).escalations);
  auditContract(async () => (await stores()).audit);
  signinContract(async () => (await stores()).signin);
  settingsContract(async () => (await stores()).settings);
  noticeContract(async () => (await stores()).notices);
  inboxContract(stores);
});
