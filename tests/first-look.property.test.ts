import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { miswrittenNumbers } from '../pipeline/documents/cited-numbers.ts'
import { mayBeWrong } from '../pipeline/documents/decode.ts'
import { splitFrontMatter } from '../pipeline/documents/front-matter.ts'
import { legacyRemains } from '../pipeline/documents/legacy-encoding.ts'
import { PLACEHOLDERS } from '../pipeline/documents/placeholders.ts'
import { doubledAcrossLines } from '../pipeline/language/across-lines.ts'
import { createNameReader } from '../pipeline/language/agreed-names.ts'
import { unclosedMarks } from '../pipeline/language/closing-marks.ts'
import { confusedWords } from '../pipeline/language/confusions.ts'
import { remarksOn } from '../pipeline/language/examine.ts'
import { onlyProse, proseOfFrontMatter } from '../pipeline/language/prose.ts'
import { longSentences } from '../pipeline/language/sentences.ts'
import { findDelicateData, findPersonalData } from '../pipeline/privacy/personal-data.ts'
import { createMentionFinder } from '../pipeline/reform/former-names.ts'
import { loadFormerNames } from '../pipeline/reform/load-former-names.ts'
import { type FirstLook, houseOf, readingOf } from '../pipeline/rules/first-look.ts'
import { secretMarks } from '../pipeline/secrecy/marks.ts'
import { HONEST, REMAINS } from './documents/legacy-texts.ts'
import { FIRST_HALF, SECOND_HALF } from './language/held-out.ts'
import { ERRORS, NEAR_MISSES } from './language/labelled.ts'
import { ANSWERED, ASKED, DELICATE, NEWS } from './privacy/labelled.ts'
import { ROWS } from './secrecy/labelled.ts'
import { contract, PORTALS, REPOSITORY, repositoryFiles } from './support/portals.ts'

const cong = {
  spelling: {
    words: ['Đăk Pne'],
    longestSentence: 45,
    names: [
      { right: 'VNeID', wrong: ['VNEID', 'VNeID 2', '2 VNeID'] },
      { right: 'Ủy ban nhân dân', wrong: ['Ủy ban Nhân dân', 'Ủy Ban nhân dân', 'Ủy ban  nhân dân'] },
      { right: 'C++', wrong: ['C+ +', 'C-+ 12/a'] },
    ],
    abbreviations: [
      { short: 'TTHC', full: 'thủ tục hành chính', wrong: ['TTTHC', 'T T H C'], spellOut: true },
      { short: 'BHXH TN', full: 'bảo hiểm xã hội tự nguyện', spellOut: true },
    ],
  },
}
const house = houseOf(cong)
const formerNames = loadFormerNames(repositoryFiles, contract).lists
const { firstLook } = readingOf(cong, { lists: formerNames, province: 'Hải Phòng' })
const names = createNameReader(cong.spelling)
const findFormer = createMentionFinder(formerNames, 'Hải Phòng')

/** Everything that the rules of text would say with no first look before them, under the name of what should have announced it. */
function inFull(text: string): Record<keyof FirstLook, readonly unknown[]> {
  const split = splitFrontMatter(text)
  if (!split.ok) throw new Error(JSON.stringify(split.findings))
  const { yaml, body } = split.value
  const both = <T>(find: (part: string) => readonly T[]) => [...find(yaml), ...find(body)]
  return {
    foreign: mayBeWrong(text) ? [text] : [],
    languageAbove: proseOfFrontMatter(yaml).flatMap(({ start, end }) =>
      remarksOn(onlyProse(yaml.slice(start, end)), house),
    ),
    languageBelow: remarksOn(onlyProse(body), house),
    personal: both((part) => findPersonalData(part, { voice: 'news' })),
    delicate: both(findDelicateData),
    secret: both(secretMarks),
    legacy: both(legacyRemains),
    confused: [
      ...proseOfFrontMatter(yaml).flatMap(({ start, end }) => confusedWords(yaml.slice(start, end))),
      ...confusedWords(body),
    ],
    agreedName: [...both(names.wrongForms), ...names.notSpelledOut(body)],
    formerName: both(findFormer),
    citedNumber: both(miswrittenNumbers),
    unclosedMark: unclosedMarks(body),
    acrossLines: doubledAcrossLines(body),
    longSentence: longSentences(body, cong.spelling.longestSentence),
    placeholder: Object.values(PLACEHOLDERS).filter((words) => yaml.includes(words) || body.includes(words)),
  }
}

/** What was found without having been announced. */
function missed(text: string): Partial<Record<keyof FirstLook, readonly unknown[]>> {
  const look = firstLook(text)
  return Object.fromEntries(
    Object.entries(inFull(text)).filter(
      ([name, found]) => found.length > 0 && !look[name as keyof FirstLook],
    ),
  )
}

const SENTENCES = [
  ...ERRORS.map(([sentence]) => sentence),
  ...[...NEAR_MISSES, ...ASKED, ...ANSWERED, ...NEWS, ...DELICATE, ...ROWS, ...REMAINS, ...HONEST].map(
    ([text]) => text,
  ),
  ...Object.values(PLACEHOLDERS),
  ...[...FIRST_HALF, ...SECOND_HALF].map(([sentence]) => sentence),
  'Đã xử dụng quỹ, Hổ trợ hộ nghèo; thay mặt Ũy ban; giành thời gian.',
  'Theo 849 / QĐ-UBND, 849/QD-UBND, 849/QĐUBND, 849/2025/ QĐ- UBND, 57/NQ-TW, 57 -NQ / TW, 91/2025/QH 15 của',
  'Cán bộ và các\ncác hộ đã được\nđược tặng quà; của  \ncủa',
  'Ông nói: “Tôi đồng ý. Bà nói: «Tôi cũng vậy (như trên. Rồi thôi”.',
  'Từ sáng đến chiều, các tổ dân phố của phường cùng nhau dọn sạch ngõ, quét vôi gốc cây, thu gom rác thải, trồng thêm hoa dọc bờ sông, sửa lại đèn đường và treo cờ trước mỗi nhà để mừng ngày hội đại đoàn kết toàn dân tộc rồi về nhà văn hóa họp mặt ăn bữa cơm chung',
  'Cài VNEID, VNeID 2 hay 2 VNeID; Ủy ban Nhân dân, Ủy Ban nhân dân học C+ + và C-+ 12/a.',
  'Giảm TTHC, TTTHC, T T H C của BHXH TN.',
  'Bộ Kế hoạch và Đầu tư, bộ Lao động - Thương binh và Xã hội, Uỷ ban dân tộc.',
  'Tỉnh Hà Nam, TP.Hải Dương, tp Hải Dương, tỉnh Thừa Thiên - Huế, xã An Thượng, phường Cẩm Thượng.',
  'Huyện Kim Thành, quận 1, Thị trấn Lai Cách, thị xã Kinh Môn, tỉnh Hoà Bình.',
]
const article = (title: string, body: string) =>
  `---\ntitle: "${title.replace(/[\n"\\]|^---/g, ' ')}"\neventDate: 2026-11-20T08:00:00+07:00\n---\n\n${body}\n`

describe('what the full reading finds, the first look has announced', () => {
  test.each(SENTENCES.map((sentence) => [sentence]))('%s', (sentence) => {
    expect(missed(article(sentence, ''))).toEqual({})
    expect(missed(article('Tin', sentence))).toEqual({})
    expect(missed(article('Tin', `Xem [tin này](tin.md), ${sentence} [tin kia](tel:${sentence})`))).toEqual(
      {},
    )
  })

  test('in every mixture of their words, numbers and signs', () => {
    const words = SENTENCES.flatMap((sentence) => sentence.split(/(?<=[\s.,:;()])|(?=[\s.,:;()])/))
    const phrases = SENTENCES.flatMap((sentence) => sentence.match(/\S+\s\S+(?:\s\S+)?/g) ?? [])
    const piece = fc.oneof(
      fc.constantFrom(...words),
      fc.constantFrom(...phrases),
      fc.constantFrom(...SENTENCES),
      fc.constantFrom(
        ' ',
        '  ',
        '\n',
        'và\nvà ',
        'và\n\n\nvà ',
        '\n\n',
        '\t',
        '.',
        ' ,',
        '(',
        ')',
        '«',
        '»',
        '“',
        '”',
        ';',
        '!',
        '`',
        '](',
        '<b>',
        '<!--',
        '-->',
        '```\n',
      ),
      fc.constantFrom(
        '0912',
        '345',
        '678',
        '030085001234',
        '84',
        '+84',
        '09 ',
        '12.',
        '1.250.000',
        '20-11-2026',
        'ç',
        '\u0301',
        '…',
        '12/',
        ' / ',
        'QD-',
        '/2025',
        'UBND',
      ),
    )
    const text = fc
      .tuple(fc.array(piece, { maxLength: 8 }), fc.array(piece, { maxLength: 16 }))
      .map(([title, body]) => article(title.join(''), body.join('')))
    fc.assert(
      fc.property(text, (text) => {
        expect(missed(text)).toEqual({})
      }),
      { numRuns: 1500 },
    )
  })

  test('in any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(missed(article('Tin', text))).toEqual({})
      }),
    )
  })

  test.each(PORTALS)('in the documents of %s', (id) => {
    const folder = `${REPOSITORY}content/${id}/`
    const files = (readdirSync(folder, { recursive: true }) as string[]).filter((each) =>
      each.endsWith('.md'),
    )
    for (const file of files) expect(missed(readFileSync(folder + file, 'utf8')), file).toEqual({})
  })
})

test('each sign is foreign to the first look just where the decoder would look closer', () => {
  for (let code = 0; code < 0x1_0000; code += 1) {
    const sign = String.fromCharCode(code)
    expect(firstLook(sign).foreign, code.toString(16)).toBe(mayBeWrong(sign))
  }
})

test('an ordinary article is not looked at again', () => {
  const seen = firstLook(
    article(
      'Phường ra quân tổng vệ sinh môi trường',
      'Sáng 20/11/2026, hơn 250 hộ dân của tổ dân phố số 4 dọn sạch 1.250 m đường «Xanh – Sạch – Đẹp» (theo Kế hoạch số 84/KH-UBND).',
    ),
  )
  expect(Object.values(seen)).not.toContain(true)
})
