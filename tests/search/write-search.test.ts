import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { partsOf } from '../../pipeline/search/parts.ts'
import { fromIndex } from '../../templates/assets/js/search-text.js'
import { SOUGHT } from '../support/search-documents.ts'
import { buildSearchSite, PORTAL, searchRepository, siteFolder } from '../support/search-site.ts'
import { filesBelow } from '../support/site.ts'

const folders: { remove: () => void }[] = []
afterAll(() => {
  for (const { remove } of folders) remove()
})
function newFolder(): string {
  const made = siteFolder()
  folders.push(made)
  return made.folder
}

const indexOf = (folder: string) => filesBelow(join(folder, PORTAL, 'tim-kiem'))
const TEN = { records: 10, characters: 1_000_000 }

/** All that the index would show of all documents. */
const textOf = (folder: string): string =>
  [...indexOf(folder)]
    .filter(([path]) => path.endsWith('.pf_fragment'))
    .map(([, bytes]) => fromIndex(gunzipSync(bytes).toString()))
    .join('\n')

describe('the index of a site', () => {
  test('is the same, byte for byte, when it is built again', async () => {
    const { root } = searchRepository()
    const [first, second] = [newFolder(), newFolder()]
    await buildSearchSite(root, { folder: first, limit: TEN })
    await buildSearchSite(root, { folder: second, limit: TEN })
    expect([...indexOf(second).keys()]).toEqual([...indexOf(first).keys()])
    for (const [path, bytes] of indexOf(second))
      expect(indexOf(first).get(path)?.equals(bytes), path).toBe(true)
  })

  test('holds what is published and nothing else', async () => {
    const folder = newFolder()
    await buildSearchSite(searchRepository().root, { folder })
    const text = textOf(folder)
    expect(text).toContain('Xã Đồng Việt kết nghĩa với phường')
    expect(text).toContain('Đường làng bao giờ sửa')
    expect(text, 'waits for approval').not.toMatch(/khoai lang/i)
    expect(text, 'a question that is not for everybody').not.toMatch(/khoai sọ/i)
  })

  test('names what is unconfirmed with its label', async () => {
    const folder = newFolder()
    await buildSearchSite(searchRepository().root, { folder })
    expect(textOf(folder)).toMatch(/"title":"\[Tin tham khảo[^\]]*\] Giá rau đầu vụ theo lời bà con"/)
  })

  test('holds the text of attachments where somebody reads them', async () => {
    const folder = newFolder()
    const attachmentText = ({ path }: { path: string }) =>
      path.includes('sap-xep') ? 'Điều 1. Sáp nhập hai tổ.' : ''
    await buildSearchSite(searchRepository().root, { folder, attachmentText })
    expect(textOf(folder)).toContain('Điều 1. Sáp nhập hai tổ.')
  })

  test('of a site without documents is empty, and there', async () => {
    const folder = newFolder()
    await buildSearchSite(searchRepository([]).root, { folder })
    expect([...indexOf(folder).keys()]).toEqual(['chi-muc.json', 'index.html'])
  })

  test('brings no file that a page does not need, and its engine once', async () => {
    const folder = newFolder()
    await buildSearchSite(searchRepository().root, { folder, limit: TEN })
    const names = [...indexOf(folder).keys()]
    expect(names.filter((path) => /\.(?:js|css|pagefind)$/.test(path))).toEqual([
      'phan-1/pagefind-worker.js',
      'phan-1/pagefind.js',
      'phan-1/wasm.unknown.pagefind',
    ])
  })
})

describe('a new article', () => {
  test('changes the last part and takes the others as they are', async () => {
    const folder = newFolder()
    const before = await buildSearchSite(searchRepository().root, { folder, limit: TEN })
    const published = SOUGHT.find(({ path }) => path.includes('ket-nghia'))
    const added = { ...published, path: 'tin-bai/xa-hoi/2026/moi-nhat.md', at: '2026-11-19T08:00:00+07:00' }
    const after = await buildSearchSite(
      searchRepository([...SOUGHT, added as (typeof SOUGHT)[number]]).root,
      {
        folder,
        limit: TEN,
      },
    )
    expect(after.parts.slice(0, -1)).toEqual(before.parts.slice(0, -1))
    expect(after.parts.at(-1)?.records).toBe((before.parts.at(-1)?.records ?? 0) + 1)
    expect({ before: before.made, after: after.made }).toEqual({ before: before.parts.length, after: 1 })
  })
})

const records = fc.array(
  fc.string({ maxLength: 30 }).map((content) => ({ content })),
  { maxLength: 60 },
)
const limits = fc.record({
  records: fc.integer({ min: 1, max: 9 }),
  characters: fc.integer({ min: 1, max: 80 }),
})

describe('parts', () => {
  test('hold every record once, in order, and keep their limits', () => {
    fc.assert(
      fc.property(records, limits, (all, limit) => {
        const parts = [...partsOf(all, limit)]
        expect(parts.flat()).toEqual(all)
        for (const part of parts) {
          const characters = part.reduce((sum, { content }) => sum + content.length, 0)
          expect(part.length).toBeLessThanOrEqual(limit.records)
          expect(part.length === 1 || characters <= limit.characters).toBe(true)
        }
      }),
    )
  })
  test('but the last stay as they are when a record is added', () => {
    fc.assert(
      fc.property(records, limits, fc.string(), (all, limit, content) => {
        const before = [...partsOf(all, limit)].slice(0, -1)
        expect([...partsOf([...all, { content }], limit)].slice(0, before.length)).toEqual(before)
      }),
    )
  })
})
