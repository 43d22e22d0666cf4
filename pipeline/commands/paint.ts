import { styleText } from 'node:util'
import type { Ports } from '../adapters/ports.ts'
import { type Paint, plain } from '../diagnostics/format-text.ts'

/** Colours only where the output is a terminal. */
export const paintFor = ({ colour }: Ports): Paint =>
  colour ? (style, text) => styleText(style, text, { validateStream: false }) : plain
