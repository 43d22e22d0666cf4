import { inVietnamese } from '../forge-words.ts'

/** Read by the program of the form: while it is loaded it waits for our settings, and later it asks what a refusal means. */
export const MANUAL = Object.assign(globalThis, { CMS_MANUAL_INIT: true, congboInVietnamese: inVietnamese })
