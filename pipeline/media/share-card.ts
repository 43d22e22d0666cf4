/** What a card for social networks shows: where a link leads when the page has no picture of its own. */
export type ShareCard = {
  readonly kicker: string
  readonly title: string
  readonly footer: string
  /** Letters of the mark, because neither emblem nor arms are ours to draw. */
  readonly initials: string
  /** `#rrggbb`; white can be read on it. */
  readonly accent: string
}

/** In pixels. Another number here makes other bytes, so all of them are part of the name under which a card is kept. */
export const SHARE_CARD = {
  width: 1200,
  height: 630,
  margin: 80,
  mark: 96,
  kicker: 34,
  /** The largest in which the title fits its room. */
  titles: [76, 64, 54, 46, 38],
  titleTop: 232,
  titleHeight: 262,
  footer: 30,
  footerTop: 524,
  band: 18,
} as const
