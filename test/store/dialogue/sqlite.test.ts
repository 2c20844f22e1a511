import { describe } from 'vitest';
import { openDatabase } from '../../../src/store/database.ts';
import { createDialogueStores } from '../../../src/store/dialogue/index.ts';
import {
  auditContract,
  escalationContract,
  inboxContract,
  noticeContract,
  peopleContract,
  questionContract,
  settingsContract,
  signinContract,
} from './contracts.ts';

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
