import { html, type Part } from '../html.ts'

/** Signs that XML 1.0 forbids even as entities: one of them would make a whole file unreadable. */
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu

/** A file of XML. */
export const xmlFile = (root: Part): string =>
  html`<?xml version="1.0" encoding="utf-8"?>
${root}`.text.replace(FORBIDDEN, '')
