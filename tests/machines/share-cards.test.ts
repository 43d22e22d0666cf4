import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sharpCards } from '../../pipeline/adapters/card-press.ts'
import { portsOfProcess } from '../../pipeline/adapters/ports-of-process.ts'
import type { ShareCard } from '../../pipeline/media/share-card.ts'
import { makeShareCards } from '../../pipeline/site/share-cards.ts'
import { PORTALS, REPOSITORY } from '../support/portals.ts'
import { type BuiltSite, buildSamples } from '../support/site.ts'

const CARD: ShareCard = {
  kicker: 'Cổng thông tin điện tử phường Thành Đông',
  title: 'Tin tức, sự kiện',
  footer: 'UBND phường Thành Đông',
  initials: 'TĐ',
  accent: '#7d1a1f',
}
const press = sharpCards()

describe('on the built sites', () => {
  let site: BuiltSite
  beforeAll(async () => {
    site = await buildSamples(PORTALS)
  })
  afterAll(() => site.remove())
  const cardsOf = (id: string) =>
    [...site.files.keys()].filter((path) => path.startsWith(`${id}/assets/chia-se/`))

  test('every picture that a page offers to social networks is there, and is of the size that the page says', async () => {
    const offered = [...site.files].flatMap(([path, bytes]) => {
      const found =
        /og:image" content="https:\/\/[^/]+\/([^"]+)">\s*<meta property="og:image:width" content="(\d+)">\s*<meta property="og:image:height" content="(\d+)">/.exec(
          path.endsWith('.html') ? bytes.toString() : '',
        )
      return found ? [[`${path.split('/')[0]}/${found[1]}`, Number(found[2]), Number(found[3])] as const] : []
    })
    expect(offered.length).toBeGreaterThan(100)
    for (const [file, width, height] of new Map(offered.map((each) => [each[0], each])).values()) {
      const bytes = site.files.get(file)
      expect(bytes, file).toBeDefined()
      expect(await sharp(bytes).metadata(), file).toMatchObject({ width, height })
    }
  })
  test('there are as many as sections that hold something, and one for the portal, however many articles', () => {
    const sections = [...site.files.keys()].filter((path) =>
      /^thanh-dong\/chuyen-muc\/[^/]+\/index\.html$/.test(path),
    )
    expect(cardsOf('thanh-dong').length).toBeGreaterThan(5)
    expect(cardsOf('thanh-dong').length).toBeLessThanOrEqual(sections.length + 1)
  })
  test('a document without a picture shows the card of its section; a page of no section that of the portal', () => {
    const offered = (path: string) =>
      /og:image" content="https:\/\/[^/]+\/([^"]+)"/.exec(site.files.get(path)?.toString() ?? '')?.[1]
    expect(offered('thanh-dong/van-ban/2026/lich-tiep-cong-dan-thang-12/index.html')).toBe(
      'assets/chia-se/muc-chi-dao-dieu-hanh.png',
    )
    expect(offered('thanh-dong/quy-che/index.html')).toBe('assets/chia-se/cong.png')
  })
  test('a portal without a known address has none: no network could fetch them', () => {
    expect(cardsOf('dong-viet')).toEqual([])
  })
  test('the font that draws them is not sent to readers', () => {
    expect([...site.files.keys()].filter((path) => path.endsWith('.ttf'))).toEqual([])
  })
})

describe('a card', () => {
  test('comes out the same, byte for byte', async () => {
    const [one, two] = [await press.draw(CARD), await press.draw(CARD)]
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true)
    expect(await sharp(one).metadata()).toMatchObject({
      format: 'png',
      width: 1200,
      height: 630,
      hasAlpha: false,
    })
  })
  /** How many pixels in the room of the title are letters. */
  const letters = async (card: ShareCard, top = 232, height = 262) => {
    const { data } = await sharp(await press.draw(card))
      .extract({ left: 0, top, width: 1200, height })
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true })
    return data.filter((value) => value > 160).length
  }
  test('shows every Vietnamese letter: none is an empty box that looks like all others', async () => {
    const seen = new Set<number>()
    const WORDS = ['Ấ', 'Ặ', 'Ể', 'Ộ', 'Ữ', 'Ỹ', 'Đ', 'ơ', 'ẵ']
    for (const title of WORDS) seen.add(await letters({ ...CARD, title }))
    expect(seen.size).toBeGreaterThanOrEqual(WORDS.length - 1)
    for (const ink of seen) expect(ink).toBeGreaterThan(200)
  })
  // biome-ignore format: a table
  test.each([
    ['Tuyên truyền, phổ biến, hướng dẫn việc thực hiện pháp luật, chế độ, chính sách đối với những lĩnh vực thuộc phạm vi quản lý nhà nước', 'a title of many lines becomes smaller'],
    ['Từ '.repeat(120),                    'a title that never fits is cut off'],
    ['Ộ'.repeat(200),                      'a word that is wider than the card breaks'],
    ['<b>Đậm</b> & "ngoặc" <span foreground="black">', 'signs of markup are letters'],
    ['A',                                  'one letter'],
  ])('%s: %s', async (title) => {
    const card = { ...CARD, title: title.trim() }
    expect(await sharp(await press.draw(card)).metadata()).toMatchObject({ width: 1200, height: 630 })
    expect(await letters(card)).toBeGreaterThan(100)
    // Between the title and the line at the foot nothing may stand.
    expect(await letters(card, 496, 26)).toBe(0)
  })
})

describe('the workshop', () => {
  const written = new Map<string, Uint8Array>()
  const kept = new Map<string, Uint8Array>()
  const complaints: string[] = []
  const ports = portsOfProcess(REPOSITORY)
  const world = (draw: (card: ShareCard) => Promise<Uint8Array>) => ({
    cards: { version: '1', draw },
    cache: {
      read: (_: string, key: string) => kept.get(key),
      write: (_: string, key: string, bytes: Uint8Array) => kept.set(key, bytes).has(key),
    },
    output: {
      ...ports.output,
      write: (file: string, bytes: string | Uint8Array) => void written.set(file, bytes as Uint8Array),
    },
    product: ports.product,
    err: (text: string) => void complaints.push(text),
  })
  const never = () => Promise.reject(new Error('no library'))

  test('draws once, and then takes what was kept', async () => {
    expect(await makeShareCards(world(press.draw), new Map([['cong', CARD]]), '/x')).toEqual(['cong'])
    written.clear()
    expect(await makeShareCards(world(never), new Map([['cong', CARD]]), '/x')).toEqual(['cong'])
    expect([...written.keys()]).toEqual(['/x/assets/chia-se/cong.png'])
  })
  test('a card that was kept and cut off is drawn again', async () => {
    for (const [key, bytes] of kept) kept.set(key, bytes.subarray(0, 1000))
    expect(await makeShareCards(world(press.draw), new Map([['cong', CARD]]), '/x')).toEqual(['cong'])
    expect([...kept.values()][0]?.length).toBeGreaterThan(1000)
  })
  test('another colour is another card', async () => {
    const other = new Map([['cong', { ...CARD, accent: '#0b4f6c' }]])
    expect(await makeShareCards(world(never), other, '/x')).toEqual([])
  })
  test('where none can be drawn, the build goes on, says so, and no page names one', async () => {
    complaints.length = 0
    expect(
      await makeShareCards(world(never), new Map([['muc-a', { ...CARD, title: 'Khác' }]]), '/x'),
    ).toEqual([])
    expect(complaints).toEqual(['  … không vẽ được ảnh chia sẻ «Khác»: no library'])
  })
})
