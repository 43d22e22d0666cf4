import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { sharpImages } from '../../pipeline/adapters/images.ts'
import type { MadeFile } from '../../pipeline/media/packed.ts'
import type { PicturePart } from '../../pipeline/media/picture.ts'
import { hugePng, photo } from '../support/made-files.ts'

const images = sharpImages()

async function make(bytes: Uint8Array, part: PicturePart = 'shown'): Promise<readonly MadeFile[]> {
  const made = await images.make(bytes, part)
  if (made.state !== 'made') throw new Error(made.why)
  return made.files
}

const noise = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  })

describe('a photograph with the notes of a telephone', async () => {
  const source = await noise(1600, 1000)
    .withExif({ IFD0: { Make: 'Apple' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '20/1 56/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .withIccProfile('p3')
    .jpeg({ quality: 95 })
    .toBuffer()
  const files = await make(source)
  test('comes in three formats and the widths that it fills, upright', () => {
    const names = ['480.avif', '1000.avif', '480.webp', '1000.webp', '480.jpg', '1000.jpg']
    expect(files.map(({ suffix, format }) => `${suffix}.${format}`)).toEqual(names)
    expect(files.every(({ width, height }) => height > width)).toBe(true)
  })
  test.each(['shown', 'og', 'whole'] as const)('of %s nothing is left of them', async (part) => {
    for (const { bytes, width, height } of await make(source, part)) {
      const { exif, xmp, iptc, icc, orientation, space, width: w, height: h } = await sharp(bytes).metadata()
      expect({ exif, xmp, iptc, icc, orientation, space, w, h }).toEqual({
        space: 'srgb',
        w: width,
        h: height,
      })
      expect(Buffer.from(bytes).includes('Apple')).toBe(false)
    }
  })
  test('is the same to the last byte when it is made again', async () => {
    const again = await make(source)
    expect(
      again.every(({ bytes }, index) =>
        Buffer.from(bytes).equals(Buffer.from((files[index] as MadeFile).bytes)),
      ),
    ).toBe(true)
  })
})

test('the corner that was above on the telephone’s screen is above', async () => {
  // Orientation 6: what lies at the left below in the pixels stands above at the left.
  const source = await photo({ width: 600, height: 400, orientation: 6 })
  const [jpeg] = (await make(source)).filter(({ format }) => format === 'jpg')
  const at = async (left: number, top: number) => [
    ...(await sharp((jpeg as MadeFile).bytes)
      .extract({ left, top, width: 1, height: 1 })
      .raw()
      .toBuffer()),
  ]
  const [red = 0, , blue = 0] = await at(380, 20)
  expect(red).toBeGreaterThan(blue)
  const [otherRed = 0, , otherBlue = 0] = await at(20, 580)
  expect(otherRed).toBeLessThan(otherBlue)
})

test('a drawing keeps clear edges where that is smaller', async () => {
  const drawing = await sharp({ create: { width: 1000, height: 600, channels: 3, background: '#fff' } })
    .composite([
      {
        input: Buffer.from(
          '<svg width="1000" height="600"><path d="M0 0 L1000 600" stroke="#900" stroke-width="3"/></svg>',
        ),
        top: 0,
        left: 0,
      },
    ])
    .png()
    .toBuffer()
  expect(
    (await make(drawing)).filter(({ suffix }) => suffix === '480').map(({ format }) => format),
  ).toContain('png')
})

test('what is transparent stays so on a page, and is paper on a card', async () => {
  const hole = await sharp({
    create: { width: 900, height: 700, channels: 4, background: { r: 200, g: 0, b: 0, alpha: 0.5 } },
  })
    .png()
    .toBuffer()
  const fallback = (await make(hole)).at(-1) as MadeFile
  expect(fallback.format).toBe('png')
  expect((await sharp(fallback.bytes).stats()).isOpaque).toBe(false)
  const [card] = await make(hole, 'og')
  expect((await sharp((card as MadeFile).bytes).metadata()).hasAlpha).toBe(false)
})

// biome-ignore format: a table
test.each([
  ['og',     1600, 1200, [1200, 630],  'the size that networks ask for'],
  ['og',     400,  400,  [400, 210],   'never larger than it came'],
  ['whole',  1600, 1200, [1600, 1200], 'a link leads to all of it'],
  ['whole',  5000, 100,  [4096, 82],   'but to no more than can be looked at'],
  ['emblem', 500,  300,  [136, 82],    'twice its place'],
] as const)('%s of %i × %i is %j: %s', async (part, width, height, [w, h], _because) => {
  const [made] = await make(await photo({ width, height }), part)
  expect([made?.width, made?.height]).toEqual([w, h])
})

test.each([
  [
    'grey',
    () =>
      sharp({ create: { width: 600, height: 400, channels: 3, background: '#777' } })
        .greyscale()
        .jpeg()
        .toBuffer(),
  ],
  [
    'of printers’ inks',
    () =>
      sharp({ create: { width: 600, height: 400, channels: 3, background: '#777' } })
        .toColourspace('cmyk')
        .jpeg()
        .toBuffer(),
  ],
  [
    'of 16 bits',
    () =>
      sharp({ create: { width: 600, height: 400, channels: 3, background: '#777' } })
        .toColourspace('rgb16')
        .png()
        .toBuffer(),
  ],
])('a picture %s is made too', async (_, source) => {
  for (const { bytes } of await make(await source())) {
    const { space, depth } = await sharp(bytes).metadata()
    expect({ space, depth }).toEqual({ space: 'srgb', depth: 'uchar' })
  }
})

// biome-ignore format: a table
test.each([
  ['cut off',                     async () => (await photo()).subarray(0, 2000)],
  ['its middle taken out',        async () => { const bytes = await noise(400, 300).png().toBuffer(); return Buffer.concat([bytes.subarray(0, 5000), bytes.subarray(9000)]) }],
  ['a claim of gigabytes',        async () => hugePng(50_000, 50_000)],
  ['no picture at all',           async () => Buffer.from('MZ')],
  ['empty',                       async () => Buffer.alloc(0)],
])('%s: said, not thrown', async (_, bytes) => {
  expect(await images.make(await bytes(), 'shown')).toMatchObject({ state: 'broken' })
})
