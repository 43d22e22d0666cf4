import type { Entry, Files } from '../adapters/ports.ts'
import type { DonViCu } from '../contract/types.ts'
import { decode } from '../documents/decode.ts'
import { type DocumentPlace, placeOf, urlOf } from '../documents/document.ts'
import { splitFrontMatter } from '../documents/front-matter.ts'
import { DOCUMENT_LIMIT } from '../documents/parse-document.ts'
import { anchorsOf } from '../documents/references.ts'
import { contactsIn } from '../privacy/numbers.ts'
import { readRegister } from '../questions/read-register.ts'
import type { RegisterEntry } from '../questions/register.ts'

/** What a rule may ask about the other files of the portal. Each answer costs what is asked, not what the archive holds. */
export type Archive = {
  readonly has: (path: string) => boolean
  /** The anchors of a document; undefined where there is no such document. */
  readonly anchorsOf: (path: string) => ReadonlySet<string> | undefined
  /** Other documents at the same address. */
  readonly atSameAddress: (path: string, place: DocumentPlace) => readonly string[]
  /** The questions received in a year, as they stand in the register. */
  readonly register: (year: string) => readonly RegisterEntry[]
  /** Telephones and mailboxes that the fixed pages publish, as privacy/numbers.ts compares them. */
  readonly contacts: () => ReadonlySet<string>
  /** Names of units and authorities that have ended, with the day and the document; none where nobody gave them. */
  readonly formerNames: () => readonly DonViCu[]
}

/** What an archive may know beyond the files themselves. */
export type ArchiveKnowledge = {
  /** All that lies below the folder, where the caller has listed it anyway; without it each path is looked up on the disk. */
  readonly listing?: readonly Entry[] | undefined
  /** How long a document has been there; without it nobody knows. */
  readonly standing?: (path: string) => RegisterEntry['standing']
  /** The lists of content/don-vi-cu/, read when they are first asked for. */
  readonly formerNames?: () => readonly DonViCu[]
}

const nobodyKnows = (): 'unknown' => 'unknown'
const NO_NAMES: readonly DonViCu[] = []
const noNames = (): readonly DonViCu[] => NO_NAMES

/** @param folder the portal's folder with its slash */
export function createArchive(
  files: Files,
  folder: string,
  { listing, standing = nobodyKnows, formerNames = noNames }: ArchiveKnowledge = {},
): Archive {
  const registers = new Map<string, readonly RegisterEntry[]>()
  const anchors = new Map<string, ReadonlySet<string> | undefined>()
  const listed = listing && new Set(listing.filter(({ type }) => type === 'file').map(({ path }) => path))
  let contacts: ReadonlySet<string> | undefined
  const sameAddress = listing ? fromListing(listing) : fromDisk(files, folder)
  return {
    has: listed ? (path) => listed.has(path) : (path) => files.exists(folder + path),
    anchorsOf: (path) => {
      if (!anchors.has(path)) anchors.set(path, readAnchors(files, folder + path))
      return anchors.get(path)
    },
    atSameAddress: (path, place) => sameAddress(place).filter((other) => other !== path),
    register: (year) => {
      const register = registers.get(year) ?? readRegister(files, folder, year, standing)
      registers.set(year, register)
      return register
    },
    contacts: () => {
      contacts ??= readContacts(files, folder)
      return contacts
    },
    formerNames,
  }
}

function readContacts(files: Files, folder: string): ReadonlySet<string> {
  const pages = files.list(`${folder}trang`).filter(({ path }) => path.endsWith('.md'))
  return new Set(pages.flatMap(({ path }) => contactsIn(readText(files, path) ?? '')))
}

function readAnchors(files: Files, file: string): ReadonlySet<string> | undefined {
  const text = readText(files, file)
  if (text === undefined) return undefined
  const split = splitFrontMatter(text)
  return anchorsOf(split.ok ? split.value.body : '')
}

function readText(files: Files, file: string): string | undefined {
  const read = files.read(file, DOCUMENT_LIMIT)
  return read.state === 'read' ? (decode(read.bytes).text ?? '') : undefined
}

function fromListing(listing: readonly Entry[]): (place: DocumentPlace) => readonly string[] {
  const byUrl = new Map<string, string[]>()
  for (const { path } of listing) {
    const place = placeOf(path)
    if (!place) continue
    const url = urlOf(place).toLowerCase()
    const known = byUrl.get(url)
    if (known) known.push(path)
    else byUrl.set(url, [path])
  }
  return (place) => byUrl.get(urlOf(place).toLowerCase()) ?? []
}

const fromDisk =
  (files: Files, folder: string) =>
  (place: DocumentPlace): readonly string[] =>
    place.folder !== 'tin-bai'
      ? []
      : files
          .folders(`${folder}tin-bai`)
          .map((linhVuc) => `tin-bai/${linhVuc}/${place.year}/${place.slug}.md`)
          .filter((path) => files.exists(folder + path))
