/**
 * How pictures are made. A change of any value here makes every picture anew: the values are a part of the name under which a
 * finished picture is kept.
 */
export const PICTURE_SETTINGS = {
  revision: 1,
  /** Pixels: a cheap phone, a column of text, a column of text on a dense screen. */
  widths: [480, 960, 1440],
  /** Measured on drawings and photographs: effort 4 takes seven times as long for a tenth less. */
  avif: { quality: 50, effort: 2 },
  webp: { quality: 75 },
  jpeg: { quality: 78, mozjpeg: true },
  png: { palette: true, effort: 7 },
  /** The size that social networks ask for. */
  og: { width: 1200, height: 630, quality: 80 },
  /** Twice as large as it stands on the page, for dense screens. */
  emblem: { longest: 136, png: { compressionLevel: 9, palette: true, quality: 90 } },
  /** A scanned page or a map that a link leads to: still to be read when it is enlarged. */
  whole: { longest: 4096, quality: 88 },
} as const

/** More is no photograph of an official's phone but a trap: 64 million pixels are 256 MB when they are unpacked. */
export const MOST_PIXELS = 64_000_000

/** A width nearer than this to the next larger one is not worth a file of its own. */
const NEAR = 0.9

/**
 * The widths in which a picture is published, ascending: never larger than the picture itself.
 *
 * @param width of the picture, upright, in pixels
 */
export function widthsOf(width: number): number[] {
  const { widths } = PICTURE_SETTINGS
  const largest = Math.min(width, widths.at(-1) as number)
  return [...widths.filter((each) => each < largest * NEAR), largest]
}

/** The largest part of a picture that has the shape of an Open Graph card, in pixels; never larger than the picture. */
export function ogSize(width: number, height: number): { width: number; height: number } {
  const { og } = PICTURE_SETTINGS
  const fitting = Math.max(1, Math.floor(Math.min(og.width, width, (height * og.width) / og.height)))
  return {
    width: fitting,
    height: Math.max(1, Math.min(height, Math.round((fitting * og.height) / og.width))),
  }
}
