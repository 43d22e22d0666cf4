import { inVietnamese } from '../forge-words.ts'

/** Read by the program of the form: while it is loaded it waits for our settings, and later it asks what a refusal means. */
export const MANUAL = Object.assign(globalThis, { CMS_MANUAL_INIT: true, congboInVietnamese: inVietnamese })

/** Where the program keeps what a person has chosen. */
const PREFERENCES = 'sveltia-cms.prefs'

/**
 * The form speaks Vietnamese in a browser of any language: officials' browsers are often English, and no other language is in it.
 * The program is told so as if the browser were Vietnamese, or it would offer to change.
 */
function speakVietnamese(): void {
  Object.defineProperties(navigator, { language: { value: 'vi' }, languages: { value: ['vi'] } })
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PREFERENCES) ?? '{}')
    const chosen = typeof kept === 'object' && kept !== null ? kept : {}
    localStorage.setItem(PREFERENCES, JSON.stringify({ ...chosen, locale: 'vi' }))
  } catch {
    // Nothing can be kept here: then there is no other choice either.
  }
}

speakVietnamese()
