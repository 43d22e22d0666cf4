import type { Place } from '../diagnostics/diagnostic.ts'

/** The line and column of an offset, in UTF-16 units, both from 1. */
export function placeOfOffset(text: string, offset: number): Place {
  let line = 1
  let start = 0
  for (let next = text.indexOf('\n'); next >= 0 && next < offset; next = text.indexOf('\n', next + 1)) {
    line += 1
    start = next + 1
  }
  return { line, column: offset - start + 1 }
}
