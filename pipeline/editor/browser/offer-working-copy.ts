import type { FormData } from '../form-data.ts'
import { CopyFolder } from './copy-handles.ts'
import { CopyTree } from './copy-tree.ts'
import { PROGRAM } from './form-program.ts'
import { showVerdict } from './verdict.ts'
import { offerWordImport } from './word-import.ts'

/** Lets the form work on the files of this machine, where `npm start` offers them, and shows what the check says of each save. */
export async function offerWorkingCopy({ portal, config }: FormData): Promise<void> {
  if (!/^(?:localhost|127\.0\.0\.1)$/.test(location.hostname)) return
  const tree = await CopyTree.open(portal)
  if (!tree) return
  await forgetFolder()
  Object.assign(globalThis, { showDirectoryPicker: async () => new CopyFolder(tree, '') })
  offerWordImport(tree, config)
  PROGRAM.registerEventListener({
    name: 'postSave',
    handler: async ({ entry }) => {
      const path = String(entry.get('path') ?? '')
      showVerdict(path, await tree.check(path))
    },
  })
}

/** The program remembers the folder that was picked, but ours cannot be stored: it is a way to a server, not a place on a disk. */
async function forgetFolder(): Promise<void> {
  for (const { name } of (await indexedDB.databases?.()) ?? [])
    if (name !== undefined) await clearStore(name, 'file-system-handles')
}

const clearStore = (database: string, store: string): Promise<void> =>
  new Promise((done) => {
    const opening = indexedDB.open(database)
    opening.onerror = () => done()
    opening.onsuccess = () => {
      const opened = opening.result
      if (opened.objectStoreNames.contains(store))
        opened.transaction(store, 'readwrite').objectStore(store).clear()
      opened.close()
      done()
    }
  })
