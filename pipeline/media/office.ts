import { latin1 } from './bytes.ts'
import { type Hazard, hazard } from './hazard.ts'
import { pictureFacts } from './picture-facts.ts'
import { unzip, type ZipEntry, zipEntries } from './zip.ts'

/** Unpacked, no paper of an office is larger; a trap is. */
const MOST_UNPACKED = 512 * 1024 * 1024
const MOST_ENTRIES = 20_000
const MOST_OF_ENTRY = 32 * 1024 * 1024
/** A workbook in a paper, and no further. */
const DEEPEST = 2

/** Entries by name, in lower case as Windows compares them. */
const BY_NAME: readonly (readonly [name: RegExp, code: Hazard['code']])[] = [
  [/(?:^|\/)vba(?:project|data)\.(?:bin|xml)$/, 'macro'],
  [/(?:^|\/)xl\/macrosheets\//, 'macro'],
  // OpenDocument keeps its programs in these folders; the list of libraries alone is there in every empty one.
  [/^(?:basic|scripts)\/.*\.(?:xml|xba|xlb|py|js|bsh|java|class|jar)$/, 'macro'],
  [/(?:^|\/)activex\//, 'active-x'],
  [
    /(?:^|\/)embeddings\/.*\.(?:bin|docm|xlsm|pptm|xlsb|exe|com|bat|cmd|vbs|js|hta|msi|lnk)$/,
    'embedded-object',
  ],
  [/(?:^|\/)embeddings\/.*\.(?:docx|xlsx|pptx|odt|ods|pdf)$/, 'embedded-workbook'],
  [/(?:^|\/)oleobject\d*\.bin$/, 'embedded-object'],
]

const MACRO_TYPE = /macroEnabled|vbaProject|ms-excel\.macrosheet/i
/** Relations that make Word or Excel fetch something from elsewhere as soon as the paper is opened. */
const REMOTE =
  /<Relationship\b(?=[^>]*TargetMode\s*=\s*["']External["'])(?=[^>]*Type\s*=\s*["'][^"']*\/(?:attachedTemplate|oleObject|subDocument|frame)["'])[^>]*>/i
const OLE_IN_ODF = /manifest:media-type="application\/vnd\.sun\.star\.oleobject"/
const LISTENER = /<script:event-listener\b/
const LOCKED_IN_ODF = /<manifest:encryption-data\b/

/** What an Office or OpenDocument container holds beside text and pictures. */
export function officeHazards(all: Uint8Array, depth = 0): Hazard[] {
  const entries = zipEntries(all)
  if (!entries || entries.length === 0) return [hazard('container-broken')]
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0)
  if (entries.length > MOST_ENTRIES || unpacked > MOST_UNPACKED) return [hazard('bomb')]
  if (entries.some(({ encrypted }) => encrypted)) return [hazard('locked')]
  const named = entries.flatMap((entry) => hazardsOfName(all, entry, depth))
  const told = entries.flatMap((entry) => hazardsOfText(all, entry))
  return unique([...named, ...told])
}

function hazardsOfName(all: Uint8Array, entry: ZipEntry, depth: number): Hazard[] {
  const name = entry.name.replaceAll('\\', '/').toLowerCase()
  const found = BY_NAME.find(([pattern]) => pattern.test(name))
  if (!found) return /(?:^|\/)(?:media|pictures)\/[^/]+\.jpe?g$/.test(name) ? photoHazards(all, entry) : []
  const inside =
    found[1] === 'embedded-workbook' && depth < DEEPEST ? unzip(all, entry, MOST_OF_ENTRY) : undefined
  const nested = inside && zipEntries(inside) ? officeHazards(inside, depth + 1) : []
  return [hazard(found[1], entry.name), ...nested.map(({ code }) => hazard(code, entry.name))]
}

/** A photograph in a paper keeps the notes of its camera. */
function photoHazards(all: Uint8Array, entry: ZipEntry): Hazard[] {
  const photo = unzip(all, entry, MOST_OF_ENTRY)
  const facts = photo && pictureFacts(photo)
  return facts?.state === 'picture' && facts.notes?.hasPosition ? [hazard('photo-position', entry.name)] : []
}

function hazardsOfText(all: Uint8Array, entry: ZipEntry): Hazard[] {
  if (!/\.rels$|^\[content_types\]\.xml$|^meta-inf\/manifest\.xml$|^content\.xml$/i.test(entry.name))
    return []
  const bytes = unzip(all, entry, MOST_OF_ENTRY)
  if (!bytes) return [hazard('container-broken', entry.name)]
  const text = latin1(bytes)
  return [
    ...(/content_types/i.test(entry.name) && MACRO_TYPE.test(text) ? [hazard('macro', entry.name)] : []),
    ...(entry.name.endsWith('.rels') && REMOTE.test(text) ? [hazard('remote-template', entry.name)] : []),
    ...(OLE_IN_ODF.test(text) ? [hazard('embedded-object', entry.name)] : []),
    ...(entry.name === 'content.xml' && LISTENER.test(text) ? [hazard('macro', entry.name)] : []),
    ...(LOCKED_IN_ODF.test(text) ? [hazard('locked')] : []),
  ]
}

/** Each danger is told once, where it was met first. */
const unique = (all: readonly Hazard[]): Hazard[] =>
  all.filter(({ code }, index) => all.findIndex((each) => each.code === code) === index)

/** A paper that Word or Excel has locked with a password is no ZIP, but an old container with this stream in it. */
export const isLockedOffice = (all: Uint8Array): boolean =>
  latin1(all.subarray(0, 64 * 1024)).includes('E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0')
