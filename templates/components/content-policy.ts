import { type Html, raw } from '../html.ts'

/** The policy as a page carries it. It is a constant, and its quotes stand as they are: thousands of pages carry it. */
export const contentPolicy = (policy: string): Html =>
  raw(`<meta http-equiv="Content-Security-Policy" content="${policy}">`)
