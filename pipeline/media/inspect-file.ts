import { isUtf8 } from 'node:buffer'
import { detectType } from './detect-type.ts'
import { filmContents, filmFacts } from './film.ts'
import { extensionOf, FORMATS, type Format, MOST_BYTES } from './formats.ts'
import { type Hazard, hazard } from './hazard.ts'
import { isLockedOffice, officeHazards } from './office.ts'
import { pdfHazards } from './pdf.ts'
import { pictureFacts, pictureTrouble } from './picture-facts.ts'

/** A file that is looked into, as far as the question needs it. */
export type FileSource = {
  readonly file: string
  /** In bytes. */
  readonly size: number
  readonly part: (at: number, length: number) => Uint8Array
}

/** Enough for every type to be told from all others. */
const HEAD = 4100

/** Everything in a file that keeps it from being published, or that its sender should know. Films and recordings are not read whole. */
export async function inspectFile(source: FileSource): Promise<Hazard[]> {
  const format = FORMATS[extensionOf(source.file)]
  if (!format) return []
  if (source.size > MOST_BYTES) return [hazard('too-large')]
  const long = format.family === 'sound' || format.family === 'film'
  const bytes = source.part(0, long ? HEAD : source.size)
  const type = await detectType(bytes)
  const heavy = source.size > format.heavy ? [hazard('heavy')] : []
  if (format.family === 'office' && type === 'cfb' && isLockedOffice(bytes))
    return [hazard('locked'), ...heavy]
  if (!isOfType(format, type)) return [hazard('mismatch', type ?? 'unknown'), ...heavy]
  return [...INSIDE[format.family](source, bytes), ...heavy]
}

const isOfType = ({ family, types }: Format, type: string | undefined): boolean =>
  type === undefined ? family === 'text' : types.includes(type)

const INSIDE: Record<Format['family'], (source: FileSource, bytes: Uint8Array) => Hazard[]> = {
  picture: (_, bytes) => pictureHazards(bytes),
  office: (_, bytes) => officeHazards(bytes),
  pdf: (_, bytes) => pdfHazards(bytes),
  text: ({ file }, bytes) => textHazards(file, bytes),
  sound: () => [],
  film: filmHazards,
}

function pictureHazards(bytes: Uint8Array): Hazard[] {
  const facts = pictureFacts(bytes)
  const trouble = pictureTrouble(facts)
  if (facts.state !== 'picture' || trouble === 'broken') return [hazard('picture-broken')]
  const { notes, frames, width, height } = facts
  return [
    ...(trouble === 'too-large' ? [hazard('picture-too-large', `${width} × ${height}`)] : []),
    ...(frames > 1 ? [hazard('animated', `${frames}`)] : []),
    ...(notes?.hasPosition
      ? [hazard('picture-position')]
      : notes?.camera
        ? [hazard('picture-camera', notes.camera)]
        : []),
  ]
}

/** A cell that a spreadsheet would take for a formula and run; one with a sign is text or a number unless it calls a program. */
const FORMULA = /(?:^|[,;\t\n])"?(?:[=@]|[+-][^,;\t\n]*\|)/

function textHazards(file: string, bytes: Uint8Array): Hazard[] {
  if (!isUtf8(bytes) || bytes.includes(0)) return [hazard('not-text')]
  const text = new TextDecoder().decode(bytes)
  if (file.endsWith('.vtt')) return /^WEBVTT(?:[ \t\r\n]|$)/.test(text) ? [] : [hazard('not-captions')]
  const found = FORMULA.exec(text.replaceAll('\r', ''))
  return found ? [hazard('formula', text.replaceAll('\r', '').slice(found.index).trim().slice(0, 20))] : []
}

function filmHazards({ file, size, part }: FileSource): Hazard[] {
  if (!file.endsWith('.mp4')) return []
  const contents = filmContents(part, size)
  if (!contents) return [hazard('container-broken')]
  const { hasPosition, hevc } = filmFacts(contents)
  return [...(hasPosition ? [hazard('film-position')] : []), ...(hevc ? [hazard('film-coding')] : [])]
}
