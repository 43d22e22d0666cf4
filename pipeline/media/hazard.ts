/** What a file may hold that keeps it from being published, or that its sender should know. */
export type HazardCode =
  /** The bytes are of another type than the name says; `detail` is what they are. */
  | 'mismatch'
  | 'too-large'
  | 'heavy'
  | 'picture-broken'
  | 'picture-too-large'
  | 'animated'
  | 'picture-position'
  | 'picture-camera'
  | 'film-position'
  | 'film-coding'
  | 'container-broken'
  | 'macro'
  | 'active-x'
  | 'embedded-object'
  | 'embedded-workbook'
  | 'remote-template'
  | 'bomb'
  | 'photo-position'
  | 'locked'
  | 'pdf-script'
  | 'pdf-launch'
  | 'pdf-embedded'
  | 'pdf-unseen'
  | 'pdf-scan'
  | 'not-text'
  | 'formula'
  | 'not-captions'

/** `detail`: a word of the file that shows where to look. */
export type Hazard = { readonly code: HazardCode; readonly detail?: string }

export const hazard = (code: HazardCode, detail?: string): Hazard =>
  detail === undefined ? { code } : { code, detail }
