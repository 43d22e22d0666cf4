import { findPersonalData } from '../privacy/personal-data.ts'

/** The first thing in a text that tells who somebody is; undefined where none is seen. The registers count cases and never name anybody. */
export const privateDataIn = (text: string): string | undefined =>
  findPersonalData(text, { voice: 'asker' })[0]?.what
