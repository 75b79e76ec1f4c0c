import type { Listener } from '@rampart/platform/events/listener.ts'
import { insertEntry, type NewEntry } from './store/entries.ts'

/** Keeps an entry that another module recorded. */
export const onEntryRecorded =
  (): Listener<NewEntry> =>
  async (event, { once }) => {
    await once((tx) => insertEntry(tx, event.id, event.payload))
  }
