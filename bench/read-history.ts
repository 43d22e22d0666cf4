/**
 * Reads the history of a repository as a ledger does, with nothing kept from before.
 *
 *   node bench/read-history.ts <folder>
 */
import { gitRepository } from '../pipeline/adapters/git.ts'
import { readLives } from '../pipeline/commands/read-ledger.ts'

const [folder] = process.argv.slice(2)
const nothingKept = { read: () => undefined, write: () => false }
const { present } = await readLives({ git: gitRepository(folder as string), cache: nothingKept })
process.stdout.write(`${present.size} files\n`)
