import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { sizeInWords } from '../../pipeline/media/file-words.ts'
import { filmContents, filmFacts, withoutFilmNotes } from '../../pipeline/media/film.ts'
import { keyOf, pack, unpack } from '../../pipeline/media/packed.ts'
import { stemsOf } from '../../pipeline/media/picture.ts'
import { pictureFacts } from '../../pipeline/media/picture-facts.ts'
import { ogSize, widthsOf } from '../../pipeline/media/rendition-plan.ts'
import { withoutNotes } from '../../pipeline/media/strip-notes.ts'
import { film, gif, photo } from '../support/made-files.ts'

// biome-ignore format: a table
test.each([
  [4000, [480, 960, 1440], 'never more than a dense screen shows of a column'],
  [1440, [480, 960, 1440], 'just as large'],
  [1200, [480, 960, 1200], 'its own width where it is smaller'],
  [1000, [480, 1000],      '960 would be all but the same'],
  [960,  [480, 960],       'two are enough'],
  [500,  [500],            'never larger than it came'],
  [1,    [1],              'even the smallest'],
])('a picture of %i pixels comes in %j: %s', (width, widths) => {
  expect(widthsOf(width)).toEqual(widths)
})

// biome-ignore format: a table
test.each([
  [4000, 3000, [1200, 630], 'cut from a photograph'],
  [3000, 500,  [952, 500],  'a panorama is not stretched'],
  [600,  2000, [600, 315],  'nor is a tall one'],
  [1,    1,    [1, 1],      'nothing is smaller'],
])('of %i × %i a card of %j is cut: %s', (width, height, [w, h]) => {
  expect(ogSize(width, height)).toEqual({ width: w, height: h })
})

describe('the names of renditions', () => {
  const names = (files: readonly string[]) => Object.fromEntries(stemsOf(files))
  test('are that of the picture', () => expect(names(['bo-song.jpg'])).toEqual({ 'bo-song.jpg': 'bo-song' }))
  test('differ where two pictures have one name, whatever the order', () => {
    const expected = { 'anh.jpg': 'anh', 'anh.png': 'anh-png' }
    expect(names(['anh.jpg', 'anh.png'])).toEqual(expected)
    expect(names(['anh.png', 'anh.jpg'])).toEqual(expected)
  })
  test('are never the same', () => {
    const name = fc.constantFrom('anh', 'anh-png', 'anh-png-2', 'anh-jpg', 'anh-webp')
    const file = fc
      .tuple(name, fc.constantFrom('jpg', 'jpeg', 'png', 'webp', 'gif'))
      .map((each) => each.join('.'))
    fc.assert(
      fc.property(fc.uniqueArray(file, { maxLength: 12 }), (files) => {
        const stems = [...stemsOf(files).values()]
        expect(new Set(stems).size).toBe(files.length)
      }),
    )
  })
})

describe('finished files that are kept', () => {
  const files = [
    { suffix: '480', format: 'avif', width: 480, height: 320, bytes: Buffer.from('a\nb') },
    { suffix: 'og', format: 'jpg', width: 1200, height: 630, bytes: Buffer.from([0, 255, 10]) },
  ] as const
  const packed = pack(files)
  test('come back as they were', () => {
    expect(unpack(packed)?.map((each) => ({ ...each, bytes: Buffer.from(each.bytes) }))).toEqual(files)
  })
  // biome-ignore format: a table
  test.each([
    ['cut off',        packed.subarray(0, -1)],
    ['one bit turned', Buffer.concat([packed.subarray(0, -1), Buffer.from([11])])],
    ['empty',          Buffer.alloc(0)],
    ['another file',   Buffer.from('{"xin":"chào"}\nchào')],
  ])('are not taken when they are damaged: %s', (_, bytes) => expect(unpack(bytes)).toBeUndefined())
  test('have a name of their own for other bytes and for other settings', () => {
    const names = [keyOf(Buffer.from('a'), 1), keyOf(Buffer.from('b'), 1), keyOf(Buffer.from('a'), 2)]
    expect(new Set(names).size).toBe(3)
  })
})

describe('what stands in the frame of a picture', () => {
  test('is what the library reads, in every format and size', async () => {
    for (const format of ['jpeg', 'png', 'webp'] as const)
      for (const [width, height] of [
        [1, 1],
        [37, 91],
        [1000, 3],
      ] as const) {
        const facts = pictureFacts(await photo({ width, height, format, orientation: 8 }))
        expect({ format, ...facts }).toMatchObject({ width, height, frames: 1, notes: { orientation: 8 } })
      }
    expect(pictureFacts(await gif(4))).toMatchObject({ width: 40, height: 30, frames: 4 })
    const animated = await sharp(await gif(3), { animated: true })
      .webp({ loop: 0 })
      .toBuffer()
    expect(pictureFacts(animated)).toMatchObject({ frames: 3 })
    const lossless = await sharp(await photo({ width: 300, height: 201 }))
      .webp({ lossless: true })
      .toBuffer()
    expect(pictureFacts(lossless)).toMatchObject({ width: 300, height: 201 })
    const progressive = await sharp(await photo())
      .jpeg({ progressive: true })
      .toBuffer()
    expect(pictureFacts(progressive)).toMatchObject({ width: 640, height: 480 })
  })
  test('never throws, whatever the bytes', async () => {
    const seeds = await Promise.all([
      photo({ position: true }),
      photo({ format: 'png', position: true }),
      photo({ format: 'webp' }),
      gif(2),
    ])
    const damaged = fc.tuple(fc.constantFrom(...seeds), fc.nat(), fc.integer({ min: 0, max: 255 }), fc.nat())
    fc.assert(
      fc.property(damaged, ([seed, at, byte, length]) => {
        const bytes = Buffer.from(seed)
        bytes[at % bytes.length] = byte
        expect(['picture', 'broken', 'foreign']).toContain(
          pictureFacts(bytes.subarray(0, length % bytes.length)).state,
        )
        withoutNotes(bytes)
      }),
      { numRuns: 500 },
    )
  })
})

describe('a picture whose notes are taken away', () => {
  const pixels = (bytes: Uint8Array) => sharp(bytes).autoOrient().raw().toBuffer()
  test.each(['jpeg', 'png', 'webp'] as const)(
    '%s: is the same picture, the same way up, and tells nothing',
    async (format) => {
      for (const orientation of [1, 3, 6]) {
        const before = await photo({ format, position: true, camera: true, orientation })
        const after = withoutNotes(before) as Uint8Array
        const { exif, xmp, iptc, comments } = await sharp(after).metadata()
        expect((await pixels(after)).equals(await pixels(before))).toBe(true)
        expect(pictureFacts(after)).toMatchObject({ described: false })
        expect(Buffer.from(after).includes('iPhone')).toBe(false)
        expect({ xmp, iptc, comments, short: (exif?.length ?? 0) < 40 }).toMatchObject({ short: true })
      }
    },
  )
  test('loses what phones hide behind its end', async () => {
    const hidden = Buffer.concat([await photo(), Buffer.from('vị trí 20.94,106.32')])
    expect(Buffer.from(withoutNotes(hidden) as Uint8Array).includes('106.32')).toBe(false)
  })
  test('keeps its colours', async () => {
    const wide = await sharp(await photo())
      .withIccProfile('p3')
      .jpeg()
      .toBuffer()
    expect((await sharp(withoutNotes(wide) as Uint8Array).metadata()).hasProfile).toBe(true)
  })
  test('that is none is left alone', () => expect(withoutNotes(Buffer.from('%PDF-1.7'))).toBeUndefined())
})

describe('a film', () => {
  const facts = (bytes: Uint8Array) => {
    const part = (at: number, length: number) => bytes.subarray(at, at + length)
    const contents = filmContents(part, bytes.length)
    return contents && filmFacts(contents)
  }
  // biome-ignore format: a table
  test.each([
    ['its shape',                       film({ width: 1920, height: 1080 }),               { width: 1920, height: 1080 }],
    ['turned by a telephone',           film({ width: 1920, height: 1080, turned: true }), { width: 1080, height: 1920 }],
    ['its contents behind its pictures', film({ late: true }),                              { width: 640, height: 360 }],
  ])('tells %s', (_, bytes, shape) => expect(facts(bytes)?.shape).toEqual(shape))
  test.each([{}, { late: true }])('loses where it was taken, and nothing else moves: %j', (options) => {
    const before = film({ position: true, ...options })
    const after = withoutFilmNotes(before)
    expect(facts(before)?.hasPosition).toBe(true)
    expect(facts(after)?.hasPosition).toBe(false)
    expect(Buffer.from(after).includes('106.3167')).toBe(false)
    expect(after.length).toBe(before.length)
    const pictures = (bytes: Uint8Array) => Buffer.from(bytes).subarray(Buffer.from(bytes).indexOf('mdat'))
    if (options.late === undefined) expect(pictures(after).equals(pictures(before))).toBe(true)
    expect(facts(after)?.shape).toEqual(facts(before)?.shape)
  })
})

// biome-ignore format: a table
test.each([
  [0,          '0 byte'],
  [999,        '999 byte'],
  [1000,       '1 KB'],
  [64_234,     '64 KB'],
  [1_234_567,  '1,2 MB'],
  [2_000_000,  '2 MB'],
  [25_600_000, '26 MB'],
])('%i bytes are %s', (bytes, words) => expect(sizeInWords(bytes)).toBe(words))
