import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Ports } from '../../pipeline/adapters/ports.ts'
import { build } from '../../pipeline/commands/build.ts'
import { pictureFacts } from '../../pipeline/media/picture-facts.ts'
import { inProcess } from '../support/in-process.ts'
import { docx, film, hugePng, pdf, photo } from '../support/made-files.ts'
import { article, createRepository, snapshot } from '../support/repository.ts'

const NOW = '2026-11-20T09:00:00+07:00'
const FOLDER = 'content/thanh-dong/tin-bai/xa-hoi/2026'

const repositoryWith = (files: Readonly<Record<string, string | Uint8Array>>) => {
  const repository = createRepository()
  for (const [name, content] of Object.entries(files)) repository.write(`${FOLDER}/${name}`, content)
  repository.init()
  repository.commit('2026-11-19T09:00:00+07:00')
  return repository
}

type Repository = ReturnType<typeof repositoryWith>

/** Builds in this process, and counts what is made in the workshop. */
async function built(repository: Repository, change: (ports: Ports) => Partial<Ports> = () => ({})) {
  const made: string[] = []
  const outcome = await inProcess(repository.root, (real) => {
    const ports: Ports = {
      ...real,
      images: {
        ...real.images,
        make: (bytes, part) => {
          made.push(part)
          return real.images.make(bytes, part)
        },
      },
    }
    return build({ ...ports, ...change(ports) }, { now: NOW, search: false })
  })
  return { ...outcome, made }
}

const page = (repository: Repository, slug: string) =>
  repository.read(`_site/thanh-dong/tin-bai/2026/${slug}/index.html`)
const beside = (repository: Repository, slug: string) =>
  readdirSync(repository.at(`_site/thanh-dong/tin-bai/2026/${slug}`)).sort()

const GALLERY = (...files: string[]) =>
  files.map((file) => `\n  - file: ${file}\n    alt: Hình thử trong loạt ảnh`).join('')
const LEAD = (file: string) =>
  `\n  file: ${file}\n  alt: Hình thử ở đầu bài\n  caption: Chú thích\n  credit: Nguyễn Văn An`
const VIDEO = `\n  file: phim.mp4\n  title: Phim thử\n  captions: phim.vtt\n  transcript: |\n    Lời thứ nhất của phim thử.\n\n    Lời thứ hai <b>của</b> phim thử.`

describe('pictures of published documents', () => {
  let repository: Repository
  beforeAll(async () => {
    repository = repositoryWith({
      'bai.md': article(
        {
          image: LEAD('bia.jpg'),
          gallery: GALLERY('mot.jpg', 'hai.png'),
          video: VIDEO,
          attachments: '\n  - file: ban-do.png\n    title: Bản đồ',
        },
        '![Ảnh giữa bài](./giua.webp "Chú thích <giữa> bài")\n\nXem [ảnh lớn](giua.webp), [tệp lạ](trang.html).\n',
      ),
      'cho-duyet.md': article({ image: LEAD('cho-duyet.jpg') }),
      'bia.jpg': await photo({ width: 1200, height: 800, position: true, camera: true }),
      'mot.jpg': await photo({ width: 700, height: 500 }),
      'hai.png': await photo({ width: 300, height: 200, format: 'png' }),
      'giua.webp': await photo({ width: 1000, height: 600, format: 'webp', position: true }),
      'ban-do.png': await photo({ width: 2000, height: 900, format: 'png' }),
      'khong-ai-dung.jpg': await photo(),
      'trang.html': '<script>alert(1)</script>',
      'phim.mp4': film({ width: 1080, height: 1920, position: true }),
      'phim.vtt': 'WEBVTT\n\n00:00.000 --> 00:01.000\nLời\n',
    })
    // What waits for approval: not there at the instant of the build.
    repository.remove(`${FOLDER}/cho-duyet.md`)
    repository.write(`${FOLDER}/cho-duyet.jpg`, await photo())
    const { code, made } = await built(repository)
    expect(code).toBe(0)
    expect(made.sort()).toEqual(['og', 'shown', 'shown', 'shown', 'shown', 'whole', 'whole'])
  })

  test('stand beside the page under their own names, and no byte that was sent', () => {
    const files = beside(repository, 'bai')
    expect(files).toEqual(
      expect.arrayContaining([
        'bia-1200.avif',
        'bia-480.webp',
        'bia-960.jpg',
        'bia-og.jpg',
        'giua-lon.png',
        'ban-do-lon.png',
        'hai-300.webp',
      ]),
    )
    for (const sent of [
      'bia.jpg',
      'mot.jpg',
      'hai.png',
      'giua.webp',
      'ban-do.png',
      'khong-ai-dung.jpg',
      'trang.html',
    ])
      expect(files).not.toContain(sent)
    const published = readdirSync(repository.at('_site'), { recursive: true }) as string[]
    expect(published.filter((file) => /cho-duyet|khong-ai-dung/.test(file))).toEqual([])
  })
  test('tell nothing of the camera, whichever file is looked at', () => {
    const folder = repository.at('_site/thanh-dong/tin-bai/2026/bai')
    const pictures = readdirSync(folder).filter((file) => /\.(?:jpg|png|webp)$/.test(file))
    for (const file of pictures)
      expect({ file, ...pictureFacts(readFileSync(join(folder, file))) }).toMatchObject({
        notes: undefined,
        described: false,
      })
  })
  test('every file that a page chooses from is there, and has the width that is said', async () => {
    const html = page(repository, 'bai')
    const candidates = [...html.matchAll(/srcset="([^"]+)"/g)].flatMap((match) =>
      (match[1] as string).split(', '),
    )
    expect(candidates.length).toBeGreaterThan(20)
    for (const candidate of candidates) {
      const [file = '', width = ''] = candidate.split(' ')
      const { width: real } = await sharp(
        repository.at(`_site/thanh-dong/tin-bai/2026/bai/${file}`),
      ).metadata()
      expect(`${real}w`).toBe(width)
    }
  })
  test('have their shape before they are loaded; all but the first wait until they are come near', () => {
    const images = [...page(repository, 'bai').matchAll(/<picture>.*?<img([^>]*)><\/picture>/g)].map(
      (match) => match[1] as string,
    )
    expect(images).toHaveLength(4)
    for (const each of images) expect(each).toMatch(/ sizes="[^"]+".* width="\d+" height="\d+"/)
    expect(images.map((each) => each.includes('loading="lazy" decoding="async"'))).toEqual([
      false,
      true,
      true,
      true,
    ])
    expect(images[0]).toContain('fetchpriority="high"')
  })
  test('have their captions and the names of who took them', () => {
    const html = page(repository, 'bai')
    expect(html).toContain(
      '<figcaption>Chú thích <span class="credit">Ảnh: Nguyễn Văn An</span></figcaption>',
    )
    expect(html).toContain('<figcaption>Chú thích &lt;giữa&gt; bài</figcaption>')
  })
  test('a link to one leads to what was made of it, and so does an attachment', () => {
    const html = page(repository, 'bai')
    expect(html).toContain('<a href="giua-lon.png">ảnh lớn</a>')
    expect(html).toMatch(/ban-do-lon\.png">Bản đồ <span class="format">\(PNG\)/)
  })
  test('are small in lists', () => {
    const list = repository.read('_site/thanh-dong/anh-video/index.html')
    expect(list).toMatch(/class="card-image"[^>]*srcset="[^"]*bia-480\.jpg 480w/)
    expect(list).toContain('Video, 2 ảnh')
  })
  test('the film is published without the place where it was taken, in its own shape, with all that is said', () => {
    const html = page(repository, 'bai')
    const published = readFileSync(repository.at('_site/thanh-dong/tin-bai/2026/bai/phim.mp4'))
    expect(published.includes('106.3167')).toBe(false)
    expect(published.length).toBe(film({ position: true }).length)
    expect(html).toMatch(/<video controls preload="none" playsinline width="1080" height="1920">/)
    expect(html).toContain('<track kind="captions" src="phim.vtt" srclang="vi"')
    expect(html).toMatch(
      /<details class="transcript">[\s\S]*<p>Lời thứ nhất của phim thử\.<\/p>\n?<p>Lời thứ hai &lt;b&gt;của/,
    )
  })
  test('a second build makes none of them again, and writes the same bytes', async () => {
    const before = snapshot(repository.at('_site'))
    expect((await built(repository)).made).toEqual([])
    expect(snapshot(repository.at('_site'))).toEqual(before)
  })
  test('without what was kept, the same bytes come out', async () => {
    const before = snapshot(repository.at('_site'))
    rmSync(repository.at('.congbo'), { recursive: true })
    expect((await built(repository)).made).toHaveLength(7)
    expect(snapshot(repository.at('_site'))).toEqual(before)
  })
  test('a kept file that was damaged is made again, and no other', async () => {
    const before = snapshot(repository.at('_site'))
    const shelf = repository.at('.congbo/cache/anh')
    const [kept = ''] = (readdirSync(shelf, { recursive: true }) as string[]).filter(
      (name) => name.length > 60,
    )
    writeFileSync(join(shelf, kept), readFileSync(join(shelf, kept)).subarray(0, -10))
    expect((await built(repository)).made).toHaveLength(1)
    expect(snapshot(repository.at('_site'))).toEqual(before)
  })
  test('nothing unfinished stays where they are kept', () => {
    const names = readdirSync(repository.at('.congbo'), { recursive: true }) as string[]
    expect(names.filter((name) => name.includes('dang-ghi'))).toEqual([])
  })
})

test('two builds at once share what they keep and leave it whole', async () => {
  const repository = repositoryWith({
    'bai.md': article({ image: LEAD('bia.jpg') }),
    'bia.jpg': await photo(),
  })
  const outcomes = await Promise.all(
    ['mot', 'hai'].map((out) => repository.congbo(['build', '--no-search', '--now', NOW, '--out', out])),
  )
  expect(outcomes.map(({ code }) => code)).toEqual([0, 0])
  expect(snapshot(repository.at('mot'))).toEqual(snapshot(repository.at('hai')))
  expect((await built(repository)).made).toEqual([])
})

test('where nothing can be kept, a build takes longer and is the same', async () => {
  const repository = repositoryWith({
    'bai.md': article({ image: LEAD('bia.jpg'), attachments: '\n  - file: a.pdf\n    title: Thông báo' }),
    'bia.jpg': await photo(),
    'a.pdf': pdf(),
  })
  repository.write('.congbo', 'a file where the folder would be')
  const { code, made } = await built(repository)
  expect({ code, made }).toEqual({ code: 0, made: ['shown', 'og'] })
  expect(page(repository, 'bai')).toMatch(/\(PDF, 1 KB, 1 trang\)|\(PDF, \d+ byte, 1 trang\)/)
})

test('a build whose pictures and cards are kept loads nothing that makes them', async () => {
  const repository = repositoryWith({ 'bai.md': article() })
  repository.write(
    'watch.mjs',
    `process.on('exit', () => process.stderr.write('sharp:' + process.report.getReport().sharedObjects.some((each) => /sharp|vips/.test(each))))`,
  )
  const watch = repository.at('watch.mjs')
  const run = () =>
    repository.congbo(['build', '--no-search', '--now', NOW], { env: { NODE_OPTIONS: `--import=${watch}` } })
  // The cards for social networks are drawn once.
  expect((await run()).stderr).toMatch(/sharp:true/)
  expect((await run()).stderr).toMatch(/sharp:false/)
  repository.write(`${FOLDER}/bia.jpg`, await photo())
  repository.write(`${FOLDER}/bai.md`, article({ image: LEAD('bia.jpg') }))
  repository.commit('2026-11-19T10:00:00+07:00')
  expect((await run()).stderr).toMatch(/sharp:true/)
  expect((await run()).stderr).toMatch(/sharp:false/)
})

type Sent = () => Promise<Uint8Array | undefined>

async function bent(): Promise<Uint8Array> {
  const bytes = Buffer.from(await photo({ format: 'png' }))
  bytes.fill(0, 3000, 3060)
  return bytes
}

// biome-ignore format: a table
const UNFIT: readonly (readonly [what: string, sent: Sent])[] = [
  ['cut off',                async () => (await photo()).subarray(0, 1000)],
  ['bent in its middle',     bent],
  ['a claim of gigabytes',   async () => hugePng(50_000, 50_000)],
  ['an SVG in disguise',     async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ['a program in disguise',  async () => Buffer.from('MZ\0\0')],
  ['empty',                  async () => Buffer.alloc(0)],
  ['not there',              async () => undefined],
]

describe.each(UNFIT)('a picture %s', (_, bytes) => {
  test('leaves its description in its place, is told, and breaks no build', async () => {
    const sent = await bytes()
    const repository = repositoryWith({
      'bai.md': article(
        { image: LEAD('xau.jpg'), gallery: GALLERY('xau.jpg', 'tot.jpg') },
        '![Điều phải thấy](xau.jpg)\n',
      ),
      'tot.jpg': await photo(),
      ...(sent ? { 'xau.jpg': sent } : {}),
    })
    const { code, stderr } = await built(repository)
    expect(code).toBe(0)
    expect(stderr).toMatch(/xau\.jpg: ảnh không làm được/)
    expect(stderr).not.toMatch(/ at .*:\d+|Error/)
    expect(page(repository, 'bai')).toContain('[Ảnh: Điều phải thấy]')
    expect(beside(repository, 'bai').filter((file) => file.startsWith('xau'))).toEqual([])
    expect(beside(repository, 'bai')).toContain('tot-640.jpg')
  })
})

test('a check tells of every file what is wrong, in which file, on which clause, and how to mend it', async () => {
  const repository = repositoryWith({
    'gia.jpg': Buffer.from('MZ\0\0'),
    'macro.docx': docx({ 'word/vbaProject.bin': 'x' }),
    'lenh.pdf': pdf('<< /S /JavaScript /JS (x) >>'),
    'nha-dan.jpg': await photo({ position: true }),
  })
  const { code, stdout } = await repository.congbo(['check', '--now', NOW])
  expect(code).toBe(1)
  const lines = stdout.split('\n').filter((line) => line.includes('[file-content]'))
  expect(
    lines.map((line) =>
      line
        .replace(`${FOLDER}/`, '')
        .replace(/:1:1 {2}/, ' ')
        .replace(/ {2}\[.*/, ''),
    ),
  ).toEqual([
    'gia.jpg lỗi  Tên tệp là .jpg nhưng nội dung là chương trình Windows (exe)',
    'lenh.pdf lỗi  PDF chứa mã JavaScript hoặc biểu mẫu XFA (/JavaScript)',
    'macro.docx lỗi  Tệp chứa macro: mã chạy trên máy người tải về (word/vbaProject.bin)',
    'nha-dan.jpg cảnh báo  Ảnh ghi kèm vị trí chụp (GPS). Bản trên cổng được làm sạch, nhưng bản gốc nằm mãi trong lịch sử kho.',
  ])
  expect(stdout).toMatch(/căn cứ {4}.*Điều 10 khoản 2/)
  expect(stdout).toContain(`congbo check --fix ${FOLDER}/nha-dan.jpg`)
})

test('check --fix takes the place out of a picture and leaves the picture', async () => {
  const sent = await photo({ position: true, camera: true, orientation: 6 })
  const repository = repositoryWith({ 'nha-dan.jpg': sent })
  const { code, stdout } = await repository.congbo(['check', '--fix', '--now', NOW])
  expect(code).toBe(0)
  expect(stdout).toContain('đã sửa')
  const mended = readFileSync(repository.at(`${FOLDER}/nha-dan.jpg`))
  expect(pictureFacts(mended)).toMatchObject({
    notes: { hasPosition: false, camera: undefined, orientation: 6 },
  })
  const pixels = (bytes: Buffer) => sharp(bytes).raw().toBuffer()
  expect((await pixels(mended)).equals(await pixels(sent))).toBe(true)
})

test('the text of a PDF, of what is said and of captions is found by the search', async () => {
  const repository = repositoryWith({
    'bai.md': article({ video: VIDEO, attachments: '\n  - file: a.pdf\n    title: Thông báo' }),
    'phim.mp4': film(),
    'phim.vtt': 'WEBVTT\n',
    'a.pdf': pdf(),
  })
  const texts: string[] = []
  const outcome = await inProcess(repository.root, (ports) =>
    build(
      {
        ...ports,
        searchEngine: {
          ...ports.searchEngine,
          writePart: async (records) => {
            texts.push(...records.map(({ content }) => content))
            return new Map(records.map(({ url }, id) => [url, String(id)]))
          },
        },
      },
      { now: NOW },
    ),
  )
  expect(outcome.code).toBe(0)
  const text = texts.join(' ').toLowerCase()
  expect(text).toContain('thong bao lich tiep cong dan')
  expect(text).toContain('lời thứ nhất')
})

test('a PDF that cannot be read is published without a count of its pages', async () => {
  const repository = repositoryWith({
    'bai.md': article({ attachments: '\n  - file: a.pdf\n    title: Thông báo' }),
    'a.pdf': Buffer.from('%PDF-1.7 rỗng'),
  })
  expect((await built(repository)).code).toBe(0)
  expect(page(repository, 'bai')).toMatch(/\(PDF, \d+ byte\)/)
  expect(existsSync(repository.at('_site/thanh-dong/tin-bai/2026/bai/a.pdf'))).toBe(true)
})
