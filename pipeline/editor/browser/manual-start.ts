/** Read by the program of the form while it is loaded: it waits for our settings. */
export const MANUAL = Object.assign(globalThis, { CMS_MANUAL_INIT: true })
