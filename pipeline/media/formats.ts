const MB = 1_000_000

/** What is to be known of the files with one extension. */
export type Format = {
  readonly family: 'picture' | 'office' | 'pdf' | 'text' | 'sound' | 'film'
  /** What the bytes may be, as `file-type` calls it. */
  readonly types: readonly string[]
  /** In bytes: above it the sender is told that readers wait, and that Git keeps the file for ever. */
  readonly heavy: number
}

/** A telephone's photograph has 3 to 8 MB. */
const PICTURE = { family: 'picture', heavy: 10 * MB } as const
/** On a phone with 3G, 10 MB take half a minute. */
const PAPER = { family: 'office', heavy: 10 * MB } as const

/** Every extension that a content folder may hold beside documents. */
export const FORMATS: Readonly<Record<string, Format>> = {
  jpg: { ...PICTURE, types: ['jpg'] },
  jpeg: { ...PICTURE, types: ['jpg'] },
  png: { ...PICTURE, types: ['png', 'apng'] },
  webp: { ...PICTURE, types: ['webp'] },
  gif: { ...PICTURE, types: ['gif'] },
  pdf: { family: 'pdf', types: ['pdf'], heavy: 15 * MB },
  docx: { ...PAPER, types: ['docx'] },
  xlsx: { ...PAPER, types: ['xlsx'] },
  pptx: { ...PAPER, types: ['pptx'], heavy: 20 * MB },
  odt: { ...PAPER, types: ['odt'] },
  ods: { ...PAPER, types: ['ods'] },
  csv: { family: 'text', types: [], heavy: 5 * MB },
  vtt: { family: 'text', types: ['vtt'], heavy: MB },
  mp3: { family: 'sound', types: ['mp3'], heavy: 20 * MB },
  // A forge takes 25 MB through its web page, warns at 50 and refuses 100.
  mp4: { family: 'film', types: ['mp4', 'm4v'], heavy: 50 * MB },
  webm: { family: 'film', types: ['webm'], heavy: 50 * MB },
}

/** What nothing may exceed: a forge refuses it, and no check unpacks it. */
export const MOST_BYTES = 100 * MB

export const extensionOf = (file: string): string => file.slice(file.lastIndexOf('.') + 1)
