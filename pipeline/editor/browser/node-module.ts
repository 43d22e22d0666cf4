import MarkdownIt from 'markdown-it'
import * as yaml from 'yaml'

const LIBRARIES: Readonly<Record<string, unknown>> = { yaml, 'markdown-it': MarkdownIt }

/** Stands in for `node:module` in a browser: what congbo loads only when it is needed is in the program already. */
export const createRequire =
  () =>
  (name: string): unknown =>
    LIBRARIES[name]
