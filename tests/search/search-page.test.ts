import AxeBuilder from '@axe-core/playwright'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serve } from '../../pipeline/adapters/http-server.ts'
import { findChromium } from '../support/chromium.ts'
import { buildSearchSite, PORTAL, searchRepository, siteFolder } from '../support/search-site.ts'

const executablePath = findChromium()

// biome-ignore format: a table
const FIRST = [
  // query                            first result       because
  ['dong viet',                       'ket-nghia',       'without marks, đ too; the title first'],
  ['Đồng Việt',                       'ket-nghia',       'with all marks'],
  ['ĐỒNG VIỆT',                       'ket-nghia',       'capitals'],
  ['Đồng Việt'.normalize('NFD'),      'ket-nghia',       'typed on a machine that decomposes'],
  ['  đồng   việt  ',                 'ket-nghia',       'spaces around'],
  ['đông viêt',                       'ket-nghia',       'marks forgotten'],
  ['"đồng việt"',                     'ket-nghia',       'in quotation marks'],
  ['“đồng việt”',                     'ket-nghia',       'in those of a word processor'],
  ['động viết',                       'nang-dong',       'marks that were written count'],
  ['da nang',                         'da-nang',         'đ at the beginning'],
  ['Đà Nẵng',                         'da-nang',         'the same with marks'],
  ['dat dai',                         'dat-dai',         'two words with đ'],
  ['xã Đồng Việt buổi sáng',          'ba-dong-song',    'words of one page, mostly together'],
  ['kinh tế - xã hội',                'kinh-te',         'a hyphen between spaces'],
  ['kinh te xa hoi',                  'kinh-te',         'no hyphen at all'],
  ['văn hóa xã hội',                  'kinh-te',         'a hyphen between the words'],
  ['an',                              'an-toan',         'a whole word before the beginning of another'],
  ['849/QĐ-UBND',                     'sap-xep',         'a number as it is written'],
  ['849/QD-UBND',                     'sap-xep',         'without the stroke'],
  ['849 qđ ubnd',                     'sap-xep',         'spaces, lower case'],
  ['quyết định 849',                  'sap-xep',         'the type in words'],
  ['"quyết định 849"',                'sap-xep',         'the same in quotation marks'],
  ['849/qđ/ubnd',                     'sap-xep',         'slashes'],
  ['849qdubnd',                       'sap-xep',         'all in one'],
  ['kế hoạch 849',                    'ke-hoach',        'the other document of that number'],
  ['84/QĐ-UBND',                      'khac-so',         'a number that begins another'],
  ['nghị quyết 1',                    'nghi-quyet',      'a number with a zero before it'],
  ['01/2026/NQ-HĐND',                 'nghi-quyet',      'a number with its year'],
  ['introduction',                    'introduction',    'another language'],
  ['giá rau',                         'tham-khao',       'behind its label'],
] as const

// biome-ignore format: a table
const HOSTILE = [
  ['<img src=x onerror=alert(1)>', 'HTML'],
  ['"; alert(1); "',               'a script'],
  ['../../etc/passwd',             'a path'],
  ['\\',                           'a backslash'],
  ['"',                            'a quotation mark alone'],
  ['()[]{}*+?^$|.',                'signs of a pattern'],
  ['%E0%A4%A',                     'a broken escape'],
  ['đ'.repeat(200),                'a long word'],
  ['a b c d e f g h i k l m n o',  'many letters'],
  ['𠮷🏠',                          'signs beyond the first plane'],
] as const

describe.skipIf(executablePath === undefined)('the search page', () => {
  const site = siteFolder()
  let browser: Browser
  let address: string
  let close: () => Promise<void>

  beforeAll(async () => {
    await buildSearchSite(searchRepository().root, {
      folder: site.folder,
      limit: { records: 12, characters: 1_000_000 },
    })
    const served = await serve(site.folder, 0)
    if (!served.ok) throw new Error(served.why)
    address = `${served.address}${PORTAL}/`
    close = served.close
    browser = await chromium.launch({
      executablePath: executablePath as string,
      args: ['--no-sandbox', '--disable-gpu'],
    })
  })
  afterAll(async () => {
    await browser?.close()
    await close?.()
    site.remove()
  })

  const open = async (parameters: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const page = await (await browser.newContext({ locale: 'vi-VN', ...options })).newPage()
    await page.goto(`${address}tim-kiem/${parameters}`)
    return page
  }
  const asked = (query: string, options: BrowserContextOptions = {}) =>
    open(`?${new URLSearchParams({ q: query })}`, options).then(answered)
  const answered = async (page: Page): Promise<Page> => {
    await page.locator('#tim-trang-thai').filter({ hasText: /./, hasNotText: 'Đang tìm' }).waitFor()
    return page
  }
  const status = (page: Page) => page.locator('#tim-trang-thai').textContent()
  const links = (page: Page) =>
    page.locator('#tim-ket-qua a').evaluateAll((all) => all.map((each) => each.getAttribute('href') ?? ''))
  const slugs = async (page: Page) => (await links(page)).map((href) => href.split('/').at(-2))
  const done = (page: Page) => page.context().close()

  describe('finds first, for the query', () => {
    let page: Page
    beforeAll(async () => {
      page = await open('')
    })
    afterAll(() => done(page))
    test.each(FIRST)('%s: %s, %s', async (query, slug) => {
      await page.fill('#tim-tu-khoa', query)
      await page.press('#tim-tu-khoa', 'Enter')
      await answered(page)
      expect((await slugs(page))[0], (await status(page)) ?? '').toBe(slug)
    })
  })

  test('pages with the words together come before pages with the words apart, and it says so', async () => {
    const page = await asked('dong viet')
    const found = await slugs(page)
    for (const together of ['ket-nghia', 'ba-dong-song', 'nang-dong'])
      expect(found.indexOf(together), together).toBeLessThan(found.indexOf('mua-gat'))
    expect(await status(page)).toContain('trang có nguyên cụm từ; 1 trang có các từ đứng rời nhau')
    await done(page)
  })

  test('quotation marks leave out pages with the words apart', async () => {
    const page = await asked('"dong viet"')
    expect(await slugs(page)).not.toContain('mua-gat')
    await done(page)
  })

  test('a page that names a number is found too, after the document itself', async () => {
    const page = await asked('849 qđ ubnd')
    expect(await slugs(page)).toEqual(['sap-xep', 'nhac-den'])
    await done(page)
  })

  test('where no page holds all words, the nearest are shown, and it says so', async () => {
    const page = await asked('xã Đồng Việt trồng dưa hấu')
    expect((await slugs(page)).slice(0, 2).sort()).toEqual(['ba-dong-song', 'ket-nghia'])
    expect(await status(page)).toContain('Không trang nào có đủ các từ')
    await done(page)
  })

  test('where nothing is found there is help, and the lists', async () => {
    const page = await asked('xyzzy')
    expect(await status(page)).toBe('Không có kết quả nào cho “xyzzy”.')
    expect(await page.locator('#tim-goi-y').isVisible()).toBe(true)
    await done(page)
  })

  test('an excerpt is the text as it was written, with what was sought marked', async () => {
    const page = await asked('849 qđ ubnd')
    const excerpt = page.locator('#tim-ket-qua li:has(a[href*=nhac-den]) .result-text')
    expect(await excerpt.textContent()).toContain(
      'Tóm tắt của một tin. Theo Quyết định số 849/QĐ-UBND, các tổ dân phố được sắp xếp lại.',
    )
    expect(await excerpt.locator('mark').allTextContents()).toEqual(['849/QĐ-UBND'])
    await done(page)
  })

  test('of a hyphen, and of HTML in a text, nothing is lost and nothing runs', async () => {
    const page = await asked('doc hai ngoac dung yen')
    await page.fill('#tim-tu-khoa', 'đứng yên')
    await page.press('#tim-tu-khoa', 'Enter')
    await page.waitForSelector('#tim-ket-qua a[href*=doc-hai]')
    const item = page.locator('#tim-ket-qua li:has(a[href*=doc-hai])')
    expect(await item.locator('a').textContent()).toBe('Bài <img src=x onerror=alert(1)> & "ngoặc"')
    expect(await item.locator('.result-text').textContent()).toContain(
      'Chữ <b>đậm</b> & <script>alert(2)</script> đứng yên.',
    )
    expect(await page.locator('#tim-ket-qua :is(img, b, script)').count()).toBe(0)
    await done(page)
  })

  test('a label stands in the title of a result', async () => {
    const page = await asked('giá rau')
    expect(await page.locator('#tim-ket-qua li').first().locator('a .label').textContent()).toContain(
      'Tin tham khảo',
    )
    await done(page)
  })

  test('a result in another language says which', async () => {
    const page = await asked('introduction')
    expect(await page.locator('#tim-ket-qua a').first().getAttribute('lang')).toBe('en')
    await done(page)
  })

  describe('takes hostile input as text', () => {
    test.each(HOSTILE)('%s', async (query) => {
      const page = await (await browser.newContext()).newPage()
      const complaints: string[] = []
      page.on('dialog', (dialog) => {
        complaints.push(dialog.message())
        return dialog.dismiss()
      })
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
      await page.goto(`${address}tim-kiem/?${new URLSearchParams({ q: query })}`)
      await answered(page)
      expect(complaints).toEqual([])
      expect(await page.inputValue('#tim-tu-khoa')).toBe(query)
      expect(await page.locator('main img, main iframe').count()).toBe(0)
      await done(page)
    })
  })

  describe('filters', () => {
    // biome-ignore format: a table
    const FILTERED = [
      ['q=giao+ban&nam=2025',                 23, 'a year'],
      ['q=giao+ban&nam=2026',                 0,  'another year'],
      ['q=849&the-loai=van-ban',              2,  'a kind'],
      ['q=giao+ban&linh-vuc=kinh-te',         23, 'a lĩnh vực'],
      ['q=giao+ban&linh-vuc=xa-hoi',          0,  'another'],
      ['q=giao+ban&linh-vuc=xa-hoi&linh-vuc=kinh-te', 23, 'two of one filter: either'],
      ['q=giao+ban&linh-vuc=kinh-te&nam=2026', 0, 'two filters: both'],
      ['chuyen-muc=trao-doi-hoi-dap',         1,  'no words at all'],
      ['nam=2025',                            23, 'a year and no words'],
    ] as const
    test.each(FILTERED)('%s gives %d: %s', async (parameters, count) => {
      const page = await answered(await open(`?${parameters}`))
      expect(await status(page)).toMatch(count === 0 ? /^Không/ : new RegExp(`^${count} kết quả`))
      await done(page)
    })

    test('without words the newest stands first', async () => {
      const page = await answered(await open('?nam=2025'))
      expect((await slugs(page)).slice(0, 3)).toEqual(['giao-ban-23', 'giao-ban-22', 'giao-ban-21'])
      await done(page)
    })

    test('the newest may be asked for', async () => {
      const page = await answered(await open('?q=giao+ban&xep=moi'))
      expect((await slugs(page)).slice(0, 3)).toEqual(['giao-ban-23', 'giao-ban-22', 'giao-ban-21'])
      await done(page)
    })

    test('say how many results each choice would give, also beside one that is made', async () => {
      const page = await answered(await open('?q=849&the-loai=van-ban'))
      const label = (value: string) =>
        page.locator(`label:has(input:is([name=the-loai], [name=nam])[value="${value}"])`).textContent()
      expect(await label('van-ban')).toContain('(2)')
      expect(await label('bai-viet')).toContain('(1)')
      expect(await label('2025')).toContain('(0)')
      await done(page)
    })

    test('stand in the address; back and forward work', async () => {
      const page = await asked('giao ban')
      await page.locator('summary', { hasText: 'Năm' }).click()
      await page.locator('input[name=nam][value="2026"]').check()
      await page
        .locator('#tim-trang-thai')
        .filter({ hasText: /^Không/ })
        .waitFor()
      expect(new URL(page.url()).search).toBe('?q=giao+ban&nam=2026')
      await page.goBack()
      await page.locator('#tim-trang-thai').filter({ hasText: /^23/ }).waitFor()
      expect(await page.locator('input[name=nam][value="2026"]').isChecked()).toBe(false)
      await page.goForward()
      await page
        .locator('#tim-trang-thai')
        .filter({ hasText: /^Không/ })
        .waitFor()
      await page.locator('#tim-bo-loc').click()
      await page.locator('#tim-trang-thai').filter({ hasText: /^23/ }).waitFor()
      expect(new URL(page.url()).search).toBe('?q=giao+ban')
      await done(page)
    })
  })

  test('a keyboard alone leads from the field to a result and on through the pages', async () => {
    const page = await open('')
    await page.focus('#tim-tu-khoa')
    await page.keyboard.type('giao ban')
    await page.keyboard.press('Enter')
    await answered(page)
    expect(await page.evaluate('document.activeElement.id')).toBe('tim-tu-khoa')
    const reached: string[] = []
    for (let steps = 0; steps < 40 && !reached.includes('tim-them'); steps += 1) {
      await page.keyboard.press('Tab')
      reached.push(
        (await page.evaluate(
          'document.activeElement.id || document.activeElement.name || document.activeElement.tagName',
        )) as string,
      )
    }
    expect(reached.filter((name) => name === 'A')).toHaveLength(10)
    expect(reached).toEqual(expect.arrayContaining(['tim-xep', 'SUMMARY', 'tim-them']))
    await page.keyboard.press('Enter')
    await page.locator('#tim-ket-qua li:nth-child(20)').waitFor()
    const focused =
      'document.activeElement.closest("li") === document.querySelectorAll("#tim-ket-qua li")[10]'
    expect(await page.evaluate(focused)).toBe(true)
    expect(await status(page)).toBe('Đang xem 20 trong 23 kết quả.')
    await page.locator('#tim-them').press('Enter')
    await page.locator('#tim-ket-qua li:nth-child(23)').waitFor()
    expect(await page.locator('#tim-them').isVisible()).toBe(false)
    await done(page)
  })

  test('the number of results is a status that a screen reader says', async () => {
    const page = await asked('giao ban')
    expect(await page.getByRole('status').textContent()).toBe('23 kết quả cho “giao ban”.')
    expect(
      await page
        .getByRole('list')
        .filter({ has: page.locator('.result-title') })
        .count(),
    ).toBe(1)
    await done(page)
  })

  const DRESSES = (['light', 'dark'] as const).flatMap((colorScheme) =>
    ['?q=dong+viet&nam=2026&linh-vuc=xa-hoi', '?q=xyzzy', '?q=giá+rau'].map(
      (parameters) => [colorScheme, parameters] as const,
    ),
  )
  test.each(DRESSES)('has no accessibility fault: %s, %s', async (colorScheme, parameters) => {
    const page = await answered(await open(parameters, { colorScheme }))
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze()
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
    await done(page)
  })

  test('fits a phone of 320 pixels', async () => {
    const page = await answered(
      await open('?q=dong+viet&nam=2026&chuyen-muc=van-ban', { viewport: { width: 320, height: 640 } }),
    )
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
    await done(page)
  })

  test('loads nothing from elsewhere and breaks no policy', async () => {
    const page = await (await browser.newContext()).newPage()
    const complaints: string[] = []
    page.on('request', (request) => request.url().startsWith(address) || complaints.push(request.url()))
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    page.on('requestfailed', (request) => complaints.push(request.url()))
    await page.goto(`${address}tim-kiem/?q=dong+viet`)
    await answered(page)
    expect(await page.locator('#tim-ket-qua li').count()).toBeGreaterThan(0)
    expect(complaints).toEqual([])
    await done(page)
  })

  test('the field of any page leads to the results', async () => {
    const page = await (await browser.newContext()).newPage()
    await page.goto(address)
    await page.fill('header input[name=q]', 'dong viet')
    await page.press('header input[name=q]', 'Enter')
    await page.waitForURL('**/tim-kiem/?q=dong+viet')
    await answered(page)
    expect((await slugs(page))[0]).toBe('ket-nghia')
    await done(page)
  })

  test('without JavaScript it says so, hides what would not work, and leads through the lists', async () => {
    const page = await open('?q=dong+viet', { javaScriptEnabled: false })
    expect(await page.locator('main').textContent()).toContain('Trình duyệt đang tắt JavaScript')
    expect(await page.locator('#tim-loc').isVisible()).toBe(false)
    await page.locator('main a', { hasText: 'Tin mới' }).click()
    expect(page.url()).toBe(`${address}tin-moi/`)
    await done(page)
  })

  test('where the index cannot be loaded it says so, and the button tries again', async () => {
    const page = await (await browser.newContext()).newPage()
    await page.route('**/chi-muc.json', (route) => route.abort())
    await page.goto(`${address}tim-kiem/?q=dong+viet`)
    await page
      .locator('#tim-trang-thai')
      .filter({ hasText: /Chưa tìm được/ })
      .waitFor()
    await page.unroute('**/chi-muc.json')
    await page.click('#tim-lai')
    await page.waitForSelector('#tim-ket-qua li')
    expect((await slugs(page))[0]).toBe('ket-nghia')
    await done(page)
  })
})
